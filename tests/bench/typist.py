"""Words typed into an app that runs in a terminal, and what each letter took.

`python -m tests.bench.typist FOLDER FILE` types into the reader of the library in the folder, with
`--plain LINES` into the least app of the kind, and writes its figures to the file.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter, process_time, thread_time

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from index import Library
from index.places import Places
from tui.app import CareReader
from tui.command_line.collecting import once_loaded, while_loading
from tui.reader.screen import ReaderScreen

WORDS = ("kinship", "children", "social care", "safeguarding", "review")
TIMES = 2
"""Times that each is typed: what has been looked for once is found faster."""

_PACE = 0.12
"""Seconds from one letter to the next: eight in a second is a fast typist."""
_REST = 0.5
"""Seconds until an app that was left alone is taken to have nothing more to do."""
_TICK = 0.002


@dataclass(frozen=True, slots=True)
class Typed:
    """What was measured, in seconds.

    For each letter `clock` is from the key to the painted list, `work` the processor time of that,
    `rest` the processor time of all that the letter gave cause for. `gaps` are the longest times
    that the event loop was held up, by the clock, and `stretches` those that it worked on end.
    """

    clock: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    rest: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    stretches: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Typist:
    """Types into the `box` of a screen and waits until the `pane` shows what came of it.

    `is_answer` knows the message after which the pane has what it is to paint for a text.
    """

    screen: Screen[None]
    box: Input
    pane: Widget
    is_answer: Callable[[Message, str], bool]
    typed: Typed = field(default_factory=Typed)

    async def type(self, words: Sequence[str]) -> None:
        """Type the words, one after the other, at an even pace."""
        painted = asyncio.Event()
        text = ""

        def look(message: Message) -> None:
            if self.is_answer(message, text):
                self.pane.call_after_refresh(painted.set)

        self.screen.message_signal.subscribe(self.screen, look, immediate=True)
        async with self._ticking():
            for word in (*words,) * TIMES:
                if text:
                    text = self.box.value = ""
                    painted.clear()
                    await painted.wait()
                await asyncio.sleep(_REST)
                for letter in word:
                    text += letter
                    painted.clear()
                    await self._type(letter, painted)

    async def _type(self, letter: str, painted: asyncio.Event) -> None:
        start, worked = perf_counter(), process_time()
        self.screen.app.post_message(Key("space" if letter == " " else letter, letter))
        await painted.wait()
        self.typed.clock.append(perf_counter() - start)
        self.typed.work.append(process_time() - worked)
        await asyncio.sleep(max(0, start + _PACE - perf_counter()))
        self.typed.rest.append(process_time() - worked)

    @asynccontextmanager
    async def _ticking(self) -> AsyncIterator[None]:
        async def tick() -> None:
            last, worked = perf_counter(), thread_time()
            while True:
                await asyncio.sleep(_TICK)
                self.typed.gaps.append(perf_counter() - last)
                self.typed.stretches.append(thread_time() - worked)
                last, worked = perf_counter(), thread_time()

        ticking = asyncio.create_task(tick())
        try:
            yield
        finally:
            ticking.cancel()
            for longest in (self.typed.gaps, self.typed.stretches):
                longest[:] = sorted(longest)[-3:]


class PlainList(ScrollView):
    """As many lines as a library has items, all others after each letter."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self._first = 0

    def on_mount(self) -> None:
        """Be as long as there are lines."""
        self.virtual_size = Size(80, self._lines)

    def turn(self) -> None:
        """Show other lines."""
        self._first += 1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of text, made for each painting."""
        number = (self._first + self.scroll_offset.y + y) % self._lines
        text = f"{number:>7}  a line of text, as a list has them, about as long as a title"
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(self.size.width)


class PlainScreen(Screen[None]):
    """A line to type in, and a list."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The line above, the list below."""
        yield Input(compact=True)
        yield PlainList(self._lines)

    def on_input_changed(self) -> None:
        """Show other lines at once: nothing is looked for."""
        self.query_one(PlainList).turn()


class Plain(App[None]):
    """The least that Textual can do for a letter: echo it, and paint a list."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def get_default_screen(self) -> PlainScreen:
        """The line and the list."""
        return PlainScreen(self._lines)


async def _into_plain(app: Plain, typed: Typed) -> None:
    screen = app.screen
    assert isinstance(screen, PlainScreen)
    await Typist(
        screen,
        screen.query_one(Input),
        screen.query_one(PlainList),
        lambda message, text: isinstance(message, Input.Changed) and message.value == text,
        typed,
    ).type(WORDS)
    app.exit()


async def _into_reader(app: CareReader, typed: Typed) -> None:
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    while not (screen.is_open and screen.items.ids):  # noqa: ASYNC110 - nobody tells when all is there
        await asyncio.sleep(_REST)
    screen.action_search()
    while any(worker.is_running for worker in app.workers):  # noqa: ASYNC110 - the same
        await asyncio.sleep(_REST)

    def is_answer(message: Message, text: str) -> bool:
        return isinstance(message, ReaderScreen.Arrived) and message.found.view.query == text

    await Typist(screen, screen.bar, screen.items, is_answer, typed).type(WORDS)
    app.exit()


def main() -> None:
    """Type, and write down what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--plain", type=int, metavar="LINES")
    arguments = parser.parse_args()
    while_loading()
    typed = Typed()
    if arguments.plain:
        plain = Plain(arguments.plain)
        once_loaded()
        plain.run(auto_pilot=lambda _: _into_plain(plain, typed))
    else:
        places = Places.of(arguments.folder)
        with Library(places, seeds=False) as library:
            app = CareReader(places, lambda: library)
            once_loaded()
            app.run(auto_pilot=lambda _: _into_reader(app, typed))
    arguments.file.write_text(json.dumps(asdict(typed)), "utf-8")


if __name__ == "__main__":
    main()
