"""All figures, one after the other: `python -m tests.bench`."""

from __future__ import annotations

from tests.bench import first_paint, key_to_paint, search, taking_apart

for bench in (first_paint, key_to_paint, taking_apart, search):
    bench.main()
    print()
