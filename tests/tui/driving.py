"""Driving the reader as a person does: by its keys, and by what is on the screen."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

from textual.pilot import Pilot
from textual.widget import Widget

from index import Library
from tests.tui.steady import SteadyPilot, enter, seen, steadily, until
from tui.app import CareReader
from tui.reader.screen import ReaderScreen

ReaderPilot = Pilot[None]


def reader(pilot: ReaderPilot) -> ReaderScreen:
    """The screen with the three panes, whatever is open above it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReaderScreen))


async def ready(pilot: ReaderPilot) -> ReaderScreen:
    """Wait until the app lists its items."""
    await until(
        pilot,
        lambda: any(isinstance(screen, ReaderScreen) for screen in pilot.app.screen_stack),
        "the reader is shown",
    )
    screen = reader(pilot)
    await until(pilot, lambda: screen.items.ids, "items are listed")
    return screen


async def search(pilot: ReaderPilot, query: str) -> None:
    """Press / and put in a query, all at once, and wait until the list has the answer."""
    await pilot.press("slash")
    screen = reader(pilot)
    screen.bar.value = ""
    await enter(pilot, query)
    await until(pilot, lambda: screen.results.query == query, f"“{query}” is answered")


def has_keys(screen: ReaderScreen, widget: Widget) -> bool:
    """Whether keys go to the widget."""
    return screen.focused is widget


async def shown(pilot: ReaderPilot, name: str) -> None:
    """Wait until a screen of that class is on top."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name, f"{name} is shown")


def screen_text(pilot: ReaderPilot) -> str:
    """What the terminal shows, as text."""
    return seen(pilot.app)


def driven(
    library: Library, size: tuple[int, int] = (120, 40)
) -> AbstractAsyncContextManager[SteadyPilot]:
    """A reader over the library in a terminal of that size, with its notices shown."""
    return steadily(CareReader(library.places, lambda: library), size)
