"""The shapes of JSON that scripts rely on, key by key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from index.model.documents import Span
from index.model.meetings import AgendaEntry, Bookmark, Citation, Meeting
from index.model.results import Added, Counts, DocumentRow, Hit, Results, Topic
from index.places import Places
from tests.tui.command_line.newsletters import MINUTE, SURVEY, WHOLE
from tui.command_line import meeting_output, output

ROW = DocumentRow("01", "Panel news", "Kinship", None, "unknown", "", "bulletin", "", "a", 2, "")
PANEL = Meeting("Panel", date(2026, 12, 3), "2pm", "Room 1", ("Apologies",), 1)
CITATION = Citation("Tell us", "Panel news", "Kinship", "2022-01", Span(5, 9))


def test_a_preview_has_the_documented_keys_and_no_others() -> None:
    (document,) = output.previewed([WHOLE])["documents"]
    items = document.pop("items")
    assert document == {
        "path": "news/january.txt",
        "title": "Panel news",
        "source": "Kinship",
        "issued": "2022-01",
        "kind": "newsletter",
        "furniture": [[1, 1]],
    }
    assert items[0] == {
        "id": "0123456789-0a1b",
        "title": "Kinship carers: tell us",
        "section": "Have your say",
        "kind": "survey",
        "topics": ["kinship-care"],
        "lines": [5, 9],
        "text": SURVEY.text,
        "dates": [{"text": "14 January", "start": "2022-01-14", "end": None, "what": "deadline"}],
        "links": ["https://example.org/survey"],
        "organisations": ["Kinship"],
        "people": ["Vicki Ford"],
    }


def test_a_search_has_the_documented_keys_and_no_others() -> None:
    counts = Counts(
        topics={"kinship-care": 1},
        sources={"Kinship": 1},
        kinds={"survey": 1},
        years={"2021": 1, "2022": 2},
        organisations={"Kinship": 1},
    )
    results = Results(
        query="kinshp",
        ids=("0123456789-0a1b",),
        scores=(1.5,),
        counts=counts,
        corrected="kinship",
        note="more than 64 words: the rest were left out",
        read_as="about “kinshp”",
    )
    hit = Hit(
        id="0123456789-0a1b",
        document="0123456789",
        title="Kinship carers: tell us",
        source="Kinship",
        issued=None,
        kind="survey",
        topics=("kinship-care",),
        section="Have your say",
        score=1.5,
        snippet="Kinship carers are asked",
        highlights=((0, 7),),
        matched="family and friends care",
        also_in=("Local Government Association",),
    )
    assert output.found(results, [hit]) == {
        "query": "kinshp",
        "total": 1,
        "read_as": "about “kinshp”",
        "note": "more than 64 words: the rest were left out",
        "corrected": "kinship",
        "counts": {
            "topics": {"kinship-care": 1},
            "sources": {"Kinship": 1},
            "kinds": {"survey": 1},
            "years": {"2022": 2, "2021": 1},
            "organisations": {"Kinship": 1},
        },
        "hits": [
            {
                "id": "0123456789-0a1b",
                "document": "0123456789",
                "title": "Kinship carers: tell us",
                "source": "Kinship",
                "issued": None,
                "kind": "survey",
                "topics": ["kinship-care"],
                "score": 1.5,
                "snippet": "Kinship carers are asked",
                "highlights": [[0, 7]],
                "matched": "family and friends care",
                "also_in": ["Local Government Association"],
            }
        ],
    }


def test_an_item_shows_why_it_is_what_it_is() -> None:
    item = output.shown(SURVEY, CITATION, "ask Ann", ("Panel",))["item"]
    assert item["matched"] == {"kinship-care": ["kinship", "kinship carers"]}
    assert item["gaps"] == ["list missing in source"]
    assert (item["source"], item["issued"]) == ("Kinship", "2022-01")
    assert item["citation"].startswith("“Tell us”, Panel news")
    assert (item["note"], item["meetings"]) == ("ask Ann", ["Panel"])
    assert output.shown(MINUTE, CITATION, "", ())["item"]["topics"] == []


def test_topics_have_their_counts_and_groups_have_no_group() -> None:
    tree = (Topic("care", "Care"), Topic("kinship-care", "Kinship care", "care"))
    assert output.topics(tree, Counts(topics={"kinship-care": 3}))["topics"] == [
        {"slug": "care", "name": "Care", "group": None, "items": 0},
        {"slug": "kinship-care", "name": "Kinship care", "group": "care", "items": 3},
    ]


def test_what_became_of_files() -> None:
    outcome = output.added(Added((ROW,), (), (("b.txt", "empty"),)))
    assert [row["title"] for row in outcome["added"]] == ["Panel news"]
    assert outcome["known"] == []
    assert outcome["refused"] == [{"path": "b.txt", "reason": "empty"}]


def test_a_meeting_has_its_agenda_and_says_whether_it_is_the_current_one() -> None:
    mark = Bookmark("Panel", "0123456789-0a1b", CITATION, "text", "ask Ann")
    entry = AgendaEntry("e1", "item", "Tell us", "ask Ann", bookmark=mark)
    meeting = meeting_output.meeting(PANEL, PANEL, [entry])["meeting"]
    assert (meeting["date"], meeting["current"]) == ("2026-12-03", True)
    assert meeting["agenda"][0]["lines"] == [5, 9]
    assert meeting["agenda"][0]["note"] == "ask Ann"
    (listed,) = meeting_output.meetings([PANEL], None)["meetings"]
    assert (listed["current"], listed["standing"]) == (False, ["Apologies"])


def test_paths_are_those_of_the_library() -> None:
    folder = Path("/care")
    assert output.paths(Places.of(folder)) == {
        "config": str(folder / "config"),
        "record": str(folder / "library.db"),
        "originals": str(folder / "originals"),
        "index": str(folder / "index"),
        "packs": str(folder / "packs"),
    }
