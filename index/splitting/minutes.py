"""Minutes: their numbered headings, their speakers, their decisions."""

from __future__ import annotations

import re
from pathlib import Path

from index import vocabulary
from index.splitting.headings import NUMBERED, PLAIN
from index.splitting.page import Page
from index.splitting.phrases import Phrases
from index.splitting.roles import BODY, CONTINUED, FURNITURE, HEADING, OPENING
from index.splitting.scopes import scopes
from index.splitting.shapes import Shape


class Minutes:
    """Knows the words of minutes."""

    def __init__(self, config: Path | None) -> None:
        """Load the words, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "minutes", config)
        self._attendance = frozenset[str](words["attendance"])
        self._tell = self._attendance | _AFTER_ATTENDANCE
        self._sent_apologies = tuple[str, ...](words["sent_apologies"])
        self._cues = Phrases((cue, "") for cue in words["cues"])
        self._labels = frozenset[str](words["labels"])
        self._decisions = tuple[str, ...](words["decisions"])
        deciders, deciding = (_any_of(words[name]) for name in ("deciders", "deciding"))
        self._decides = re.compile(rf"(?:{deciders}) (?:{deciding})\b")
        self._speaking = tuple[str, ...](words["speaking"])
        self._endings = tuple[str, ...](words["endings"])

    def are(self, page: Page) -> bool:
        """Whether the document is minutes."""
        found = {
            page.folded[place]
            for place in page.saying(self._tell)
            if place < _TELLING and self._tells(page.shapes[place])
        }
        likely = {
            cue
            for stretch in page.stretches
            if stretch.places.start < _TELLING
            for cue, _ in self._cues.among(stretch.text, stretch.words)
        }
        if len(found) + len(likely) < _ENOUGH_CUES - ("minutes" in found):
            return False
        openings = "\n".join([line[:_OPENING] for line in page.lines[:_TELLING]])
        found.update([cue for cue in likely if cue in openings])
        return len(found) >= _ENOUGH_CUES or (len(found) == 2 and "minutes" in found)

    def mark_numbered(self, page: Page) -> None:
        """Mark headings whose number is no list marker.

        It is a minute number ("37 Scrutiny of ...", "95/20 Foster carers"), or stands on a line of
        its own above the heading.
        """
        numbered = [place for place in range(len(page)) if self._number(page.shapes[place])]
        if len(numbered) >= _ENOUGH_NUMBERED:
            for place in numbered:
                number = self._number(page.shapes[place])
                title = page.shapes[place].block.text[len(number) :].strip()
                page.mark(place, HEADING, NUMBERED, title)
        mark_numbers_alone(page, minutes=True)

    def mark_labels(self, page: Page) -> None:
        """Mark the labels within items: "Minutes:", "Verbal update", "PDF 212 KB"."""
        for place, shape in enumerate(page.shapes):
            if (self.is_label(shape) and not shape.is_numbered) or _ATTACHMENT.search(
                shape.text[-40:]
            ):
                page.mark(place, BODY, "a label")

    def mark_attendance(self, page: Page) -> None:
        """Mark who came and who did not as furniture: it is about the meeting, and no item of it.

        Nothing but the title of the minutes stands above that.
        """
        start = next(
            (
                place
                for place in range(min(len(page), _ATTENDANCE_WITHIN))
                if page.is_free(place) and self._names_those_there(page.shapes[place])
            ),
            len(page),
        )
        for place in range(start, len(page)):
            shape = page.shapes[place]
            if not page.is_free(place) or shape.is_numbered or shape.folded in _AFTER_ATTENDANCE:
                break
            if not self._names_those_there(shape) and (
                not _is_list_of_names(shape) or _is_above_text(page, place)
            ):
                break
            page.mark(place, FURNITURE, ATTENDANCE)

    def _tells(self, shape: Shape) -> bool:
        return shape.length <= _LONGEST_LABEL and (
            self._is_attendance(shape) or shape.folded in _AFTER_ATTENDANCE
        )

    def _is_attendance(self, shape: Shape) -> bool:
        return shape.words <= _LABEL and shape.folded in self._attendance and not shape.block.marker

    def _names_those_there(self, shape: Shape) -> bool:
        """Whether it says who came or sent apologies: "Present", "Apologies: Councillor Bird"."""
        return not shape.is_numbered and (
            self._is_attendance(shape)
            or shape.label in self._attendance
            or (shape.words <= _MOST_ABSENT and shape.folded.startswith(self._sent_apologies))
        )

    def bar_decisions(self, page: Page) -> None:
        """Keep short decisions ("ACTION: Kim to chase the bus passes") from being headings."""
        page.barred.update(
            place for place, shape in enumerate(page.shapes) if self.is_decision(shape)
        )

    def unmark_lines_of_items(self, page: Page) -> None:
        """Take back plain short lines as headings where the headings are numbered.

        Below a number such a line is the name of whoever reports, unless a list stands below it.
        """
        numbered = [place for place, why in enumerate(page.reasons) if why == NUMBERED]
        if len(numbered) < _MANY_NUMBERED:
            return
        for place in range(numbered[0], len(page) - 1):
            if page.has_role(place, HEADING) and page.reasons[place] == PLAIN:
                page.turn(place, BODY, "a line of a numbered item")

    def mark_turns(self, page: Page) -> None:
        """Mark speakers and decisions, which are items of their own unless their item is numbered.

        Minutes with numbers cite a decision by the number of the item that it closes.
        """
        numbered = page.reasons.count(NUMBERED)
        for scope in tuple(scopes(page)):
            body = scope.body
            if scope.head is not None and numbered >= _MANY_NUMBERED:
                for place in body[1:]:
                    if self._ends(page.shapes[place]):
                        page.mark(place, FURNITURE, END)
                continue
            for at, place in enumerate(body):
                shape = page.shapes[place]
                said = any(
                    page.shapes[above].block.marker or page.shapes[above].words >= _SAID
                    for above in body[max(0, at - 3) : at]
                )
                if self.is_decision(shape) and self._stands_alone(page, body, at):
                    if (said or at > 1) and not _ONLY_NOTED.search(shape.text):
                        page.mark(place, OPENING, "a decision")
                elif at > 0 and self._ends(shape):
                    page.mark(place, FURNITURE, END)
                elif said and self.is_speaker(shape):
                    page.mark(place, OPENING, "a new speaker")
                elif said and self._goes_on(page, body[at - 1], shape):
                    page.mark(place, OPENING, "what was said after a decision")

    def is_label(self, shape: Shape) -> bool:
        """Whether the line is a label within an item: "Minutes:"."""
        return shape.folded in self._labels

    def is_decision(self, shape: Shape) -> bool:
        """Whether the paragraph says what was decided."""
        opening = shape.text[:120].casefold().lstrip("*_ ")
        return opening.startswith(self._decisions) or bool(self._decides.match(opening))

    def is_speaker(self, shape: Shape) -> bool:
        """Whether somebody takes the floor here: a name, a verb of speaking, and a colon."""
        return (
            shape.block.text.endswith(":")
            and ". " not in shape.block.text
            and bool(_SOMEBODY.match(shape.text))
            and any(f" {verb} " in shape.text.casefold() for verb in self._speaking)
        )

    def decision_in(self, text: str) -> str:
        """What a decision says, without the words that say that it is one; "" for no decision."""
        opening = text[:120].casefold()
        for words in self._decisions:
            if opening.startswith(words):
                return text[len(words) :].lstrip(" :–—-")
        found = self._decides.match(opening)
        return text[found.end() :].lstrip(" :–—-") if found else ""

    def _stands_alone(self, page: Page, body: tuple[int, ...], at: int) -> bool:
        """A decision in so many words always; one in a sentence only if it closes its item."""
        opening = page.shapes[body[at]].text[:40].casefold().lstrip("*_ ")
        if opening.startswith(self._decisions):
            return True
        return all(
            page.shapes[place].block.marker or self.is_decision(page.shapes[place])
            for place in body[at + 1 :]
        )

    def _ends(self, shape: Shape) -> bool:
        return shape.words <= 30 and shape.folded.startswith(self._endings)

    def _goes_on(self, page: Page, above: int, shape: Shape) -> bool:
        return (
            page.reasons[above] == "a decision"
            and not shape.block.marker
            and page.shapes[above].last != ":"
            and not shape.starts_small
            and shape.is_sentence
            and not page.shapes[above].is_capitals
        )

    @staticmethod
    def _number(shape: Shape) -> str:
        found = _MINUTE_NUMBER.match(shape.text)
        if found is None or shape.is_sentence or shape.block.marker or shape.starts_with_date:
            return ""
        return found[0]


def mark_numbers_alone(page: Page, *, minutes: bool) -> None:
    """Mark headings whose number stands on a line above them; outside minutes it needs a stop."""
    form = _NUMBER_ALONE if minutes else _NUMBER_WITH_STOP
    shapes = page.shapes
    alone = [
        place
        for place, shape in enumerate(shapes[:-1])
        if shape.words == 1 and form.match(shape.text) and shapes[place + 1].could_be_heading
    ]
    if len(alone) < _ENOUGH_NUMBERED:
        return
    for place in alone:
        page.mark(place, HEADING, NUMBERED, page.shapes[place + 1].block.text)
        page.mark(place + 1, CONTINUED, "the heading of the number above")


def _is_above_text(page: Page, place: int) -> bool:
    """Whether the line stands free above a text, as headings do."""
    if place + 1 == len(page) or not page.shapes[place].block.blank_before:
        return False
    return "," not in page.shapes[place].text and page.shapes[place + 1].is_sentence


def _is_list_of_names(shape: Shape) -> bool:
    """Whether it may stand below "Present": names, offices, one to a line or with commas."""
    if shape.is_bullet:
        return shape.words <= _LONGEST_NAME and not shape.is_sentence
    if shape.block.marker or shape.block.level:
        return False
    if shape.text.count(",") >= _SEVERAL_NAMES and shape.last != ".":
        return True
    return (shape.could_be_heading or shape.is_byline) and (
        "," in shape.text or shape.is_name or bool(_WITH_OFFICE.match(shape.text))
    )


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


ATTENDANCE = "those who were there"
END = "the end of the meeting"

_ENOUGH_CUES = 3
_ENOUGH_NUMBERED = 2
_MANY_NUMBERED = 3
_SAID = 10
_LABEL = 3
_LONGEST_LABEL = 40
_ATTENDANCE_WITHIN = 15
_MOST_ABSENT = 40
_LONGEST_NAME = 14
_SEVERAL_NAMES = 3
_AFTER_ATTENDANCE = frozenset({"agenda", "minutes", "items"})
_OPENING = 160
_TELLING = 400
_MINUTE_NUMBER = re.compile(
    r"(?:[A-Z]{1,4}[/ .-])?\d{1,4}(?:[/.]\d{1,4}){0,2}[A-Z]?[.)]?\s+(?=[A-Z“‘'\"(])"
)
_NUMBER_ALONE = re.compile(r"(?:[A-Z]{1,4}[/.-])?\d{1,4}(?:/\d{2,4})?\.?$")
_NUMBER_WITH_STOP = re.compile(r"\d{1,3}\.$")
_ATTACHMENT = re.compile(r"\bPDF(?: icon)?(?: PDF)? ?\d+ ?[KM]B$", re.IGNORECASE)
# "RESOLVED that the report be noted." says nothing without its item.
_ONLY_NOTED = re.compile(
    r"^[^\w]{0,3}\w{4,12}:? ?(?:that )?(?:the )?(?:[\w’']{1,20} ){1,3}(?:be|is|are|was|were) "
    r"(?:noted|received|accepted)\.?$",
    re.IGNORECASE,
)
_WITH_OFFICE = re.compile(r"[A-Z][\w’'-]{0,30}(?: [A-Z][\w’'.-]{0,30}){1,4} \([^()]{2,60}\)$")
_SOMEBODY = re.compile(
    r"(?:The [A-Z][a-z]|(?:(?:Dr|Mrs?|Ms|Miss|Prof|Professor|Cllr|Councillor|Sir|Dame)\.? )?"
    r"[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{0,30}){1,3}[, ])"
)
