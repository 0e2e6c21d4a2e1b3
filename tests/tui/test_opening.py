"""The panes first, then the library: what a person sees while it is opened, and if it cannot be."""

from __future__ import annotations

import threading
from pathlib import Path

from index import Library
from index.errors import LibraryError
from index.places import Places
from tests.tui.driving import reader, screen_text
from tests.tui.steady import steadily, until
from tui.app import CareReader


async def test_the_panes_stand_and_a_query_can_be_typed_before_the_library_is_open(
    library: Library,
) -> None:
    may_open = threading.Event()

    def open_library() -> Library:
        may_open.wait()
        return library

    # no steady pilot, which would wait for the library
    async with CareReader(library.places, open_library).run_test(size=(120, 40)) as pilot:
        try:
            await until(pilot, lambda: "Reading" in screen_text(pilot), "the panes are painted")
            await pilot.press("b", "x", "v", "slash", *"kinship")
            screen = reader(pilot)
            await until(pilot, lambda: screen.bar.value == "kinship", "the query is typed")
            assert not screen.is_open
        finally:
            may_open.set()
        await until(pilot, lambda: screen.is_open and screen.items.ids, "items are listed")
        assert tuple(screen.items.ids) == tuple(library.search("kinship").ids)


async def test_a_library_that_cannot_be_opened_ends_the_reader_and_says_why(tmp_path: Path) -> None:
    def open_library() -> Library:
        raise LibraryError("the library is on fire")

    app = CareReader(Places.of(tmp_path), open_library)
    async with steadily(app, (120, 40)) as pilot:
        await until(pilot, lambda: app.failure is not None, "it gives up")
    assert str(app.failure) == "the library is on fire"
    assert app.return_code == 1
