"""Times of day beside a date: "6.30-7.30pm", "2.00pm – 4.50pm", "10:00 to noon"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOCK = r"""(?: \d{1,2} (?:[.:]\d{2})? \s? (?:[ap]\.?\s?m\b\.?|noon\b|midday\b|midnight\b|hrs\b)
           | \d{1,2} [.:] \d{2} (?![\d/%]) | \d{4}\s?hrs\b | noon\b | midday\b | midnight\b )"""
_LONE_HOUR = r"\d{1,2} (?:[.:]\d{2})? (?![\d/%])"
_TO = r"\s{0,2} (?: - | – | — | to | until | till | and ) \s{0,2}"
_SPAN = rf"(?P<span> (?:{_CLOCK}|{_LONE_HOUR}) {_TO} {_CLOCK} | {_CLOCK} )"
_WORDED = r"(?: at | from | between | starting\sat | starts\sat | start | time:? | @ ) \s{0,2}"

_AFTER = re.compile(rf"[\s,;:(\[|·–-]{{0,6}} (?:{_WORDED})? {_SPAN}", re.VERBOSE | re.IGNORECASE)
_IN_DIARY = re.compile(
    rf"(?<=[ \t]) {_SPAN} (?=\s*$|[ \t,;(])", re.VERBOSE | re.IGNORECASE | re.MULTILINE
)
_BEFORE = re.compile(
    rf"(?<![\d.:/£]) {_SPAN} [ ,)]{{0,3}} (?:on|,|-|–)? [ ]{{0,2}} (?:the[ ])? \Z",
    re.VERBOSE | re.IGNORECASE,
)
_PIECE = re.compile(
    r"(?:12\s?)?(?P<word>noon|midday|midnight)"
    r"|(?P<hour>\d{1,2})(?:[.:]?(?P<minute>\d{2}))?\s?(?P<half>[ap])?",
    re.IGNORECASE,
)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_IN_LINE = re.compile(rf"(?: \b{_WORDED} | [(,–—-]\s{{0,2}} ) {_SPAN}", re.VERBOSE | re.IGNORECASE)
# No time of day is without one of these. The search leaps from one first letter to the next.
_SIGN = re.compile(
    r"[0-9nNmM](?:(?<=[0-9])(?:[.:]\d\d|\s?[apAP]\.?\s?[mM]|\s?[hH][rR][sS])"
    r"|(?<=[nN])[oO][oO][nN]|(?<=[mM])[iI][dD])"
)
_REACH = 45
_FIRST_HOUR = "07:00"
_LINE = 110


@dataclass(frozen=True, slots=True)
class Times:
    """When on its day something begins and ends ("18:30"); `end` is None where it is not said.

    `first` and `last` are the offsets in the text between which the times stand.
    """

    start: str
    end: str | None
    first: int
    last: int


def clock_in(text: str) -> bool:
    """Whether a text may name any time of day."""
    return _SIGN.search(text) is not None


def times_beside(text: str, start: int, end: int, since: int, until: int) -> Times | None:
    """The times of the date at `text[start:end]`: just after it, or just before.

    Failing that, further on in its line, up to `until`, where the next date begins. What stands
    before it belongs to the date that ends at `since` if that one leads its line, as in a diary.
    """
    diary = text.rfind("\n", 0, start) + 1 == start
    found = _AFTER.match(text, end, end + _REACH)
    if found is not None and (times := _read(found["span"])) is not None:
        return Times(*times, found.start("span"), found.end("span"))
    before = max(0, since, start - _REACH)
    found = None
    if _SIGN.search(text, before, start) and not (since and text[since:start].isspace()):
        found = _BEFORE.search(text[before:start])
    if found is not None and (times := _read(found["span"])) is not None:
        return Times(*times, before + found.start("span"), before + found.end("span"))
    line_end = text.find("\n", end, end + _LINE)
    until = min(until, line_end if line_end >= 0 else end + _LINE, len(text))
    if _SIGN.search(text, end, until) is None:
        return None
    stop = text.find(". ", end, until)
    found = _IN_LINE.search(text, end, stop if stop >= 0 else until)
    if found is None and diary:
        found = _IN_DIARY.search(text, end, until)
    if found is not None and (times := _read(found["span"])) is not None:
        return Times(*times, start, end)
    return None


def _read(span: str) -> tuple[str, str | None] | None:
    """The times of a span, or None where there is no such time of day."""
    pieces = list(_PIECE.finditer(span))[:2]
    halves = [(piece["half"] or "").lower() for piece in pieces]
    if "noon" in span.lower() and halves == ["", ""]:
        halves = ["a", "p"]
    clocks = [_clock(piece, half) for piece, half in zip(pieces, halves, strict=True)]
    if not clocks or None in clocks:
        return None
    if len(clocks) == 2 and halves[0] == "" and halves[1] == "p":
        # "6.30-7.30pm": the first is in the same half of the day, unless it would then come later.
        afternoon = _clock(pieces[0], "p")
        if afternoon is not None and clocks[1] is not None and afternoon < clocks[1]:
            clocks[0] = afternoon
    first, last = clocks[0], clocks[1] if len(clocks) == 2 else None
    if first is None:
        return None
    if not any(halves):
        first, last = _by_day(first, last, span)
    return first, last if last is None or last > first else None


def _by_day(first: str, last: str | None, span: str) -> tuple[str, str | None]:
    """Times without "am" and "pm", in the day and not in the night, unless they have all digits.

    Nobody meets from one to three in the morning, and "9.30 - 4.30" ends in the afternoon.
    """
    if not span.startswith("0") and "00:59" < first < _FIRST_HOUR:
        first = _later(first)
    if last is not None and last < first and last < "12:00":
        last = _later(last)
    return first, last


def _later(clock: str) -> str:
    return f"{int(clock[:2]) + 12:02}{clock[2:]}"


def _clock(piece: re.Match[str], half: str) -> str | None:
    if piece["word"]:
        return _WORDS[piece["word"].lower()]
    hour, minute = int(piece["hour"]), int(piece["minute"] or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
