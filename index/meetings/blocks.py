"""What a laid-out file is made of, whatever its format: renderers dress these and add no words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` is 2 for a part of the file, 3 for an item of it.

    `number` is that of the agenda entry, 0 for none; what has one can be pointed at.
    """

    level: int
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said in a word and a value: "Where: Committee room 1"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts, one below the other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (`depth` 0), or a bullet of a list and how deep it is, 1 and more."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text. `label` says what it is where that is not plain: "Note"."""

    lines: tuple[Line, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about what stands above it, smaller: its source, who leads."""

    text: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A line of the agenda: in parts, for a table, and with `remarks` that say all of it in a line.

    `at` is when it comes up, `minutes` a number, `more` whatever else is said of it. `detailed`
    says whether a heading of the same number follows, further down.
    """

    number: int
    title: str
    at: str
    minutes: str
    purpose: str
    lead: str
    more: str
    remarks: str
    detailed: bool


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """Rows of the agenda under the heading of their section, "" before the first."""

    title: str
    rows: tuple[AgendaRow, ...]


_COLUMNS = (("Purpose", "purpose"), ("Led by", "lead"), ("Minutes", "minutes"), ("Time", "at"))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda, in its order."""

    sections: tuple[AgendaSection, ...]

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """What is said of its rows beside number and title: headings, and the names of the parts.

        Without what is said of none.
        """
        rows = [row for section in self.sections for row in section.rows]
        return tuple(
            (heading, part) for heading, part in _COLUMNS if any(getattr(row, part) for row in rows)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each row has a cell for every column; the first says what the row is about."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Facts | Passage | Remark | Agenda | Table


@dataclass(frozen=True, slots=True)
class Laid:
    """A file, laid out. `kind` is what it is ("Agenda pack"), `notice` what to know of it first."""

    title: str
    kind: str
    notice: str
    blocks: tuple[Block, ...]
