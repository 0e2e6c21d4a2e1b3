"""The forms in which the record writes what SQLite has no type for, and reads it again, whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from index.model.documents import Issued, Link, Span
from index.model.items import FoundDate, Furniture, Heading
from index.model.meetings import TemplateEntry
from index.model.results import Filter

if TYPE_CHECKING:
    from index.reading.catalogue import Entry


def now() -> str:
    """This moment, ISO 8601 to the second, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def day_written(day: date | None) -> str | None:
    """A day, ISO 8601."""
    return None if day is None else day.isoformat()


def day_read(value: str | None) -> date | None:
    """The day of ISO 8601."""
    return None if value is None else date.fromisoformat(value)


def listed(values: Iterable[object]) -> str:
    """Plain values as a JSON list; tuples become lists."""
    return storable(json.dumps(list(values), ensure_ascii=False))


def words(value: str) -> tuple[str, ...]:
    """A JSON list of texts."""
    return () if value == "[]" else tuple(json.loads(value))


def span(first: int | None, last: int | None) -> Span | None:
    """The lines between two columns, None where there are none."""
    return None if first is None or last is None else Span(first, last)


def ends(lines: Span | None) -> tuple[int | None, int | None]:
    """The two columns for lines."""
    return (None, None) if lines is None else (lines.first, lines.last)


def links_written(links: Iterable[Link]) -> str:
    """Links as a JSON list."""
    return listed((link.address, link.text, link.start, link.end) for link in links)


def links_read(value: str) -> tuple[Link, ...]:
    """The links in a JSON list."""
    return tuple(Link(*link) for link in json.loads(value))


def dates_written(dates: Iterable[FoundDate]) -> str:
    """Dates as a JSON list."""
    return listed((found.text, found.start, found.end, found.what) for found in dates)


def dates_read(value: str) -> tuple[FoundDate, ...]:
    """The dates in a JSON list."""
    return tuple(FoundDate(*found) for found in json.loads(value))


def furniture_written(furniture: Iterable[Furniture]) -> str:
    """Page furniture as a JSON list."""
    return listed((*ends(each.lines), each.text, each.why) for each in furniture)


def furniture_read(value: str) -> tuple[Furniture, ...]:
    """The page furniture in a JSON list."""
    return tuple(
        Furniture(span(first, last), text, why) for first, last, text, why in json.loads(value)
    )


def headings_written(headings: Iterable[Heading]) -> str:
    """Section headings as a JSON list."""
    return listed((*ends(each.lines), each.title) for each in headings)


def headings_read(value: str) -> tuple[Heading, ...]:
    """The section headings in a JSON list."""
    return tuple(Heading(span(first, last), title) for first, last, title in json.loads(value))


def template_written(template: Iterable[TemplateEntry]) -> str:
    """The template of an agenda as a JSON list."""
    return listed((line.kind, line.title, line.minutes, line.lead) for line in template)


def template_read(value: str) -> tuple[TemplateEntry, ...]:
    """The template of an agenda in a JSON list."""
    return tuple(TemplateEntry(*line) for line in json.loads(value))


def entry_written(entry: Entry) -> str:
    """What a catalogue states, as a JSON object."""
    return storable(json.dumps(asdict(entry), ensure_ascii=False))


def entry_read(value: str) -> Entry:
    """What a catalogue states, from a JSON object."""
    from index.reading.catalogue import Entry

    stated: dict[str, Any] = json.loads(value)
    return Entry(**{**stated, "issued": Issued(**stated["issued"])})


def filter_written(filter: Filter) -> str:
    """A filter as a JSON object of those of its fields that ask for something."""
    nothing = asdict(Filter())
    asked = {name: value for name, value in asdict(filter).items() if value != nothing[name]}
    return json.dumps(asked, default=date.isoformat, ensure_ascii=False)


def filter_read(value: str) -> Filter:
    """The filter in a JSON object; what a newer version wrote besides is passed over."""
    written: Mapping[str, Any] = json.loads(value)
    known = {field.name for field in fields(Filter)}
    return Filter(**{name: _asked(name, each) for name, each in written.items() if name in known})


def _asked(name: str, value: Any) -> Any:
    if name in ("since", "until"):
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


def storable(text: str) -> str:
    """The text as SQLite can keep it: a file name that is no UTF-8 loses what cannot be shown."""
    return text.encode("utf-8", "replace").decode("utf-8")
