"""Draw the pictures in the README: `python -m tests.pictures`.

The app runs on the seeds in a library of its own, is driven by keys, and is saved as SVG.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from index import Library
from index.places import Places
from tui.app import CareReader

FOLDER = Path(__file__).parent
_FONT_FACES = re.compile(r"@font-face \{[^}]*\}\s*")


async def settled(pilot: Pilot[None]) -> None:
    """Wait until searches have arrived and are painted."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def search(pilot: Pilot[None]) -> None:
    """The reader as it is used: a search, a hit opened, a bookmark for a meeting."""
    await pilot.press("slash", *"kinship", "enter")
    await settled(pilot)
    await pilot.press("b")
    await settled(pilot)
    await pilot.press("enter", "n")
    await settled(pilot)


async def agenda(pilot: Pilot[None]) -> None:
    """The agenda that three bookmarks make."""
    for key in ("b", "j", "b", "j", "j", "b", "m"):
        await pilot.press(key)
        await settled_beneath_screens(pilot)


async def settled_beneath_screens(pilot: Pilot[None]) -> None:
    """Wait for what was asked, where a command goes on while a screen is open."""
    for _ in range(5):
        await pilot.pause()


async def draw(name: str, story: object, size: tuple[int, int]) -> None:
    """Run the story in an app of the given size and save what it ends with."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(Places.of(Path(folder))) as library,
    ):
        library.save_meeting(
            "Corporate Parenting Panel",
            date=date(2026, 12, 3),
            time="2pm",
            place="Committee Room 1",
            standing=["Welcome and apologies", "Minutes of the last meeting", "Speakerbox"],
        )
        library.choose_meeting("Corporate Parenting Panel")
        app = CareReader(library.places, lambda: library)
        async with app.run_test(size=size) as pilot:
            await pilot.press("escape")
            await settled(pilot)
            await story(pilot)  # type: ignore[operator]  # one of the stories above
            picture = _FONT_FACES.sub("", app.export_screenshot(title="carereader"))
        (FOLDER / f"{name}.svg").write_text(picture, "utf-8")


def main() -> None:
    """Draw all pictures."""
    asyncio.run(draw("reader", search, (130, 36)))
    asyncio.run(draw("agenda", agenda, (130, 36)))


if __name__ == "__main__":
    main()
