"""A pilot that goes on when the app is at rest, however slow or busy the machine is.

Textual's own pilot takes a process that gets no processor for one that has nothing left to do, and
waits for no work in threads: what a key does may then be read before it is done and painted.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Callback, Key, Paste

# public only the other way round, as key_to_character
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.pilot import Pilot
from textual.worker import Worker

PATIENCE = 60.0
"""Seconds after which an app that does not come to rest, or to a wanted state, has failed."""
POLL = 0.005


class SteadyPilot(Pilot[None]):
    """Presses keys as somebody does who looks at the screen before pressing the next one."""

    def __init__(self, app: App[None], stirrings: Stirrings) -> None:
        super().__init__(app)
        self._stirrings = stirrings

    async def press(self, *keys: str) -> None:
        """Press keys, each when all that the one before it has done is done and painted."""
        for key in keys:
            await burst(self, key)

    async def pause(self, delay: float | None = None) -> None:
        """Let the app go on, for `delay` seconds at least, until it is at rest."""
        await asyncio.sleep(delay or 0)
        end = monotonic() + PATIENCE
        while self._goes_on and (unrest := await self._unrest()):
            if monotonic() > end:
                raise AssertionError(f"never at rest: {unrest}")

    async def _unrest(self) -> str:
        """Let everything in the app have a turn; what has still to be done then, or nothing."""
        if work := _at_work(self.app):
            await asyncio.sleep(POLL)
            return f"{work} at work"
        before = self._stirrings.number
        await self.app.animator.wait_until_complete()
        await self._wait_for_screen(PATIENCE)
        if self._goes_on:
            self.app.screen._on_timer_update()
            if self._stirrings.number > before:
                return f"{self._stirrings.latest} was handled"
            return next(_left(self.app), "")
        return ""

    @property
    def _goes_on(self) -> bool:
        return self.app.is_running and not self.app._exit and self.app._exception is None


class Stirrings:
    """Counts what widgets are told, but for the calls by which a pilot waits for them."""

    def __init__(self) -> None:
        self.number = 0
        self.latest: Message | None = None

    def __call__(self, message: Message) -> None:
        """A message has come to a widget."""
        if not isinstance(message, Callback):
            self.number += 1
            self.latest = message


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


def _at_work(app: App[Any]) -> list[Worker[Any]]:
    """Workers that are at work, and do not wait for the answer of a screen."""
    unanswered = sum(
        result.future is not None and not result.future.done()
        for screen in app.screen_stack
        for result in screen._result_callbacks
    )
    running = [worker for worker in app.workers if not worker.is_finished]
    waiting = [worker for worker in running if not worker._thread_worker]
    return running if len(waiting) > unanswered else [w for w in running if w._thread_worker]


def _left(app: App[Any]) -> Iterator[str]:
    """What is left to do in the app, when nobody is at work."""
    if work := _at_work(app):
        yield f"{work} at work"
    pumps: list[DOMNode] = [app]
    for screen in app.screen_stack:
        pumps += screen.walk_children(with_self=True)
    for pump in pumps:
        if pump.message_queue_size or pump._next_callbacks:
            yield f"{pump} has messages"
    top = app.screen
    if top._layout_required or top._scroll_required:
        yield f"{top} is to be laid out"
    if top._repaint_required or top._recompose_required or top._dirty_widgets or top._callbacks:
        yield f"{top} is to be painted"
    if app._resize_timer is not None:
        yield "the size is new"
    if app._batch_count:
        yield "painting is put off"
