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

    @property
    def words(self) -> str:
        """The text with its number: "3. Kinship care"."""
        return f"{self.number}. {self.text}" if self.number else self.text


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
    """A line of the agenda: with `cells` for a table, and with `remarks` that say it in a line.

    There is a cell for every column of the agenda, and `more` is said beside the title. `detailed`
    says whether a heading of the same number follows, further down.
    """

    number: int
    title: str
    more: str
    cells: tuple[str, ...]
    remarks: str
    detailed: bool


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """Rows of the agenda under the heading of their section, "" before the first."""

    title: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda, in its order. `columns` are beside those of number and title."""

    columns: tuple[str, ...]
    sections: tuple[AgendaSection, ...]


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
