"""The wheel, built and installed where no checkout is: what `pipx install` gives a person."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command without what the test's own environment says of Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # without isolation nothing is downloaded: hatchling is among the development dependencies
    built = run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, CHECKOUT),
        cwd=folder,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an empty environment that the wheel was installed in."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    done = run(
        *(sys.executable, "-m", "pip", "--python", programs / "python", "install"),
        *("--quiet", "--no-index", "--no-deps", "--no-compile", wheel),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    # The dependencies are lent by the environment that runs the tests: downloading them would make
    # the tests need a network. A checkout that is installed there for development is not lent
    # with them, because the .pth files of a folder that is itself named in one are not read.
    (site_packages,) = folder.rglob("site-packages")
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site_packages / "lent.pth").write_text("\n".join(sorted(lent)), "utf-8")
    return programs


def in_checkout(*patterns: str) -> set[str]:
    return {
        path.relative_to(CHECKOUT).as_posix()
        for pattern in patterns
        for path in CHECKOUT.glob(pattern)
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_has_all_code_and_data(wheel: Path) -> None:
    wanted = in_checkout("index/**/*", "tui/**/*", "seeds/*")
    assert any(name.endswith(".toml") for name in wanted)
    assert len([name for name in wanted if name.startswith("seeds/") and ".txt" in name]) == 5
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert wanted <= names
    outside = {name.split("/")[0] for name in names - wanted}
    assert {part for part in outside if not part.endswith(".dist-info")} == set()


def test_the_seeds_in_the_wheel_are_unchanged(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in in_checkout("seeds/*.txt"):
            assert archive.read(name) == (CHECKOUT / name).read_bytes()


def test_the_installed_command_is_the_command_line(wheel: Path) -> None:
    entries = ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        entries.read_string(archive.read(name).decode("utf-8"))
    assert dict(entries["console_scripts"]) == {"carereader": "tui.command_line:main"}


def test_a_search_finds_the_seeds_when_the_checkout_is_gone(
    installed: Path, tmp_path: Path
) -> None:
    where = run(installed / "python", "-c", "import index; print(index.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)

    searched = run(
        *(installed / "carereader", "search", "kinship"),
        cwd=tmp_path,
        CAREREADER_LIBRARY=str(tmp_path / "library"),
    )
    assert searched.returncode == 0, searched.stderr
    assert "kinship" in searched.stdout.lower()
    assert "new library" in searched.stderr


def test_the_installed_command_knows_its_version(installed: Path, tmp_path: Path) -> None:
    asked = run(installed / "carereader", "--version", cwd=tmp_path)
    assert asked.stdout.startswith("carereader 0.")
