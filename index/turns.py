"""Work that one at a time does, in a thread of its own: who leaves need not wait for its end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

Answer = TypeVar("Answer")

GoOn = Callable[[], None]
"""Called by work now and then; raises LeftError where nobody wants it any longer."""


class LeftError(Exception):
    """The work was left before its end."""


class Turns:
    """Whoever wants work done waits for a turn. Any thread may call any method."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._busy = False
        self._left = 0

    def take(self, work: Callable[[GoOn], Answer], *, wait: bool = True) -> Answer | None:
        """Do the work; what comes of it, or None if others are at theirs and `wait` is False.

        Raises what the work raises, and LeftError if `leave` is called before its end.
        """
        with self._changed:
            left = self._left
            if self._busy and not wait:
                return None
            self._changed.wait_for(lambda: not self._busy or self._left != left)
            if self._left != left:
                raise LeftError
            self._busy = True
        outcome: Future[Answer] = Future()
        try:
            # what is still at work does not keep the program from ending
            worker = threading.Thread(
                target=self._do, args=(work, left, outcome), name="indexing", daemon=True
            )
            worker.start()
        except BaseException:
            self._done()
            raise
        with self._changed:
            self._changed.wait_for(lambda: outcome.done() or self._left != left)
        if not outcome.done():
            raise LeftError
        return outcome.result()

    def leave(self) -> None:
        """Let everybody go who waits, and the work end that is being done."""
        with self._changed:
            self._left += 1
            self._changed.notify_all()

    def _do(self, work: Callable[[GoOn], Answer], left: int, outcome: Future[Answer]) -> None:
        def go_on() -> None:
            if self._left != left:
                raise LeftError

        try:
            outcome.set_result(work(go_on))
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            outcome.set_exception(error)
        finally:
            self._done()

    def _done(self) -> None:
        with self._changed:
            self._busy = False
            self._changed.notify_all()
