"""Lists of papers: each citation is an item, under its title where one is given."""

from __future__ import annotations

from index.model.items import Part
from index.reading.reading import read_bytes
from index.splitting.splitter import Splitter

SPLITTER = Splitter()

ABSTRACT = "We followed 1,200 children who live with relatives, and asked what helped them to …"
PAPERS = (
    ("[PDF] Kinship care and school attendance", "J Rowe, P Willis - Child Welfare, 2022"),
    ("Contact with birth families", "Moss, H., Farr, K. and Bello, O. - Adoption Quarterly,"),
    ("Leaving care in rural areas", "M Daly - … of Rural Youth Work, 2021 - Example Press"),
)


def parts(text: str) -> tuple[Part, ...]:
    return SPLITTER.split(read_bytes(text.encode(), "a text")).parts


def test_a_paper_has_the_title_above_its_citation() -> None:
    found = parts("".join(f"{title}\n{cited}\n{ABSTRACT}\n\n" for title, cited in PAPERS))
    assert [(part.title, part.text.split("\n")[0]) for part in found] == [
        ("Kinship care and school attendance", PAPERS[0][1]),
        *PAPERS[1:],
    ]


def test_a_paper_without_a_title_is_called_by_its_citation() -> None:
    found = parts("".join(f"{cited}\n{ABSTRACT}\n\n" for _, cited in PAPERS))
    assert [part.title for part in found] == [cited.rstrip(",") for _, cited in PAPERS]
    assert {part.text for part in found} == {ABSTRACT}


def test_a_venue_and_a_day_are_no_citation() -> None:
    days = "".join(
        f"Town Hall - Thursday {day} March 2022\n{ABSTRACT}\n\n" for day in range(3, 24, 7)
    )
    assert "who wrote it" not in " ".join(part.why for part in parts(f"Our spring tour\n\n{days}"))
