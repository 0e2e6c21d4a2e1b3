from __future__ import annotations

import re

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import refuses


def first_hit(carereader: CommandLine, query: str) -> str:
    hit: str = carereader("search", query, "--json").data["hits"][0]["id"]
    return hit


def test_an_item_is_shown_whole(carereader: CommandLine) -> None:
    item = carereader("show", first_hit(carereader, "kinship"), "--json").data["item"]
    ran = carereader("show", item["id"])
    assert ran.code == 0
    words = " ".join(ran.out.split())
    for wanted in (item["title"], item["text"], item["citation"], item["id"], *item["links"]):
        assert " ".join(wanted.split()) in words
    for slug, terms in item["matched"].items():
        assert f"{slug} ({', '.join(terms)})" in words
    for found in item["dates"]:
        assert found["text"] in words


def test_an_item_is_known_by_the_beginning_of_its_id(carereader: CommandLine) -> None:
    whole = first_hit(carereader, "kinship")
    assert carereader("show", whole[:-1], "--json").data["item"]["id"].startswith(whole[:-1])


def test_an_unknown_item_is_nothing_found(carereader: CommandLine) -> None:
    refuses(carereader("show", "zzzz"), 1, "zzzz")


def test_a_beginning_that_fits_several_items_is_wrong_usage(carereader: CommandLine) -> None:
    refuses(carereader("show", first_hit(carereader, "kinship").split("-")[0]), 2)


def test_a_survey_without_a_closing_date_says_so(carereader: CommandLine) -> None:
    hits = carereader("search", "--kind", "survey", "--limit", "0", "--json").data["hits"]
    assert hits
    for hit in hits:
        dates = carereader("show", hit["id"], "--json").data["item"]["dates"]
        closes = any(found["what"] == "deadline" for found in dates)
        shown = carereader("show", hit["id"]).out
        assert ("no closing date stated" in shown) == (not closes)


def test_the_note_and_the_meetings_of_an_item_are_shown(carereader: CommandLine) -> None:
    item = first_hit(carereader, "kinship")
    carereader("bookmark", item, "--meeting", "Corporate Parenting Panel", "--note", "ask Ann")
    shown = carereader("show", item).out
    assert "ask Ann" in shown
    assert "Corporate Parenting Panel" in shown


def test_the_topics_are_a_tree_with_counts(carereader: CommandLine) -> None:
    topics = carereader("topics", "--json").data["topics"]
    ran = carereader("topics")
    assert len(ran.out.splitlines()) == len(topics)
    slugs = {topic["slug"] for topic in topics}
    assert {topic["group"] for topic in topics} - {None} <= slugs
    for line, topic in zip(ran.out.splitlines(), topics, strict=True):
        assert re.fullmatch(rf" *{topic['items']}  {topic['slug']} +{topic['name']}", line)
    assert any(topic["items"] for topic in topics)


def test_dates_are_in_order_and_can_be_narrowed(carereader: CommandLine) -> None:
    rows = carereader("dates", "--json").data["dates"]
    starts = [row["start"] for row in rows]
    assert starts
    assert starts == sorted(starts)
    assert {row["what"] for row in rows} <= {"event", "deadline"}
    ran = carereader("dates")
    assert ran.code == 0
    assert rows[0]["item"] in ran.out
    first_year = starts[0][:4]
    narrowed = carereader("dates", "--until", first_year, "--json").data["dates"]
    assert narrowed
    assert all(row["start"][:4] == first_year for row in narrowed)


def test_no_dates_to_come_is_nothing_found(carereader: CommandLine) -> None:
    refuses(carereader("dates", "--since", "9000"), 1, "no events")
