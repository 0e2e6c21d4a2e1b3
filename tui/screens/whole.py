"""The whole newsletter round an item, and what can be mended in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from index.errors import CareReaderError
from index.model.dates import in_words, issue_from_words
from index.model.documents import Span
from index.model.items import Item, Kind
from index.model.mends import Change
from index.model.pages import LineRole, WholePage
from tui.screens.asking import AskLine
from tui.screens.choose import AS_FOUND, ChooseOne, ChooseSeveral, Entry
from tui.screens.keys import Hint
from tui.screens.redating import date_from_answer, question_of_date
from tui.screens.whole_view import WholeView


class WholeNewsletter(WholeView):
    """A newsletter line by line, its furniture dimmed, to be mended by keys.

    What is mended is kept at once, and the newsletter taken apart anew with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("J", "join", "Join with the next item", show=False),
        Binding("S", "split", "Split here", show=False),
        Binding("f", "furniture", "Furniture or not", show=False),
        Binding("F", "all_furniture", "Furniture or not, all of it", show=False),
        Binding("t", "title", "Title", show=False),
        Binding("K", "kind", "Kind", show=False),
        Binding("T", "topics", "Topics", show=False),
        Binding("D", "date", "Date", show=False),
        Binding("I", "issued", "Issue date", show=False),
    ]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("enter", "open"),
        ("next_hit", "next item"),
        ("J", "join with next"),
        ("S", "split here"),
        ("f", "furniture or not"),
        ("F", "all of it"),
        ("t", "title"),
        ("K", "kind"),
        ("T", "topics"),
        ("D", "date"),
        ("I", "issue date"),
        ("undo", "undo"),
        ("back", "back"),
    )

    # where items begin and end, and what is furniture

    def action_join(self) -> None:
        """Make one item of the one under the cursor and the next."""
        self.when_free(self._join)

    def _join(self) -> None:
        if (item := self.item_at_hand()) is not None:
            self.mend("joined with the next item", lambda: self.library.join_with_next(item.id))

    def action_split(self) -> None:
        """Let an item begin at the line under the cursor."""
        self.when_free(self._split)

    def _split(self) -> None:
        if (page := self.page) is not None:
            line = self.line
            self.mend("split here", lambda: self.library.split_at(page.document, line))

    def action_furniture(self) -> None:
        """Call the paragraph under the cursor furniture, or furniture no longer."""
        self.when_free(self._furniture)

    def _furniture(self) -> None:
        if (page := self.page) is not None:
            self._set_furniture(page, page.paragraph_at(self.line))

    def action_all_furniture(self) -> None:
        """Call the whole item furniture; or the furniture round the cursor an item."""
        self.when_free(self._all_furniture)

    def _all_furniture(self) -> None:
        if (page := self.page) is None:
            return
        if (item := self.item) is not None and item.lines is not None:
            self._set_furniture(page, item.lines)
        else:
            self._set_furniture(page, _run_of_furniture(page, self.line))

    def _set_furniture(self, page: WholePage, lines: Span) -> None:
        furniture = page.lines[self.line - 1].role is not LineRole.FURNITURE
        words = "furniture" if furniture else "furniture no longer"
        self.mend(
            words,
            lambda: self.library.set_furniture(page.document, lines, furniture=furniture),
        )

    # what an item is

    def action_title(self) -> None:
        """Ask for another title."""
        self.when_free(self._retitle)

    def _retitle(self) -> None:
        if (item := self.item_at_hand()) is not None:
            self._ask_for_title(item, item.title)

    def _ask_for_title(self, item: Item, draft: str) -> None:
        def answered(title: str | None) -> None:
            if title is not None:
                said = replace(self._said_of(item), title=title or None)
                self._change(item, said, "the title", lambda: self._ask_for_title(item, title))

        question = AskLine(
            "Title",
            "What should the item be called? Empty: as it was found.",
            draft,
            may_be_empty=True,
        )
        self.app.push_screen(question, answered)

    def action_kind(self) -> None:
        """Ask for another kind."""
        self.when_free(self._choose_kind)

    def _choose_kind(self) -> None:
        if (item := self.item_at_hand()) is None:
            return

        def answered(kind: str | None) -> None:
            if kind is not None:
                chosen = None if kind == AS_FOUND else Kind(kind)
                self._change(item, replace(self._said_of(item), kind=chosen), "the kind")

        kinds = [Entry(kind.value, kind.value.capitalize()) for kind in Kind]
        self.app.push_screen(ChooseOne("What is it?", kinds, [item.kind]), answered)

    def action_topics(self) -> None:
        """Ask for other topics."""
        self.when_free(self._choose_topics)

    def _choose_topics(self) -> None:
        if (item := self.item_at_hand()) is None:
            return

        def answered(topics: tuple[str, ...] | None) -> None:
            if topics is not None:
                chosen = None if topics == (AS_FOUND,) else topics
                self._change(item, replace(self._said_of(item), topics=chosen), "the topics")

        tree = self.library.topics()
        groups = {topic.group for topic in tree}
        entries = [
            Entry(topic.slug if topic.group else "", topic.name)
            for topic in tree
            if topic.group or topic.slug in groups
        ]
        chosen = [match.slug for match in item.topics]
        self.app.push_screen(ChooseSeveral("What is it about?", entries, chosen), answered)

    def action_date(self) -> None:
        """Ask when the item takes place, or closes."""
        self.when_free(self._redate)

    def _redate(self) -> None:
        if (item := self.item_at_hand()) is None:
            return
        self._ask_for_date(item)

    def _ask_for_date(self, item: Item, draft: str | None = None) -> None:
        def answered(words: str | None) -> None:
            if words is None:
                return
            issued = self.page.issued.value if self.page is not None else None
            try:
                day = date_from_answer(words, issued)
            except CareReaderError as error:
                self.notify(str(error), severity="error", timeout=8, markup=False)
                self._ask_for_date(item, words)
                return
            self._change(item, replace(self._said_of(item), date=day), "the date")

        self.app.push_screen(question_of_date(item, draft), answered)

    def action_issued(self) -> None:
        """Ask when the newsletter was issued."""
        self.when_free(self._reissue)

    def _reissue(self) -> None:
        if (page := self.page) is not None:
            self._ask_for_issue(page, in_words(page.issued.value) if page.issued.value else "")

    def _ask_for_issue(self, page: WholePage, draft: str) -> None:
        def answered(words: str | None) -> None:
            if words is None:
                return
            try:
                issued = issue_from_words(words) if words else None
            except CareReaderError as error:
                self.notify(str(error), severity="error", timeout=8, markup=False)
                self._ask_for_issue(page, words)
                return
            self.mend("the issue date", lambda: self.library.set_issued(page.document, issued))

        question = AskLine(
            "Issue date",
            "When was this newsletter issued? Empty: as it was found.",
            draft,
            "January 2022",
            may_be_empty=True,
        )
        self.app.push_screen(question, answered)

    def _said_of(self, item: Item) -> Change:
        changes = self.page.mends.changes if self.page is not None else {}
        return changes.get(item.lines.first, Change()) if item.lines else Change()

    def _change(
        self, item: Item, said: Change, words: str, again: Callable[[], object] | None = None
    ) -> None:
        self.when_free(lambda: self.mend(words, lambda: self.library.change(item.id, said), again))


def _run_of_furniture(page: WholePage, line: int) -> Span:
    """The lines round this one that are of no item."""
    first = last = line
    while first > 1 and page.lines[first - 2].role in _NO_ITEM:
        first -= 1
    while last < len(page.lines) and page.lines[last].role in _NO_ITEM:
        last += 1
    return Span(first, last)


_NO_ITEM = (LineRole.FURNITURE, LineRole.BLANK)
