"""All figures, one after the other: `python -m tests.bench [--items N ...]`, sizes of libraries."""

from __future__ import annotations

from tests.bench import first_paint, key_to_list, key_to_paint, packs, search, taking_apart

for bench in (first_paint, key_to_paint, key_to_list, taking_apart, search, packs):
    bench.main()
    print()
