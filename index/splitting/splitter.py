"""Taking a document apart into items, section headings and furniture."""

from __future__ import annotations

from pathlib import Path

from index.model.documents import Document
from index.model.items import Split
from index.model.mends import NOTHING, Mends
from index.splitting.articles import mark_article
from index.splitting.assembly import assembled
from index.splitting.breaks import mark_openings
from index.splitting.citations import mark_citations
from index.splitting.closings import (
    mark_closing,
    mark_greeting,
    mark_imprint,
    mark_text_after_signatures,
)
from index.splitting.credits import bar_credits, bar_subheads
from index.splitting.entries import mark_entries
from index.splitting.footing import mark_footing
from index.splitting.furniture import FurnitureWords
from index.splitting.headings import mark_headings
from index.splitting.mails import mark_messages
from index.splitting.masthead import Masthead
from index.splitting.mending import mend
from index.splitting.minutes import Minutes, mark_numbers_alone
from index.splitting.page import Page
from index.splitting.sections import Sections
from index.splitting.shapes import ShapeWords
from index.splitting.surroundings import furnish
from index.splitting.titles import Titles
from index.splitting.trailers import mark_trailed


class Splitter:
    """Takes documents apart. It keeps nothing from one document to the next."""

    def __init__(self, config: Path | None = None) -> None:
        """Load the word lists, with a reader's own from the folder `config` laid over them.

        Raises LibraryError where one of the reader's own cannot be used.
        """
        self._shapes = ShapeWords(config)
        self._furniture = FurnitureWords(config)
        self._masthead = Masthead(config)
        self._sections = Sections(config)
        self._minutes = Minutes(config)
        self._titles = Titles(config, self._minutes)

    def split(self, document: Document, mends: Mends = NOTHING) -> Split:
        """The document taken apart: every non-blank line in one part, heading or furniture span.

        Furniture within a part (the number of a page that the item runs over) lies within the
        lines of the part, and is furniture all the same. What a person mended goes before all
        rules.
        """
        page = Page(document, self._shapes)
        minutes = self._minutes.are(page)
        if minutes:
            self._minutes.mark_labels(page)
            self._minutes.mark_numbered(page)
            self._minutes.bar_decisions(page)
            self._minutes.mark_attendance(page)
        else:
            mark_numbers_alone(page, minutes=False)
        furnish(page, self._furniture)
        bar_credits(page, self._sections)
        mark_messages(page)
        if not minutes:
            mark_citations(page)
        title = self._masthead.find(page, self._sections, minutes=minutes)
        bar_subheads(page, self._sections, self._masthead)
        mark_headings(page, self._sections)
        if minutes:
            self._minutes.unmark_lines_of_items(page)
            self._minutes.mark_turns(page)
        else:
            mark_article(page, self._masthead)
            mark_trailed(page)
            mark_entries(page, self._sections)
            mark_openings(page)
        mark_footing(page, title)
        mark_text_after_signatures(page)
        self._masthead.reconsider(page, self._sections)
        mark_greeting(page, self._sections)
        mark_closing(page)
        mark_imprint(page, self._furniture)
        if mends is not NOTHING:
            mend(page, mends)
        return assembled(page, self._titles, document.title or self._masthead.title(page) or title)
