"""Asking when an item takes place, or closes."""

from __future__ import annotations

from datetime import date

from index.model.dates import day_from_words, in_words
from index.model.items import Item, Kind
from index.model.mends import NO_DATE
from tui.screens.asking import AskLine

_NONE = "none"


def question_of_date(item: Item, draft: str | None = None) -> AskLine:
    """The question, with what the item says now, or else `draft`, in its field."""
    closes = item.kind in (Kind.SURVEY, Kind.CONSULTATION)
    if draft is None:
        told = [found.start for found in item.dates if found.what in ("event", "deadline")]
        draft = in_words(told[0][:10]) if told else ""
    return AskLine(
        "Closing date" if closes else "Date",
        f"When does it {'close' if closes else 'take place'}? "
        f"“{_NONE}”: it has no date. Empty: as it was found.",
        draft,
        "3 March 2022",
        may_be_empty=True,
    )


def date_from_answer(words: str, issued: str | None) -> str | None:
    """The answer as `Change.date` wants it. A year left out is that after the issue, if known.

    Raises InvalidInputError.
    """
    if not words:
        return None
    if words.casefold() == _NONE:
        return NO_DATE
    since = date.fromisoformat(f"{issued}-01-01"[:10]) if issued else None
    return day_from_words(words, since).isoformat()
