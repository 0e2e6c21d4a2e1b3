"""Draw the pictures in the README: `python -m tests.pictures`.

The app runs on the seeds in a library of its own, is driven by its keys, and is saved as SVG.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from index import Library
from index.model.steps import EntryChange
from index.places import Places
from tests.tui.driving import ReaderPilot, driven, ready, search, shown
from tests.tui.steady import until

FOLDER = Path(__file__).parent
SIZE = (130, 36)
PANEL = "Corporate Parenting Panel"

_FONT_FACES = re.compile(r"@font-face \{[^}]*\}\s*")
"""They name a host that the fonts would come from; any fixed-width font will do."""

Story = Callable[[ReaderPilot, Library], Awaitable[None]]


async def reading(pilot: ReaderPilot, library: Library) -> None:
    """A search, a hit bookmarked and opened, the first word found."""
    screen = await ready(pilot)
    await search(pilot, "kinship")
    await pilot.press("enter", "b")
    item = screen.items.highlighted
    await until(pilot, lambda: item and library.meetings_of(item), "the hit is bookmarked")
    await pilot.press("enter", "n")
    await until(pilot, lambda: screen.focused is screen.reading, "the hit is read")


async def agenda(pilot: ReaderPilot, library: Library) -> None:
    """The agenda that three bookmarks make, with its clock, an action and the pack beside it."""
    screen = await ready(pilot)
    await search(pilot, "care leavers")
    first, *others = screen.items.ids[:3]
    library.bookmark_all([first, *others], PANEL)
    library.write_note(first, "Ask what we do about this ourselves.")
    for entry in library.entries(PANEL):
        library.change_entries([entry.id], EntryChange(minutes=10 if entry.bookmark else 5))
        if entry.bookmark is not None and entry.bookmark.item == first:
            change = EntryChange(lead="Jo Smith", purpose="discussion")
            library.change_entries([entry.id], change)
            library.add_action(
                PANEL, "Find out how many", owner="Jo Smith", due=date(2027, 1, 14), entry=entry.id
            )
    await pilot.press("enter", "m")
    await shown(pilot, "AgendaScreen")


async def whole(pilot: ReaderPilot, library: Library) -> None:
    """A whole newsletter with its furniture dimmed."""
    screen = await ready(pilot)
    await search(pilot, "stuff matters")
    await until(pilot, lambda: screen.items.ids, "it is found")
    await pilot.press("enter", "v")
    await shown(pilot, "WholeNewsletter")


async def draw(name: str, story: Story) -> None:
    """Run the story on a fresh library and save what the screen shows at its end."""
    with tempfile.TemporaryDirectory() as folder:
        places = Places.of(Path(folder))
        Library(places).close()  # so that the picture is not of the welcome
        with Library(places) as library:
            library.save_meeting(
                PANEL,
                date=date(2026, 12, 3),
                time="2pm to 4pm",
                place="Committee Room 1",
                standing=["Welcome and apologies", "Minutes of the last meeting", "Speakerbox"],
            )
            library.choose_meeting(PANEL)
            async with driven(library, SIZE) as pilot:
                await story(pilot, library)
                for _ in range(10):
                    await pilot.pause(0.05)
                pilot.app.clear_notifications()
                await pilot.pause()
                picture = pilot.app.export_screenshot(title="carereader")
    (FOLDER / f"{name}.svg").write_text(_FONT_FACES.sub("", picture), "utf-8")


def main() -> None:
    """Draw all pictures."""
    asyncio.run(draw("reader", reading))
    asyncio.run(draw("agenda", agenda))
    asyncio.run(draw("whole", whole))


if __name__ == "__main__":
    main()
