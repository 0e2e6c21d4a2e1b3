from __future__ import annotations

from datetime import date

from index.agendas.due_dates import due_dates
from index.model.items import FoundDate


def test_closing_dates_come_first_and_nothing_past_or_vague() -> None:
    found = (
        FoundDate("1 May", "2026-05-01", None, "event"),
        FoundDate("9 to 10 May, 2pm", "2026-05-09T14:00", "2026-05-10T15:00", "event"),
        FoundDate("by 20 June", "2026-06-20T17:00", None, "deadline"),
        FoundDate("by 12 May", "2026-05-12", None, "deadline"),
        FoundDate("by May 12th", "2026-05-12", None, "deadline"),
        FoundDate("closed", "2026-04-01", None, "deadline"),
        FoundDate("in July", "2026-07", None, "deadline"),
        FoundDate("2027", "2027", None, "event"),
        FoundDate("last year", "2026-09-09", None, "mentioned"),
    )
    assert due_dates(found, date(2026, 5, 1)) == (
        date(2026, 5, 12),
        date(2026, 6, 20),
        date(2026, 5, 1),
        date(2026, 5, 10),
    )
    assert due_dates((), date(2026, 5, 1)) == ()
