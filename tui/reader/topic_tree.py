"""The topic tree: everything that the item list can be filtered by, with counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from tui.reader.ink import ink
from tui.reader.view import ALL, DATES, MEETINGS, UNREAD, Choice

if TYPE_CHECKING:
    from tui.reader.asking import Contents


_CAN_BE_SEVERAL = ("unread", "topic", "source", "meeting")
"""Entries that the list can be narrowed to besides others."""


class TopicTree(Tree[Choice | None]):
    """All items, topics, sources, dates, meetings and saved searches; posts `Chosen`.

    Enter narrows the list to an entry alone, Space to one besides the others, or no longer.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("space", "turn", "Choose besides others")]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"topics--count", "topics--none", "topics--chosen"}

    class Chosen(Message):
        """The reader chose an entry to filter by, alone or `besides` others."""

        def __init__(self, choice: Choice, besides: bool = False) -> None:
            super().__init__()
            self.choice = choice
            self.besides = besides

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id)
        self.show_root = False
        self.guide_depth = 2
        self._counts: dict[Choice, int] = {}
        self._saved: Mapping[str, int] = {}
        self._chosen = frozenset((ALL,))
        self._built: tuple[object, ...] = ()
        self._seen: Mapping[Choice, tuple[int, bool]] = {}

    def show(self, contents: Contents, chosen: Sequence[Choice]) -> None:
        """Show these counts, and `chosen` as what the list is narrowed to.

        The entries are made anew only where they changed, so that the cursor stays where it is;
        where they are the same, their counts follow when all else that changes has been painted.
        """
        self._chosen = frozenset(chosen or (ALL,))
        entries = (
            tuple(contents.topics),
            tuple(contents.sources),
            tuple(meeting.name for meeting in contents.meetings),
            tuple(search.name for search in contents.saved),
        )
        if entries != self._built:
            self._built = entries
            self._counts = _counted(contents)
            self._grow(contents)
            self._seen = self._looks()
        else:
            self.call_after_refresh(self._recount, contents)

    def show_saved(self, unread: Mapping[str, int]) -> None:
        """Show how many unread items each saved search finds, by its name."""
        self._saved = unread
        self._catch_up()

    def _looks(self) -> dict[Choice, tuple[int, bool]]:
        """What the label of each entry depends on: its count, and whether it is chosen."""
        choices = {node.data for node in self._entries() if node.data is not None}
        return {choice: (self._count(choice), choice in self._chosen) for choice in choices}

    def _recount(self, contents: Contents) -> None:
        self._counts = _counted(contents)
        self._catch_up()

    def _catch_up(self) -> None:
        """Paint the entries that have another look than is seen, and those alone."""
        before, self._seen = self._seen, self._looks()
        for node in self._entries():
            if node.data is not None and self._seen[node.data] != before.get(node.data):
                node.refresh()

    def _entries(self) -> Iterator[TreeNode[Choice | None]]:
        for node in self.root.children:
            yield node
            yield from node.children

    def action_turn(self) -> None:
        """Choose the entry besides others, or no longer; fold what is only a heading."""
        node = self.cursor_node
        if node is None:
            return
        if node.data is not None and node.data.place in _CAN_BE_SEVERAL:
            self.post_message(self.Chosen(node.data, besides=True))
        elif node.children:
            node.toggle()

    def action_first(self) -> None:
        """To the first entry."""
        self.cursor_line = 0

    def action_last(self) -> None:
        """To the last entry."""
        self.cursor_line = self.last_line

    def _grow(self, contents: Contents) -> None:
        folded = {
            str(node.label)
            for node in self.root.children
            if node.allow_expand and node.is_collapsed
        }
        line = self.cursor_line
        self.clear()
        add = self.root.add_leaf
        add(ALL.name, ALL)
        add(UNREAD.name, UNREAD)
        add(DATES.name, DATES)
        meetings = [Choice("meeting", entry.name, entry.name) for entry in contents.meetings]
        saved = [Choice("saved", entry.name, entry.name) for entry in contents.saved]
        self._branch(MEETINGS.name, meetings, folded, MEETINGS)
        self._branch("Saved searches", saved, folded)
        for group in (topic for topic in contents.topics if not topic.group):
            under = [topic for topic in contents.topics if topic.group == group.slug]
            choices = [Choice("topic", topic.slug, topic.name) for topic in under]
            self._branch(group.name, choices, folded, Choice("topic", group.slug, group.name))
        sources = [Choice("source", source, source) for source in contents.sources]
        self._branch("Sources", sources, folded)
        self.cursor_line = max(0, min(line, self.last_line))

    def _branch(
        self,
        name: str,
        choices: Sequence[Choice],
        folded: set[str],
        own: Choice | None = None,
    ) -> None:
        if not choices:
            if own is not None:
                self.root.add_leaf(Text(name), own)
            return
        node = self.root.add(Text(name), own, expand=name not in folded)
        for choice in choices:
            node.add_leaf(Text(choice.name), choice)

    def render_label(self, node: TreeNode[Choice | None], base_style: Style, style: Style) -> Text:
        """The name of an entry and its count, which is dim where it is none."""
        if node.parent is None:  # the root is never shown, but rendered as the tree is made
            return Text()
        name = str(node.label)
        choice = node.data
        number = self._count(choice) if choice is not None else 0
        count = f" {number}" if number else ""
        label = Text(f"{'▾' if node.is_expanded else '▸'} {name}" if node.children else name)
        label.truncate(self._width_at(node) - len(count), overflow="ellipsis", pad=True)
        if choice in self._chosen:
            label.stylize(ink(self, "topics--chosen"))
        elif choice in self._counts and not number:
            label.stylize(ink(self, "topics--none"))
        label.append(count, ink(self, "topics--count"))
        label.stylize_before(style)
        return label

    def _count(self, choice: Choice) -> int:
        if choice.place == "saved":
            return self._saved.get(choice.value, 0)
        return self._counts.get(choice, 0)

    def _width_at(self, node: TreeNode[Choice | None]) -> int:
        """The cells that an entry has, right of the guides that lead to it."""
        depth = 0
        while node.parent is not None and node.parent is not self.root:
            node, depth = node.parent, depth + 1
        return max(8, self.scrollable_content_region.width - depth * self.guide_depth)

    def on_resize(self) -> None:
        """Lay the entries out anew: their counts stand at the right edge."""
        self._invalidate()

    def on_tree_node_selected(self, event: Tree.NodeSelected[Choice | None]) -> None:
        """Tell what was chosen; a heading that stands for nothing only folds."""
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Chosen(event.node.data))
        else:
            event.node.toggle()


def _counted(contents: Contents) -> dict[Choice, int]:
    counts: Mapping[str, int] = contents.counts.topics
    counted = {
        Choice("topic", topic.slug, topic.name): counts.get(topic.slug, 0)
        for topic in contents.topics
    }
    counted[ALL] = contents.everything
    counted[UNREAD] = contents.unread
    counted[DATES] = contents.dates
    counted[MEETINGS] = len(contents.meetings)
    for source in contents.sources:
        counted[Choice("source", source, source)] = contents.counts.sources.get(source, 0)
    for meeting in contents.meetings:
        counted[Choice("meeting", meeting.name, meeting.name)] = meeting.bookmarks
    return counted
