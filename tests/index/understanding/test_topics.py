from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import LibraryError
from index.model.items import TopicMatch
from index.understanding import Understanding
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon
from index.understanding.topics import UNCLASSIFIED, Topics, tree
from tests.index.understanding.understood import understood

SLUGS = (
    *("care-review", "law-and-guidance", "parliament", "funding"),
    *("child-protection", "exploitation", "domestic-abuse", "online-safety"),
    *("children-in-care", "fostering", "kinship-care", "adoption", "residential-care"),
    *("leaving-care", "education", "send", "mental-health", "early-help", "early-years"),
    *("youth-justice", "equality", "participation", "workforce", "data-and-technology", "covid-19"),
)


def topics(understanding: Understanding, text: str, title: str = "") -> set[str]:
    return {match.slug for match in understood(understanding, text, title).topics}


def test_the_tree_has_every_topic_once_below_its_group() -> None:
    entries = tree()
    assert tuple(entry.slug for entry in entries if entry.group) == SLUGS
    assert entries[-1] == UNCLASSIFIED
    group = ""
    for entry in entries[:-1]:
        group = entry.slug if not entry.group else group
        assert entry.group in ("", group)


def test_no_two_groups_or_topics_share_a_slug() -> None:
    slugs = [entry.slug for entry in tree()]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize(
    "text",
    [
        "We foster a love of gardening in all our visitors.",
        "Fostering good relations between neighbours is what the fair is for.",
        "See volume 9 of the journal Foster Care Review.",
        "The parish will adopt a policy on parking.",
        "The adoption of the accounts was proposed by the treasurer.",
        "Would you care to join us for tea?",
        "Please send a cheque to the office.",
    ],
)
def test_words_in_other_senses_earn_no_topic(understanding: Understanding, text: str) -> None:
    assert topics(understanding, text) == set()


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Special guardians can ask for more help.", "kinship-care"),
        ("Fostering agencies say that carers are leaving.", "fostering"),
        ("The SEND tribunal heard the case.", "send"),
        ("County lines gangs recruit in schools.", "exploitation"),
        ("Adopters wait for a year.", "adoption"),
    ],
)
def test_a_term_of_the_field_earns_its_topic(
    understanding: Understanding, text: str, slug: str
) -> None:
    assert slug in topics(understanding, text)


def test_a_topic_is_explained_by_the_words_that_earned_it(understanding: Understanding) -> None:
    item = understood(understanding, "Kinship carers and special guardians met.")
    (match,) = item.topics
    assert (match.slug, match.terms) == ("kinship-care", ("kinship carers", "special guardians"))


def test_the_title_counts_for_more(understanding: Understanding) -> None:
    assert "mental-health" not in topics(understanding, "A word on therapy.")
    assert "mental-health" in topics(understanding, "A word.", "Therapy at home")


def test_a_hint_alone_is_no_topic(understanding: Understanding) -> None:
    assert (
        topics(understanding, "The police and the partnership saw a risk and a concern.") == set()
    )


def test_the_care_review_need_not_say_that_it_is_about_care(understanding: Understanding) -> None:
    text = "The care review is about children in care."
    assert topics(understanding, text) == {"care-review"}
    assert "children-in-care" in topics(understanding, text, "Children in care speak")


def test_addresses_are_no_words_of_the_text(understanding: Understanding) -> None:
    assert (
        topics(understanding, "Here: https://example.org/fostering/adoption/kinship-care") == set()
    )


def test_an_item_without_a_topic_has_that_of_its_newsletter() -> None:
    lexicon = Lexicon()
    topics = Topics(lexicon)
    none = Passage.of("", lexicon)
    context = (TopicMatch("fostering", 6.0, ("foster carers",)), TopicMatch("education", 6.0, ()))
    party = Passage.of("The party is at three.", lexicon)
    school = Passage.of("The adopters met.", lexicon)
    assert [match.slug for match in topics.of(none, party, none, context)] == ["fostering"]
    assert [match.slug for match in topics.of(none, school, none, context)] == ["adoption"]


def test_a_reader_adds_and_takes_away_terms(tmp_path: Path) -> None:
    lists = '[topics.fostering]\ncertain = ["supper club", "-fosterline"]\n'
    (tmp_path / "topics.toml").write_text(lists, "utf-8")
    mine = Understanding(tmp_path)
    assert topics(mine, "The supper club meets.") == {"fostering"}
    assert topics(mine, "Ring Fosterline.") == set()


def test_a_word_list_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text("[topics", "utf-8")
    with pytest.raises(LibraryError, match=r"topics\.toml"):
        tree(tmp_path)


def test_some_words_count_only_in_a_newsletter_that_lends_its_topic(
    understanding: Understanding,
) -> None:
    words = "Allowances go up", "All carers are paid more."
    alone = understood(understanding, words[1], words[0])
    among = understood(understanding, words[1], words[0], document_title="Harbour Fostering News")
    assert "fostering" not in {match.slug for match in alone.topics}
    assert "fostering" in {match.slug for match in among.topics}


def test_a_job_title_is_no_topic(understanding: Understanding) -> None:
    assert topics(understanding, "The Head of SEND had not had a reply.") == set()
