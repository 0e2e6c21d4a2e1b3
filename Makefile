# `make run` opens the reader, `make test` passes the tests; each sets up what it needs first.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
DEV_READY = $(VENV)/.ready-dev

.PHONY: run test check bench pictures clean

run: $(READY)
	@$(BIN)/carereader

test: $(DEV_READY)
	$(BIN)/python -m pytest -n auto

check: $(DEV_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto

bench: $(DEV_READY)
	$(BIN)/python -m tests.bench

pictures: $(DEV_READY)
	$(BIN)/python -m tests.pictures

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "carereader needs Python 3.11 or newer: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python's venv module is missing: on Debian and Ubuntu, install python3-venv"; exit 1; }

# pip learnt dependency groups, which name what the tests need, in version 25.1
$(READY): pyproject.toml | $(BIN)/python
	@echo "Setting up carereader in $(VENV) (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV_READY): $(READY)
	@echo "Setting up what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@
