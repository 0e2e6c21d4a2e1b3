from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import LibraryError
from index.search.entry import Entry
from index.search.index import SearchIndex
from index.search.thesaurus import Thesaurus
from index.search.words import stem


def same(thesaurus: Thesaurus, *stems: str) -> set[str]:
    return {" ".join(each.terms) for each in thesaurus.same_as(stems)}


def test_every_expression_of_a_group_leads_to_the_others() -> None:
    thesaurus = Thesaurus([["SGO", "special guardianship order", "special guardianship"]])
    assert same(thesaurus, "sgo") == {"special guardianship order", "special guardianship"}
    assert same(thesaurus, "special", "guardianship") == {"SGO", "special guardianship order"}
    assert same(thesaurus, "special") == set()


def test_only_what_is_written_in_capitals_is_an_acronym() -> None:
    thesaurus = Thesaurus([["SEND", "special educational needs"], ["DfE", "the Department"]])
    assert thesaurus.knows_acronym("SEND")
    assert not thesaurus.knows_acronym("DFE")


@pytest.mark.parametrize(
    "acronym",
    [
        *("ASGLB", "CAMHS", "CLA", "CPC", "CSC", "CSE", "EHCP", "IRO"),
        *("LAC", "LGA", "MASH", "ONS", "PEP", "SEND", "SGO", "UASC"),
    ],
)
def test_the_acronyms_of_the_field_are_listed(acronym: str) -> None:
    assert same(Thesaurus.of_the_field(), stem(acronym.lower()))


def test_a_reader_may_add_words_and_take_some_away(tmp_path: Path) -> None:
    (tmp_path / "synonyms.toml").write_text(
        """
        [same]
        ours = ["Amber Team", "duty team"]
        mockingbird = ["-mocking bird"]
        """
    )
    index = SearchIndex(tmp_path / "index", tmp_path)
    index.rebuild([Entry(id="a", title="The duty team", text="A mocking bird")], "one")
    assert index.match("amber team").ids == ("a",)
    assert index.match("mockingbird ").ids == ()
    index.close()


def test_a_list_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "synonyms.toml").write_text("[same")
    index = SearchIndex(tmp_path / "index", tmp_path)
    index.rebuild([], "one")
    with pytest.raises(LibraryError, match=r"synonyms\.toml"):
        index.match("kinship")
    index.close()
