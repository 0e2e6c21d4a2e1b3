"""Documents read anew: what a person decided about them stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index import Library
from index.errors import LibraryError
from index.model.documents import Span
from index.model.mends import Change, Mends
from index.places import Places
from tests.index.mended import NEWSLETTER, found, ids, marked, opened, page, titles


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with opened(tmp_path) as made:
        yield made


def older(library: Library) -> Places:
    """The library closed, and its documents taken apart by other rules."""
    library.close()
    db = sqlite3.connect(library.places.record)
    with db:
        db.execute("update documents set rules = 'older'")
    db.close()
    return library.places


def test_what_was_mended_survives_a_rereading(library: Library) -> None:
    items = marked(library)
    library.split_at(page(library).document, 6)
    library.change(items[1], Change(title="Carers wanted", topics=("adoption",)))
    library.set_furniture(page(library).document, Span(14, 14), furniture=True)
    before, agenda = page(library), library.agenda("Panel")
    with Library(older(library)) as again:
        assert again.outdated() == 1
        assert again.reread().documents == 1
        assert again.outdated() == 0
        assert page(again) == before
        assert again.agenda("Panel") == agenda
        assert again.read(items) == {items[1]}
        assert again.note(items[0]) == f"a note on {items[0]}"
        assert not found(again, "zymurgy")


def test_a_reader_s_own_word_lists_are_rules_too(library: Library) -> None:
    config = library.places.config
    library.close()
    config.mkdir(parents=True)
    (config / "furniture.toml").write_text("")
    with Library(library.places) as again:
        assert again.outdated() == 1
        again.reread()
        assert again.outdated() == 0


def test_what_was_mended_is_there_again_with_the_document(library: Library, tmp_path: Path) -> None:
    library.join_with_next(ids(library)[0])
    before = page(library)
    library.close()
    db = sqlite3.connect(library.places.record)
    with db:
        db.execute("pragma foreign_keys = on")
        db.execute("delete from documents")
    db.close()
    with Library(library.places) as again:
        assert again.documents() == ()
        again.add([tmp_path / "newsletter.txt"])
        assert page(again).mends == before.mends
        assert titles(again) == [item.title for item in before.items]


def test_an_original_that_is_gone_is_named_and_can_be_added_again(
    library: Library, tmp_path: Path
) -> None:
    (original,) = library.places.originals.iterdir()
    item = ids(library)[0]
    before = page(library)
    original.unlink()
    for asked in (
        lambda: library.page(before.document),
        lambda: library.change(item, Change(title="x")),
    ):
        with pytest.raises(LibraryError, match="add the document again"):
            asked()
    library.add([tmp_path / "newsletter.txt"])
    assert page(library) == before
    original.unlink()
    with Library(older(library)) as again:
        reread = again.reread()
        assert (reread.documents, len(reread.refused)) == (0, 1)
        assert again.item(item).title == "Kinship care"


def test_what_a_catalogue_stated_holds_after_it_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "newsletters"
    folder.mkdir()
    (folder / "news.txt").write_text(NEWSLETTER)
    (folder / "catalogue.toml").write_text(
        '[documents."news.txt"]\ntitle = "Our news"\nsource = "The Trust"\n'
        'issued = "2022-01"\norigin = "https://example.org"\n'
    )
    with Library(Places.of(tmp_path / "library"), seeds=False) as library:
        library.add([folder])
        before = library.documents()
        (folder / "catalogue.toml").unlink()
        library.split_at(before[0].id, 6)
        (after,) = library.documents()
    assert replace(after, items=before[0].items) == before[0]
    assert after.items == before[0].items + 1


def test_a_library_of_version_1_is_read_anew_with_all_that_it_has(library_folder: Path) -> None:
    places = Places.of(library_folder)
    with Library(places) as library:
        items = library.search().ids
        library.save_meeting("Panel")
        library.bookmark(items[3], "Panel")
        library.mark_read(items[:5])
        documents, agenda = library.documents(), library.agenda("Panel")
    db = sqlite3.connect(places.record)
    with db:
        db.execute("drop table story_marks")
        db.execute("drop table stories")
        db.execute("drop table mends")
        db.execute("alter table documents drop column rules")
        db.execute("alter table documents drop column stated")
        db.execute("pragma user_version = 1")
    db.close()
    with Library(places) as library:
        assert library.outdated() == 5
        assert library.documents() == documents
        assert library.reread().documents == 5
        assert library.documents() == documents
        assert library.search().ids == items
        assert library.agenda("Panel") == agenda
        assert library.read(items) == {*items[:5]}
        assert library.page(documents[0].id).mends == Mends()
