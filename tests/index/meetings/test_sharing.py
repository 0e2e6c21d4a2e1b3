from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DocumentError
from index.meetings.sharing import LARGEST, read_shared, shared
from index.model.meetings import Bookmark, Pack
from index.model.shared import SharedNote
from tests.index.meetings.packs import EMPTY, MADE, WHOLE

Edit = Callable[[dict[str, Any]], object]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "panel.json"


def refused(file: Path, data: bytes) -> str:
    file.write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        read_shared(file)
    words = str(caught.value)
    assert words.startswith(f"{file}: ")
    assert "\n" not in words
    return words.removeprefix(f"{file}: ")


def edited(edit: Edit) -> bytes:
    written = json.loads(shared(WHOLE, MADE, "Jo"))
    edit(written)
    return json.dumps(written).encode()


def test_what_is_shared_comes_back(file: Path) -> None:
    file.write_bytes(shared(WHOLE, MADE, "Jo"))
    read = read_shared(file)
    assert read.meeting == WHOLE.meeting
    assert read.actions == WHOLE.actions
    assert read.notes == (SharedNote("entry-4", "Ask what ours were.\n\nHow many?", "Jo"),)
    assert (read.by, read.made) == ("Jo", MADE)
    assert read.agenda == tuple(
        replace(entry, note="", bookmark=entry.bookmark and ours(entry.bookmark))
        for entry in WHOLE.agenda
    )


def ours(bookmark: Bookmark) -> Bookmark:
    """What travels of a bookmark: not whether our library still has the item."""
    return replace(bookmark, missing=False, note="")


def test_links_keep_their_place_only_where_it_is_theirs(file: Path) -> None:
    def move(pack: dict[str, Any]) -> None:
        bookmark = pack["agenda"][3]["bookmark"]
        bookmark["text"] = "See https://a.org and more"
        bookmark["links"] = [
            {"address": "https://a.org", "text": "", "start": 4, "end": 17},
            {"address": "https://a.org", "text": "", "start": 5, "end": 999},
            {"address": "javascript:alert(1)", "text": "here", "start": -1, "end": -1},
        ]

    file.write_bytes(edited(move))
    bookmark = read_shared(file).agenda[3].bookmark
    assert bookmark is not None
    assert [(link.address, link.start) for link in bookmark.links] == [
        ("https://a.org", 4),
        ("https://a.org", -1),
        (None, -1),
    ]


def test_every_text_goes_through_the_gate(file: Path) -> None:
    def spoil(pack: dict[str, Any]) -> None:
        pack["meeting"]["name"] = "Pa\x1b[31mnel\nof\u202e two\ud800"
        pack["agenda"][3]["bookmark"]["text"] = "One\r\ntwo\x07"

    file.write_bytes(edited(spoil))
    read = read_shared(file)
    assert read.meeting.name == "Pa[31mnel of two"
    assert read.agenda[3].bookmark is not None
    assert read.agenda[3].bookmark.text == "One\ntwo"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no such file, or cut short"),
        (b"\xff\xfe\x00", "no such file, or cut short"),
        (b'{"carereader": "pack"', "no such file, or cut short"),
        (b"[" * 200_000, "no such file, or cut short"),
        (b"9" * 10_000, "no such file, or cut short"),
        (b"[]", "the file should be a table"),
        (b"{}", "carereader is missing"),
        (b'{"carereader": "search"}', "it was not made by carereader"),
    ],
)
def test_what_is_no_pack_is_refused_in_words(file: Path, data: bytes, words: str) -> None:
    assert words in refused(file, data)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda pack: pack.update(version=2), "of version 2; a newer carereader can read it"),
        (lambda pack: pack.update(version="1"), "version should be a whole number"),
        (lambda pack: pack.update(made="yesterday"), "made should be a day and time"),
        (lambda pack: pack.pop("meeting"), "meeting is missing"),
        (lambda pack: pack["meeting"].update(name=" \n"), "meeting: it has no name"),
        (lambda pack: pack["meeting"].update(date="2026-02-30"), "meeting: date should be a date"),
        (lambda pack: pack["meeting"].update(date="2026"), "meeting: date should be a day"),
        (lambda pack: pack["meeting"].update(people="Jo"), "meeting: people should be a list"),
        (lambda pack: pack["meeting"].update(people=[1]), "meeting: people should be a list of"),
        (lambda pack: pack["agenda"][0].update(kind="x"), "agenda, no. 1: kind should be one of"),
        (lambda pack: pack["agenda"][0].update(kind=["own"]), "agenda, no. 1: kind should be"),
        (lambda pack: pack["agenda"][0].update(minutes=-1), "agenda, no. 1: minutes should be"),
        (lambda pack: pack["agenda"][0].update(minutes=True), "agenda, no. 1: minutes should be"),
        (lambda pack: pack["agenda"][0].update(minutes=1e9), "agenda, no. 1: minutes should be"),
        (lambda pack: pack["agenda"][0].update(id="../x"), "agenda, no. 1: id should be an id"),
        (lambda pack: pack["agenda"][0].update(kind="item"), "an item has a bookmark"),
        (lambda pack: pack["agenda"][3].update(bookmark=None), "an item has a bookmark"),
        (lambda pack: pack["agenda"][3].update(bookmark=[]), "bookmark should be a table"),
        (lambda pack: pack["agenda"][3]["bookmark"].update(lines=[5, 2]), "the last line"),
        (lambda pack: pack["agenda"][3]["bookmark"].update(dates=[{}]), "dates, no. 1: text is"),
        (lambda pack: pack["agenda"].append(pack["agenda"][0]), "the same id stands there twice"),
        (lambda pack: pack["agenda"].append("x"), "agenda, no. 8 should be a table"),
        (lambda pack: pack["notes"][0].update(entry="nobody"), "notes, no. 1: entry should be the"),
        (lambda pack: pack["actions"][0].update(entry="nobody"), "actions, no. 1: entry should"),
        (lambda pack: pack["actions"][0].update(done="no"), "done should be true or false"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(file: Path, edit: Edit, words: str) -> None:
    assert words in refused(file, edited(edit))


def test_a_file_that_cannot_be_is_not_read(file: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_shared(file)
    with file.open("wb") as sparse:
        sparse.truncate(LARGEST + 1)
    with pytest.raises(DocumentError, match="larger than any shared meeting"):
        read_shared(file)


def test_what_a_later_version_adds_is_passed_over(file: Path) -> None:
    file.write_bytes(edited(lambda pack: pack.update(colour="blue")))
    assert read_shared(file).meeting == WHOLE.meeting


def test_an_empty_pack_travels_too(file: Path) -> None:
    file.write_bytes(shared(replace(EMPTY, meeting=replace(EMPTY.meeting, id="m")), MADE))
    assert read_shared(file).agenda == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=5,
)


@given(st.data())
def test_anything_in_any_place_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    written = json.loads(shared(WHOLE, MADE, "Jo"))
    place: Any = written
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(json_values)
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_bytes(json.dumps(written).encode())
    with suppress(DocumentError):
        read = read_shared(file)
        assert json.loads(shared(Pack(read.meeting, read.agenda, read.actions), read.made))
