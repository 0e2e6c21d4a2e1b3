"""A library with one newsletter, to be mended and read anew, and what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index import Library
from index.model.pages import WholePage
from index.places import Places

NEWSLETTER = """\
Home | About us | News

Kinship care

Grandparents who bring up children have asked for an allowance of their own.
The council will answer in May.

Fostering

More foster carers are wanted in the north of the county this year.

A survey for young people

Tell us what zymurgy means to you.

Unsubscribe
"""


@contextmanager
def opened(folder: Path) -> Iterator[Library]:
    """A library in the folder that holds the newsletter and nothing else."""
    path = folder / "newsletter.txt"
    path.write_text(NEWSLETTER)
    with Library(Places.of(folder / "library"), seeds=False) as library:
        library.add([path])
        yield library


def page(library: Library) -> WholePage:
    (document,) = library.documents()
    return library.page(document.id)


def ids(library: Library) -> list[str]:
    return [item.id for item in page(library).items]


def titles(library: Library) -> list[str]:
    return [item.title for item in page(library).items]


def found(library: Library, query: str) -> list[str]:
    return [library.item(each).title for each in library.search(query).ids]


def marked(library: Library) -> list[str]:
    """The items, the first two on an agenda and with a note, and the second one read."""
    items = ids(library)
    library.save_meeting("Panel")
    for each in items[:2]:
        library.bookmark(each, "Panel")
        library.write_note(each, f"a note on {each}")
    library.mark_read([items[1]])
    return items
