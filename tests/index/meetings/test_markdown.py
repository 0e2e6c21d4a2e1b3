from __future__ import annotations

from hypothesis import given, settings
from markdown_it import MarkdownIt

from index.meetings.layout import laid_out
from index.meetings.markdown import markdown
from index.meetings.pack import render
from tests.index.meetings.packs import EMPTY, WHOLE, one_item
from tests.index.meetings.test_escaping import hostile_texts


def test_a_whole_pack() -> None:
    assert (
        markdown(laid_out(WHOLE))
        == """\
# Corporate Parenting Panel

**Agenda pack**

- **When:** 3 December 2026, 2pm to 4pm
- **Where:** Committee room 1
- **Chair:** Cllr Amina Khan
- **Attending:** Cllr Amina Khan; Jo Smith, Virtual School

## Agenda

1. Welcome – 2pm, 5 minutes, led by Chair
2. Declarations of interest – 2.05pm

### Keeping children safe

3. Incident notifications – 2.05pm, 20 minutes, for discussion, led by Director
4. Kinship care – 2.25pm, 10 minutes, for decision, carried from 12 May

### Closing

5. Any other business – 2.35pm, 10 minutes

45 minutes allotted, until 2.45pm. One entry has no minutes. 75 minutes to spare.

## Items

### 3. Incident notifications

2.05pm, 20 minutes, for discussion, led by Director.

Half a year:

* 285 in all
  * 119 deaths
* Up from 225

The panel asks why.

- **Takes place:** 21 April 2021, 2pm to 4.50pm
- **Closes:** 1 March 2021
- **Link:** <https://example.org/report>
- **Link:** <info@example.org>

**Note**

> Ask what ours were.
>
> How many?

Source: “Incident notifications”, Bulletin (LGA, January 2021), lines 32 to 36.

### 4. Kinship care

2.25pm, 10 minutes, for decision, carried from 12 May.

Grandparents ask.

Deferred to the next meeting.

**Outcome**

> Not reached.

Source: “Kinship care”, Bulletin (LGA, January 2021), lines 32 to 36. No longer in the library.

### 5. Any other business

2.35pm, 10 minutes.

Done.

## Actions

| Action | Owner | Due | Item | State |
| --- | --- | --- | --- | --- |
| Write to Ofsted | Jo | 10 December 2026 | 3 |  |
| Find out how many | Amina |  |  | carried from 12 May 2025, done |

## Dates and deadlines

| When | What | Item |
| --- | --- | --- |
| 1 March 2021 | Closes | 3. Incident notifications |
| 21 April 2021, 2pm to 4.50pm | Takes place | 3. Incident notifications |

## Acronyms

- **CSC:** children’s social care
"""
    )


def test_the_draft_of_the_minutes() -> None:
    assert (
        markdown(laid_out(WHOLE, "minutes"))
        == """\
# Corporate Parenting Panel

**Draft minutes**

**DRAFT: these minutes have not been agreed by the meeting.**

- **When:** 3 December 2026, 2pm to 4pm
- **Where:** Committee room 1
- **Chair:** Cllr Amina Khan

## Attendance

* Cllr Amina Khan
* Jo Smith, Virtual School

## Agenda

### 1. Welcome

No outcome recorded.

### 2. Declarations of interest

No outcome recorded.

## Keeping children safe

### 3. Incident notifications

No outcome recorded.

Source: “Incident notifications”, Bulletin (LGA, January 2021), lines 32 to 36.

### 4. Kinship care

Carried from 12 May. Deferred to the next meeting.

Not reached.

Source: “Kinship care”, Bulletin (LGA, January 2021), lines 32 to 36. No longer in the library.

## Closing

### 5. Any other business

Done.

## Actions

| Action | Owner | Due | Item | State |
| --- | --- | --- | --- | --- |
| Write to Ofsted | Jo | 10 December 2026 | 3 |  |
| Find out how many | Amina |  |  | carried from 12 May 2025, done |
"""
    )


def test_an_empty_agenda_says_so() -> None:
    assert render(EMPTY, "md") == (
        "# Panel\n\n**Agenda pack**\n\n## Agenda\n\nNothing is on this agenda yet:"
        " it has no standing items, and no item is bookmarked for it.\n"
    )


def test_two_lists_in_a_row_stay_two() -> None:
    written = render(one_item("Title", "• One\n• Two"), "md")
    tokens = MarkdownIt().parse(written)
    lists = [each for each in tokens if each.type == "bullet_list_open"]
    assert len(lists) == 3  # when and where, the bullets, the dates


@settings(max_examples=25)
@given(hostile_texts, hostile_texts, hostile_texts, hostile_texts)
def test_nothing_in_an_item_breaks_out(title: str, text: str, note: str, name: str) -> None:
    written = render(one_item(title, text, note, name), "md")
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table"]).parse(written)
    headings = [each.tag for each in tokens if each.type == "heading_open"]
    assert headings == ["h1", "h2", "h2", "h3", "h2"]
    assert sum(each.type == "table_open" for each in tokens) == 1
    assert sum(each.type == "td_open" for each in tokens) == 6
    assert not {each.type for each in tokens} & {"html_block", "code_block", "fence", "hr"}
    inlines = {child.type for each in tokens for child in each.children or ()}
    assert not inlines & {"html_inline", "code_inline", "image", "em_open"}
