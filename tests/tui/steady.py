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
from unittest.mock import patch

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._queue import Queue
from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste

# public only the other way round, as key_to_character
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import Worker

PATIENCE = 60.0
"""Seconds after which an app that does not come to rest, or to a wanted state, has failed."""
POLL = 0.005
TURNS = 3
"""Turns of the loop without anything new, in which removing, which is in no queue, goes on too."""


class SteadyPilot(Pilot[None]):
    """Presses keys as somebody does who looks at the screen before pressing the next ones."""

    def __init__(self, app: App[None], easel: Easel) -> None:
        super().__init__(app)
        self._easel = easel
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
        """Press keys, each when all is done that the one before it does, and paint then."""
        for key in keys:
            _strike(self.app, key)
            await self._settle()
        await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Let the app go on, for `delay` seconds at least, until it is at rest and painted."""
        await asyncio.sleep(delay or 0)
        await self._settle()
        while self._goes_on and self._easel.paint(self.app.screen):
            await self._settle()

    async def _settle(self) -> None:
        end = monotonic() + PATIENCE
        calm = 0
        while self._goes_on and calm < TURNS:
            # a turn for whatever is ready to go on
            await asyncio.sleep(POLL if self._is_at_work() else 0)
            await self.app.animator.wait_until_complete()
            calm = calm + 1 if self._goes_on and self._rests() else 0
            if monotonic() > end:
                raise AssertionError(f"never at rest: {list(_work(self.app))}\n{seen(self.app)}")

    def _rests(self) -> bool:
        """Whether nothing is left to do but to paint; lays out what waits for it."""
        if self._is_at_work() or not _waits_for_messages(self.app):
            return False
        return not _laid_out_anew(self.app.screen)

    def _is_at_work(self) -> bool:
        return not self._work_is_held and any(_work(self.app))

    @property
    def _goes_on(self) -> bool:
        return self.app.is_running and not self.app._exit and self.app._exception is None


class Easel:
    """Has a screen painted when it is asked to, and not each time that a part of it changes.

    No terminal is there to be painted for, which would be half of the time that a test takes.
    """

    def __init__(self) -> None:
        self._is_asked = False

    def paint(self, screen: Screen[Any]) -> bool:
        """Paint what has changed since; whether anything has."""
        if not screen._compositor._dirty_regions:
            return False
        self._is_asked = True
        try:
            screen._compositor_refresh()
        finally:
            self._is_asked = False
        return True

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Have all that is painted wait for `paint`."""
        paint = Compositor.render_update

        def when_asked(compositor: Compositor, **how: Any) -> RenderableType | None:
            # who wants all of it, wants a picture
            return paint(compositor, **how) if self._is_asked or how.get("full") else None

        with patch.object(Compositor, "render_update", when_asked):
            yield


@asynccontextmanager
async def steadily(
    app: App[None], size: tuple[int, int], notifications: bool = True
) -> AsyncIterator[SteadyPilot]:
    """Run an app in a terminal of that size, with its notices shown."""
    easel = Easel()
    with easel.at_hand():
        async with app.run_test(size=size, notifications=notifications):
            pilot = SteadyPilot(app, easel)
            await pilot.pause()
            yield pilot


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys all at once, as a slow line delivers them."""
    for key in keys:
        _strike(pilot.app, key)
    await pilot.pause()


def _strike(app: App[Any], key: str) -> None:
    name = _character_to_key(key) if len(key) == 1 else key
    character = key if len(key) == 1 else key_to_character(key)
    app.post_message(Key(name, character))


async def enter(pilot: Pilot[None], text: str) -> None:
    """Put a text into the field that has the cursor, all at once, as a paste does."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def until(pilot: Pilot[None], true: Callable[[], object], what: str) -> None:
    """Let the app go on until something is true, be it in passing, and then until it is at rest.

    Fails with the screen if it never is.
    """
    end = monotonic() + PATIENCE
    while not true():
        if monotonic() > end:
            raise AssertionError(f"never happened: {what}\n\n{seen(pilot.app)}")
        if any(_work(pilot.app)):
            # a notice that comes before the work is done may be gone when it is
            await asyncio.sleep(10 * POLL)
        else:
            await pilot.pause(POLL)
    await pilot.pause()


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


def _waits_for_messages(app: App[Any]) -> bool:
    """Whether the app and all that is in it have done what they were told, and wait for more."""
    if app._resize_timer is not None or not _waits_for_message(app):
        return False
    return all(
        _waits_for_message(node)
        for screen in app.screen_stack
        for node in screen.walk_children(with_self=True)
    )


def _waits_for_message(node: DOMNode) -> bool:
    queue: Queue[Message | None] = node._message_queue
    # a queue that is empty says nothing of the message before, which may be at work still
    is_waited_at = bool(queue.ready_event._waiters) or node._task is None or node._task.done()
    return is_waited_at and queue.empty() and not node._next_callbacks


def _laid_out_anew(screen: Screen[Any]) -> bool:
    """Lay out what waits for it; whether anything did."""
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
