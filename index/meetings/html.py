"""A laid-out file as a web page: one file that prints well and that everyone can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from index.meetings.addresses import pieces
from index.meetings.blocks import Laid, Line


def html(laid: Laid) -> str:
    """The file as HTML 5, with its styles in it and nothing that is run or loaded.

    Whatever a document or a person wrote is escaped; only addresses of the web and of e-mail
    become links.
    """
    return _template().render(laid=laid)


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet, and the list below it."""

    text: str
    below: list[Bullet] = field(default_factory=list)


def grouped(lines: Sequence[Line]) -> list[str | list[Bullet]]:
    """The lines as paragraphs and lists; deeper bullets stand in the list below the one above."""
    groups: list[str | list[Bullet]] = []
    levels: list[list[Bullet]] = []
    for line in lines:
        if not line.depth:
            levels = []
            groups.append(line.text)
            continue
        if not levels:
            levels.append([])
            groups.append(levels[0])
        del levels[line.depth :]
        if len(levels) < line.depth:
            levels.append(levels[-1][-1].below)
        levels[-1].append(Bullet(line.text))
    return groups


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("index.meetings", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["grouped"] = grouped
    environment.filters["pieces"] = pieces
    environment.tests["of"] = lambda block, name: type(block).__name__ == name
    environment.tests["text"] = lambda group: isinstance(group, str)
    return environment.get_template("pack.html.j2")
