"""Words: what in a text is one, and when two of them are the same.

Everything that meets in a search goes through here: what is indexed, what is asked for, what is
highlighted. Whoever changes what is a word also raises `index.search.folder.FORMAT`, so that
indexes that were built otherwise are built anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 64
"""Letters of a word that count: a longer run is no word that anybody searches for."""

MOST_PARTS = 4
"""Parts of a hyphened word that may also be written as one."""

# Accents and soft hyphens stand inside words; apostrophes of all makes only between letters.
_JOINERS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060"
_LETTERS = rf"[^\W_][^\W_{_JOINERS}]*(?:[{_JOINERS}]+[^\W_{_JOINERS}]*)*"
_WORD = re.compile(
    rf"(?P<address>https?://[^\s/?#]+)(?P<path>\S*)"
    rf"|\d+(?:,\d{{3}})+|{_LETTERS}(?:['’ʼ＇]{_LETTERS})*"
)
_SLUG = re.compile(r"(?<=/)[a-z]+(?:[-_](?:[a-z]+|\d{1,4}))+(?=[/.?#,;)]|$)")
"""What an address says in words: "/lets-empower-care-leavers.html"; not "/rec/dVtM-bZsw"."""
_GLUES = {"-": "-", "\u2010": "-", "\u2011": "-", ".": ".", ":": ".", "@": ".", "_": "."}
_NOT_LETTERS = re.compile(rf"['’ʼ＇{_JOINERS}]")
_POSSESSIVE = re.compile(r"['’ʼ＇][sS]$")
_ACRONYM = re.compile(r"(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])([A-Z0-9]{2,8})s?$")
_SIS = re.compile(r"(?<=[a-z]{3})sis$")
"""The end of "analysis" and "diagnosis", whose plurals end otherwise."""
_AMERICAN = re.compile(
    r"(?<=[a-z]{3})iz(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)|(?<=[a-z]{3})yz(?=e|ing)"
)
# What Porter's stemmer leaves apart, and what it throws together: "authority" and "author".
_STEMS = {
    "advocacy": "advoc",
    "ageing": "ag",
    "appendices": "appendix",
    "authorities": "authority",
    "authority": "authority",
    "careful": "careful",
    "carefully": "careful",
    "centred": "center",
    "children": "child",
    "childrens": "child",
    "communicate": "communicate",
    "communicated": "communicate",
    "communicating": "communicate",
    "communication": "communicate",
    "communications": "communicate",
    "criteria": "criterion",
    "exclusion": "exclud",
    "exclusions": "exclud",
    "experiment": "experiment",
    "experiments": "experiment",
    "feet": "foot",
    "generation": "generat",
    "generations": "generat",
    "indices": "index",
    "informal": "informal",
    "informally": "informal",
    "international": "international",
    "knives": "knife",
    "matrices": "matrix",
    "men": "man",
    "mens": "man",
    "mice": "mouse",
    "news": "news",
    "officer": "officer",
    "officers": "officer",
    "participatory": "particip",
    "phenomena": "phenomenon",
    "programme": "program",
    "programmes": "program",
    "referral": "refer",
    "referrals": "refer",
    "referred": "refer",
    "referring": "refer",
    "safe": "safe",
    "safely": "safe",
    "safer": "safe",
    "safest": "safe",
    "safety": "safe",
    "teeth": "tooth",
    "universal": "universal",
    "women": "woman",
    "womens": "woman",
}

# How words begin in British spelling, and as others write them, which is how they are compared.
_SPELLINGS = {
    "anaem": "anem",
    "behaviour": "behavior",
    "centre": "center",
    "colour": "color",
    "defence": "defense",
    "favour": "favor",
    "foet": "fet",
    "haem": "hem",
    "honour": "honor",
    "judgement": "judgment",
    "labour": "labor",
    "leukaem": "leukem",
    "neighbour": "neighbor",
    "oestr": "estr",
    "offence": "offense",
    "paed": "ped",
    "practis": "practic",
    "rumour": "rumor",
    "tumour": "tumor",
}
_BRITISH = re.compile("|".join(_SPELLINGS))

FUNCTION_WORDS = frozenset(
    """
    a about after all also am an and any are as at be because been before being between both but by
    can could did do does doing during each few for from further had has have having he her here
    hers herself him himself his how i if in into is it its itself me more most my myself no nor not
    of on once only or other our ours ourselves out over same she should so some such than that the
    their theirs them themselves then there these they this those through to too under until up upon
    very was we were what when where whether which while who whom whose why will with would you
    your yours yourself yourselves
    """.split()  # noqa: SIM905 - one word a line would be a page of them
)
"""Words that say nothing of what a text is about."""


class Word(NamedTuple):
    """A word of a text, and where it stands.

    `form` is the whole word as it is compared: in lower case, without accents, apostrophes and a
    possessive "s". `start` and `end` are offsets into the text. `acronym` is the word in capitals
    if it is written so ("SGO" for "SGOs"), otherwise "". `glued` is "-" where a hyphen alone
    separates it from the word before, "." where a sign of addresses and times does, otherwise "".
    """

    form: str
    start: int
    end: int
    acronym: str
    glued: str


class Term(NamedTuple):
    """What the index holds of a word: its stem, its acronym, or a hyphened word written as one.

    `position` counts the words before it; `start` and `end` are offsets into the text.
    """

    text: str
    position: int
    start: int
    end: int


def words(text: str, after: int = 0) -> Iterator[Word]:
    """The words of a text, in order; with `after`, those behind the word that ends there.

    Of web addresses, those of the host, and of what it says.
    """
    end_before = -2
    for match in _WORD.finditer(text, after):
        if match["address"]:
            offset = match.start() + match["address"].index("//") + 2
            for label in _WORD.finditer(match["address"][offset - match.start() :]):
                yield _word(label[0], offset + label.start(), offset + label.end(), "")
            for slug in _SLUG.finditer(match["path"].partition("?")[0]):
                yield from _of_slug(slug[0], match.start("path") + slug.start())
            end_before = -2
            continue
        start, end = match.span()
        glued = _GLUES.get(text[end_before], "") if start == end_before + 1 else ""
        yield _word(match[0], start, end, glued)
        end_before = end


def _of_slug(slug: str, start: int) -> Iterator[Word]:
    """The words of a part of an address, which begins at `start`."""
    at = 0
    for word in re.split("[-_]", slug):
        glued = _GLUES[slug[at - 1]] if at else ""
        yield _word(word, start + at, start + at + len(word), glued)
        at += len(word) + 1


def terms(found: Iterable[Word]) -> Iterator[Term]:
    """The terms that stand for the words of a text, those of one word at one position."""
    compound: list[Word] = []
    position = -1
    for position, word in enumerate(found):
        if word.glued == "-" and compound:
            compound.append(word)
        else:
            yield from _joined(compound, position)
            compound = [word]
        yield Term(stem(word.form), position, word.start, word.end)
        if word.acronym:
            yield Term(word.acronym, position, word.start, word.end)
    yield from _joined(compound, position + 1)


def joined(compound: list[Word]) -> str:
    """The term of a hyphened word that is written as one: "email" for "e-mail"."""
    return stem("".join(word.form for word in compound)[:LONGEST])


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """The stem that the forms of a word have in common: "foster" for "fostering"."""
    from whoosh.lang.porter import stem as porter

    if form in _STEMS:
        return _STEMS[form]
    if british := _BRITISH.match(form):
        form = _SPELLINGS[british[0]] + form[british.end() :]
    form = _AMERICAN.sub(lambda match: f"{match[0][0]}s", form)
    stemmed = str(porter(_SIS.sub("ses", form)))
    return form if stemmed in FUNCTION_WORDS else stemmed  # the ONS is not "on"


def written_at(text: str, start: int) -> str:
    """The word of a text that begins at this offset, as it is written; "" if none does."""
    match = _WORD.match(text, start)
    return match[0] if match else ""


def forms_apart(stemmed: str) -> tuple[str, ...]:
    """What words with this stem begin with that may not begin as it does: "men" for "man"."""
    listed = (form for form, listed in _STEMS.items() if listed == stemmed)
    spelt = (british for british, other in _SPELLINGS.items() if stemmed.startswith(other))
    return (*listed, *spelt)


def fold(word: str) -> str:
    """A word as it is compared with others: without accents, apostrophes and capitals."""
    plain = _NOT_LETTERS.sub("", _POSSESSIVE.sub("", word))
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    return plain.casefold().replace(",", "")[:LONGEST]


def _word(written: str, start: int, end: int, glued: str) -> Word:
    form, acronym = compared(written[: 4 * LONGEST])
    return Word(form, start, end, acronym, glued)


@lru_cache(maxsize=65536)
def compared(written: str) -> tuple[str, str]:
    """A word as it is compared with others, and in capitals if it is written so."""
    acronym = _ACRONYM.match(_POSSESSIVE.sub("", written))
    return fold(written) or written, acronym[1] if acronym else ""


def _joined(compound: list[Word], position: int) -> Iterator[Term]:
    if 2 <= len(compound) <= MOST_PARTS:
        first = position - len(compound)
        yield Term(joined(compound), first, compound[0].start, compound[-1].end)
