"""What each format shows, as a tool that is not ours reads it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

import html5lib
import vobject
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from icalendar import Calendar
from markdown_it import MarkdownIt

from index.reading.cleaning import clean


def by_markdown_it(data: bytes) -> str:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # shown as it is
    inlines = [each for each in reader.parse(data.decode()) if each.type == "inline"]
    return "\n".join("".join(child.content for child in each.children or ()) for each in inlines)


def by_html5lib(data: bytes) -> str:
    body = page(data).find("body")
    return "\n".join("".join(each.itertext()) for each in body.iter())


def page(data: bytes) -> Any:
    """The page as a tree. Raises where a browser would have to guess."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data)


def by_docx(data: bytes) -> str:
    told: list[str] = []
    for block in Document(BytesIO(data)).iter_inner_content():
        match block:
            case Paragraph():
                told.append(block.text)
            case Table():
                told += [cell.text for row in block.rows for cell in row.cells]
    return "\n".join(told)


def by_icalendar(data: bytes) -> str:
    return "\n".join(
        str(event.get(name, ""))
        for event in Calendar.from_ical(data).walk("VEVENT")
        for name in ("summary", "description", "location")
    )


def by_vobject(data: bytes) -> str:
    return "\n".join(
        getattr(event, name).value
        for event in vobject.readOne(data.decode()).vevent_list
        for name in ("summary", "description", "location")
        if hasattr(event, name)
    )


READERS: Mapping[str, tuple[str, Callable[[bytes], str]]] = {
    "markdown-it": ("md", by_markdown_it),
    "the eye": ("txt", lambda data: data.decode()),
    "html5lib": ("html", by_html5lib),
    "python-docx": ("docx", by_docx),
    "icalendar": ("ics", by_icalendar),
    "vobject": ("ics", by_vobject),
    "json": ("json", lambda data: clean("\n".join(_texts(json.loads(data))))),
}


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            for each in value.values():
                yield from _texts(each)
