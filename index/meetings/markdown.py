"""A meeting's pack in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from index.meetings.plain import address, inline, opening, passage
from index.model.dates import in_words, span_in_words
from index.model.meetings import Bookmark, Meeting, Pack

_NOTHING = (
    "Nothing is on this agenda yet: it has no standing items, and no item is bookmarked for it."
)
_ROLES = {"event": "Takes place", "deadline": "Closes"}


def markdown(pack: Pack) -> str:
    """The pack as a Markdown document: the agenda, then what each bookmarked item says.

    Whatever a document or a person wrote is made plain: it is shown as it was written, and can
    neither format the page nor put HTML into it.
    """
    return "\n\n".join(_parts(pack)) + "\n"


def _parts(pack: Pack) -> Iterator[str]:
    yield f"# {inline(pack.meeting.name)}"
    if particulars := _particulars(pack.meeting):
        yield particulars
    yield "## Agenda"
    yield _agenda(pack) or _NOTHING
    if pack.bookmarks:
        yield "## Items"
        for number, bookmark in enumerate(pack.bookmarks, len(pack.meeting.standing) + 1):
            yield from _item(number, bookmark)


def _particulars(meeting: Meeting) -> str:
    day = in_words(meeting.date.isoformat()) if meeting.date else ""
    when = ", ".join(part for part in (day, meeting.time) if part)
    told = (("When", when), ("Where", meeting.place))
    return "\n".join(f"- **{label}:** {inline(value)}" for label, value in told if value)


def _agenda(pack: Pack) -> str:
    titles = (*pack.meeting.standing, *(each.citation.title for each in pack.bookmarks))
    return "\n".join(f"{number}. {opening(title)}" for number, title in enumerate(titles, 1))


def _item(number: int, bookmark: Bookmark) -> Iterator[str]:
    yield f"### {number}. {inline(bookmark.citation.title)}"
    if bookmark.text.strip():
        yield passage(bookmark.text)
    if particulars := _dates_and_links(bookmark):
        yield particulars
    if bookmark.note:
        yield "**Note**"
        lines = [line for line in bookmark.note.splitlines() if line.strip()]
        yield "\n>\n".join(f"> {opening(line)}" for line in lines)
    gone = " No longer in the library." if bookmark.missing else ""
    yield f"Source: {inline(bookmark.citation.in_words())}.{gone}"


def _dates_and_links(bookmark: Bookmark) -> str:
    told = [
        f"- **{_ROLES[found.what]}:** {inline(span_in_words(found.start, found.end))}"
        for found in bookmark.dates
        if found.what in _ROLES
    ]
    # an address that stands in the text can be followed there
    told += [
        f"- **Link:** {address(link.address)}"
        for link in bookmark.links
        if link.address and link.address not in bookmark.text
    ]
    return "\n".join(dict.fromkeys(told))
