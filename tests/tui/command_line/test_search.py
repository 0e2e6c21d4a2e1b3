from __future__ import annotations

import pytest

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import refuses


def test_a_search_prints_a_list_to_read(carereader: CommandLine) -> None:
    ran = carereader("search", "kinship")
    hit = carereader("search", "kinship", "--json").data["hits"][0]
    assert ran.code == 0
    for wanted in (hit["title"], hit["source"], hit["id"]):
        assert wanted in ran.out
    assert " ".join(hit["snippet"].split())[:30] in " ".join(ran.out.split())
    assert "\x1b" not in ran.out


def test_highlights_are_slices_of_the_snippet(carereader: CommandLine) -> None:
    for hit in carereader("search", "kinship", "--json").data["hits"]:
        for start, end in hit["highlights"]:
            assert hit["snippet"][start:end].lower().startswith("kin")


def test_words_of_the_query_are_joined(carereader: CommandLine) -> None:
    apart = carereader("search", "care", "review", "--json").data
    together = carereader("search", "care review", "--json").data
    assert apart == together
    assert apart["query"] == "care review"


def test_the_limit_cuts_the_list_and_says_so(carereader: CommandLine) -> None:
    cut = carereader("search", "care", "--limit", "2", "--json")
    assert len(cut.data["hits"]) == 2 < cut.data["total"]
    assert f"2 of {cut.data['total']} items" in cut.err
    whole = carereader("search", "care", "--limit", "0", "--json")
    assert len(whole.data["hits"]) == whole.data["total"] == cut.data["total"]
    assert whole.err == ""


def test_without_a_query_there_are_all_items(carereader: CommandLine) -> None:
    everything = carereader("search", "--limit", "0", "--json").data
    assert everything["total"] == sum(everything["counts"]["kinds"].values())
    dated = [hit["issued"] for hit in everything["hits"] if hit["issued"]]
    assert dated == sorted(dated, reverse=True)


def test_the_order_can_be_chosen(carereader: CommandLine) -> None:
    oldest = carereader("search", "care", "--sort", "oldest", "--json").data["hits"]
    dated = [hit["issued"] for hit in oldest if hit["issued"]]
    assert dated == sorted(dated)


def test_topics_sources_and_kinds_narrow_a_search(carereader: CommandLine) -> None:
    whole = carereader("search", "--limit", "0", "--json").data
    for option, key in (("--topic", "topics"), ("--kind", "kinds"), ("--source", "sources")):
        name, count = next(iter(whole["counts"][key].items()))
        narrowed = carereader("search", option, name.upper(), "--limit", "0", "--json").data
        assert narrowed["total"] == count, option


def test_a_repeated_option_takes_any_of_its_values(carereader: CommandLine) -> None:
    counts = carereader("search", "--json").data["counts"]["kinds"]
    kinds = list(counts)[:2]
    both = carereader("search", "--kind", kinds[0], "--kind", kinds[1], "--json").data
    assert both["total"] == counts[kinds[0]] + counts[kinds[1]]


def test_dates_narrow_a_search_to_the_precision_they_have(carereader: CommandLine) -> None:
    for hit in carereader("search", "--since", "2022", "--until", "2022-01", "--json").data["hits"]:
        assert hit["issued"].startswith("2022-01") or hit["issued"] == "2022"
    late = carereader("search", "--since", "2022-01", "--limit", "0", "--json").data
    early = carereader("search", "--until", "2021", "--limit", "0", "--json").data
    assert late["total"]
    assert early["total"]
    assert not {hit["id"] for hit in late["hits"]} & {hit["id"] for hit in early["hits"]}


def test_the_language_of_queries_is_that_of_the_reader_and_what_was_read_is_said(
    carereader: CommandLine,
) -> None:
    ran = carereader("search", "care issued:2021 -topic:adoption", "--json")
    told = "issued 1 January to 31 December 2021, about “care”, not on the topic “Adoption”"
    assert ran.data["read_as"] == told
    assert told in ran.err
    assert {hit["issued"][:4] for hit in ran.data["hits"]} == {"2021"}
    assert not any("adoption" in hit["topics"] for hit in ran.data["hits"])


def test_years_and_organisations_narrow_a_search(carereader: CommandLine) -> None:
    whole = carereader("search", "care", "--limit", "0", "--json").data
    for option, key in (("--year", "years"), ("--organisation", "organisations")):
        name, count = next(iter(whole["counts"][key].items()))
        narrowed = carereader("search", "care", option, name, "--limit", "0", "--json").data
        assert narrowed["total"] == count, option


def test_it_is_said_what_stands_for_a_word_of_the_query(carereader: CommandLine) -> None:
    hits = carereader("search", "LAC", "--json").data["hits"]
    assert "children in care" in {hit["matched"].lower() for hit in hits}
    assert "matched: children in care" in carereader("search", "LAC").out


def test_a_spelling_is_corrected_on_stderr(carereader: CommandLine) -> None:
    ran = carereader("search", "kinshp", "--json")
    assert ran.data["corrected"] == "kinship"
    assert "did you mean “kinship”?" in ran.err


def test_nothing_found_says_what_to_try(carereader: CommandLine) -> None:
    ran = carereader("search", "zzzzqqqq")
    refuses(ran, 1, "nothing found", "foster*")
    ran = carereader("search", "zzzzqqqq", "--json")
    assert ran.code == 1
    assert (ran.data["total"], ran.data["hits"]) == (0, [])


def test_nothing_found_blames_the_options_where_they_are_to_blame(carereader: CommandLine) -> None:
    refuses(carereader("search", "kinship", "--until", "1999"), 1, "leave out an option")
    refuses(carereader("search", "kinship", "--source", "CHQQ"), 1, "no source “CHQQ”", "CHQ")
    ran = carereader("search", "kinship until:1999")
    assert ran.code == 1
    assert "“kinship” alone finds items" in ran.err


@pytest.mark.parametrize("query", ['"unclosed', "date:[x to", "AND", "(", "topic:", "*"])
def test_a_typing_error_in_a_query_is_no_error(carereader: CommandLine, query: str) -> None:
    ran = carereader("search", "--json", "--", query)
    assert ran.code in (0, 1)
    assert "fault" not in ran.err
    assert ran.data["query"] == query


def test_an_unknown_topic_is_wrong_usage_and_names_the_nearest(carereader: CommandLine) -> None:
    refuses(carereader("search", "x", "--topic", "kinshp-care"), 2, "kinship-care")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--kind", "rumour"),
        ("--sort", "colour"),
        ("--limit", "-1"),
        ("--limit", "many"),
        ("--since", "31/02/2022"),
        ("--since", "2022", "--until", "2021"),
        ("--frobnicate",),
    ],
)
def test_wrong_options_are_wrong_usage(carereader: CommandLine, arguments: tuple[str, ...]) -> None:
    refuses(carereader("search", "care", *arguments), 2, arguments[-1].lstrip("-"))
