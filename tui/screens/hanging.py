"""Text with something hung in its left margin: a number, a key, a mark."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """A body of text beside a margin that it never flows under, however narrow the screen.

    `margin` is the width of the margin in cells; `mark` stands in it on the first lines.
    """

    def __init__(self, mark: Content, body: Content, margin: int) -> None:
        self.mark = mark
        self.body = body
        self.margin = margin

    def __str__(self) -> str:
        return f"{self.mark.plain} {self.body.plain}"

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width at which no line of the body has to be broken."""
        return self.margin + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The number of lines at a width in cells."""
        return max(
            self.body.get_height(rules, self._body_width(width)),
            self.mark.get_height(rules, self._mark_width()),
        )

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines of margin and body, side by side."""
        body_width = self._body_width(width)
        marks = self.mark.render_strips(self._mark_width(), None, style, options)
        lines = self.body.render_strips(body_width, None, style, options)
        lines += [Strip.blank(body_width, style.rich_style)] * (len(marks) - len(lines))
        blank = Strip.blank(self.margin, style.rich_style)
        strips = []
        for number, line in enumerate(lines):
            mark = marks[number] if number < len(marks) else blank
            strips.append(
                Strip.join([mark.adjust_cell_length(self.margin, style.rich_style), line])
            )
        return strips[:height]

    def _mark_width(self) -> int:
        return max(1, self.margin - 1)

    def _body_width(self, width: int) -> int:
        return max(1, width - self.margin)
