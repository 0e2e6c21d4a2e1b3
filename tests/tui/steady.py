"""A pilot that goes on when the app is at rest, however slow or busy the machine is.

Textual's own pilot takes a process that gets no processor for one that has nothing left to do, and
waits for no work in threads: what a key does may then be read before it is done and painted.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Callback, Key, Paste

# public only the other way round, as key_to_character
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import Worker

PATIENCE = 60.0
"""Seconds after which an app that does not come to rest, or to a wanted state, has failed."""
POLL = 0.005


class SteadyPilot(Pilot[None]):
    """Presses keys as somebody does who looks at the screen before pressing the next one."""

    def __init__(self, app: App[None], stirrings: Stirrings) -> None:
        super().__init__(app)
        self._stirrings = stirrings
        self._work_is_held = False

    @contextmanager
    def while_work_is_held(self) -> Iterator[None]:
        """Be at rest though workers are at work: the test itself keeps them from ending."""
        self._work_is_held = True
        try:
            yield
        finally:
            self._work_is_held = False

    async def press(self, *keys: str) -> None:
        """Press keys, each when all that the one before it has done is done and painted."""
        for key in keys:
            await burst(self, key)

    async def pause(self, delay: float | None = None) -> None:
        """Let the app go on, for `delay` seconds at least, until it is at rest."""
        await asyncio.sleep(delay or 0)
        end = monotonic() + PATIENCE
        while self._goes_on and not await self._rests():
            if monotonic() > end:
                raise AssertionError(f"never at rest: {list(_work(self.app))}\n{seen(self.app)}")

    async def _rests(self) -> bool:
        """Give everything in the app a turn; whether nothing came of it, and all is painted."""
        if self._is_at_work():
            await asyncio.sleep(POLL)
            return False
        before = self._stirrings.number
        await self.app.animator.wait_until_complete()
        await self._wait_for_screen(PATIENCE)
        if not self._goes_on:
            return True
        if self._stirrings.number > before or self._is_at_work() or _has_messages(self.app):
            return False
        return not _painted_anew(self.app.screen)

    def _is_at_work(self) -> bool:
        return not self._work_is_held and any(_work(self.app))

    @property
    def _goes_on(self) -> bool:
        return self.app.is_running and not self.app._exit and self.app._exception is None


class Stirrings:
    """Counts what widgets are told, but for the calls by which a pilot waits for them."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, message: Message) -> None:
        """A message has come to a widget."""
        if not isinstance(message, Callback):
            self.number += 1


@asynccontextmanager
async def steadily(
    app: App[None], size: tuple[int, int], notifications: bool = True
) -> AsyncIterator[SteadyPilot]:
    """Run an app in a terminal of that size, with its notices shown."""
    stirrings = Stirrings()
    async with app.run_test(size=size, notifications=notifications, message_hook=stirrings):
        pilot = SteadyPilot(app, stirrings)
        await pilot.pause()
        yield pilot


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys all at once, as a slow line delivers them."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        character = key if len(key) == 1 else key_to_character(key)
        pilot.app.post_message(Key(name, character))
    await pilot.pause()


async def enter(pilot: Pilot[None], text: str) -> None:
    """Put a text into the field that has the cursor, all at once, as a paste does."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def until(pilot: Pilot[None], true: Callable[[], object], what: str) -> None:
    """Let the app go on until something is true; fail with the screen if it never is."""
    end = monotonic() + PATIENCE
    await pilot.pause()
    while not true():
        if monotonic() > end:
            raise AssertionError(f"never happened: {what}\n\n{seen(pilot.app)}")
        await pilot.pause(POLL)


def seen(app: App[Any]) -> str:
    """What the terminal shows, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.crop(0, app.size.width).text.rstrip() for strip in strips)


def _work(app: App[Any]) -> Iterator[Worker[Any]]:
    """The workers that are at work, and do not wait for the answer of a screen."""
    answers = sum(
        result.future is not None and not result.future.done()
        for screen in app.screen_stack
        for result in screen._result_callbacks
    )
    for worker in app.workers:
        if worker.is_finished:
            continue
        if answers and not worker._thread_worker:
            answers -= 1
        else:
            yield worker


def _has_messages(app: App[Any]) -> bool:
    """Whether anything in the app has still to be told something, be it of a new size."""
    nodes: list[DOMNode] = [app]
    for screen in app.screen_stack:
        nodes += screen.walk_children(with_self=True)
    return app._resize_timer is not None or any(
        node.message_queue_size or node._next_callbacks for node in nodes
    )


def _painted_anew(screen: Screen[Any]) -> bool:
    """Lay out and paint what waits for it; whether anything did."""
    waits = bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
    if waits:
        screen._on_timer_update()
    return waits
