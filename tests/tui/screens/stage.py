"""A bare app for one screen at a time, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

import tui
from tests.tui.steady import seen, steadily, until

HOSTILE = "[@click=app.quit]quit[/] a [/foo] b [p. 3]"
"""A text that markup would run, stumble over, or swallow."""

SIZES = ((60, 20), (200, 50))

StagePilot = Pilot[None]

_FRAMES = str.maketrans(dict.fromkeys("│─╭╮╰╯▁▂▃▄▅▆▇█▔▎▊▌", " "))


class Stage(App[None]):
    """Shows a screen and keeps what it answers."""

    CSS_PATH: ClassVar = Path(tui.__file__).with_name("screens") / "screens.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Any] = []


async def answers_of(
    screens: Iterable[tuple[Screen[Any], Sequence[str]]], size: tuple[int, int] = (80, 24)
) -> list[Any]:
    """What screens, shown one after the other, answer to the keys that are pressed on each."""
    app = Stage()
    async with steadily(app, size, notifications=False) as pilot:
        for number, (screen, keys) in enumerate(screens, 1):
            await _shown(pilot, app, screen)
            await pilot.press(*keys)
            await until(pilot, partial(_has_answered, app, number), f"{keys} answers")
        return app.answers


async def _shown(pilot: StagePilot, app: Stage, screen: Screen[Any]) -> None:
    """Push a screen and wait until what can be focused is: keys would go nowhere before."""
    app.call_later(app.push_screen, screen, app.answers.append)
    await until(pilot, lambda: app.focused or not screen.focus_chain, "something is focused")


def _has_answered(app: Stage, times: int) -> bool:
    return len(app.answers) == times


@asynccontextmanager
async def on_stage(
    screen: Screen[Any], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Stage, StagePilot]]:
    """The screen on a terminal of that size."""
    app = Stage()
    async with steadily(app, size) as pilot:
        await _shown(pilot, app, screen)
        yield app, pilot


def flowed(app: App[None]) -> str:
    """What the terminal shows as running text, without frames and line breaks."""
    return " ".join(seen(app).translate(_FRAMES).split())


def within(app: App[None], selector: str) -> str:
    """What stands within a widget as running text, where others stand beside it."""
    here = app.screen if selector == "Screen" else app.screen.query_one(selector)
    region = here.region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    lines = [strip.crop(region.x, region.right).text for strip in strips]
    return " ".join(" ".join(lines).translate(_FRAMES).split())


def told(app: App[None]) -> str:
    """What the app tells in passing, in the corner of the screen."""
    strips = app.screen._compositor.render_strips()
    lines = [
        strips[y].crop(toast.region.x, toast.region.right).text
        for toast in app.screen.query("Toast")
        for y in range(toast.region.y, min(toast.region.bottom, len(strips)))
    ]
    return " ".join(" ".join(lines).translate(_FRAMES).split())


async def walked(
    app: App[None],
    pilot: StagePilot,
    key: str = "pagedown",
    most: int = 40,
    selector: str = "Screen",
) -> str:
    """Everything that comes by, within a widget, as a reader presses a key until all has."""
    passed = [within(app, selector)]
    for _ in range(most):
        await pilot.press(key)
        if within(app, selector) == passed[-1]:
            break
        passed.append(within(app, selector))
    return "\n".join(passed)
