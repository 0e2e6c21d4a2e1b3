"""Our segments, as Whoosh reads them: a codec on its own interface.

A term's postings are one contiguous piece of flat arrays, which `index.search.ranker` takes as they
are. Whoosh walks the same pieces one posting at a time through the classes here, and so its own
scorers and matchers answer from the same files.

An index names the codec of its segments, so this module and `ArrayCodec` keep their names for good.
Segments are written whole, by `index.search.segment`, and not through Whoosh's writer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import Storage
from whoosh.matching import LeafMatcher
from whoosh.reading import TermInfo, TermNotFound

from index.search.segment import LENGTHS, Field, Segment

EXTENSION = ".arrays"


class ArrayCodec(W3Codec):  # type: ignore[misc] # Whoosh's classes are untyped where mypy looks
    """Segments as files of arrays."""

    def new_segment(self, storage: Storage, indexname: str) -> W3Segment:
        """A segment that is named, and not written yet."""
        return W3Segment(self, indexname)

    def per_document_writer(self, storage: Storage, segment: W3Segment) -> Any:
        """Not given: segments are written whole."""
        raise NotImplementedError("segments are written by index.search.segment.write")

    def field_writer(self, storage: Storage, segment: W3Segment) -> Any:
        """Not given: segments are written whole."""
        raise NotImplementedError("segments are written by index.search.segment.write")

    def terms_reader(self, storage: Storage, segment: W3Segment) -> ArrayTermsReader:
        """The terms of a segment and their postings."""
        return ArrayTermsReader(Segment(file_of(storage, segment)))

    def per_document_reader(self, storage: Storage, segment: W3Segment) -> ArrayItemsReader:
        """The items of a segment and their lengths."""
        return ArrayItemsReader(Segment(file_of(storage, segment)), segment)


def file_of(storage: Storage, segment: W3Segment) -> Path:
    """The file in which a segment's arrays stand."""
    return Path(storage.folder, segment.make_filename(EXTENSION))


class ArrayItemsReader(base.PerDocumentReader):  # type: ignore[misc] # the same
    """Whoosh's way to the items of a segment. They have no stored fields: the record keeps them."""

    def __init__(self, arrays: Segment, segment: W3Segment) -> None:
        self._arrays, self._segment = arrays, segment

    def close(self) -> None:
        """Let go of the file."""
        self._arrays.close()

    def doc_count(self) -> int:
        """How many items there are without those that are deleted."""
        return int(self._arrays.size - self._segment.deleted_count())

    def doc_count_all(self) -> int:
        """How many items there are, deleted ones and all."""
        return self._arrays.size

    def has_deletions(self) -> bool:
        """Whether items were deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether an item was deleted."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterator[int]:
        """The items that were deleted."""
        return iter(self._segment.deleted_docs())

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many terms an item has in a field, as far as a byte tells."""
        byte = int(self._arrays.lengths(fieldname)[docnum])
        return int(LENGTHS[byte]) if byte else default

    def field_length(self, fieldname: str) -> int:
        """How many terms all items have in a field together."""
        return self._arrays.total(fieldname)

    def min_field_length(self, fieldname: str) -> int:
        """The fewest terms that an item has in a field."""
        return int(LENGTHS[self._arrays.lengths(fieldname).min(initial=255)])

    def max_field_length(self, fieldname: str) -> int:
        """The most terms that an item has in a field."""
        return int(LENGTHS[self._arrays.lengths(fieldname).max(initial=0)])

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Nothing is stored."""
        return {}


class ArrayTermsReader(base.TermsReader):  # type: ignore[misc] # the same
    """Whoosh's way to the terms of a segment."""

    def __init__(self, arrays: Segment) -> None:
        self._arrays = arrays

    def close(self) -> None:
        """Let go of the file."""
        self._arrays.close()

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return self._arrays.fields

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._arrays.frequency(*term) > 0

    def cursor(self, fieldname: str, fieldobj: Any) -> Any:
        """Not given: words that are like others are found in `index.search.opened`."""
        raise NotImplementedError("there is no cursor over terms")

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms, by field and in order."""
        for name in sorted(self._arrays.fields):
            yield from self.terms_from(name, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms of a field that are not before this one."""
        if fieldname in self._arrays:
            terms = self._arrays.field(fieldname).terms
            for number in range(bisect_left(terms, prefix), len(terms)):
                yield fieldname, terms[number]

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """All terms, with what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The terms of a field from this one on, with what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What is known of a term. Raises TermNotFound."""
        posting = self._arrays.posting(fieldname, text)
        ids, weights = posting.ids, posting.weights
        if not len(ids):
            raise TermNotFound(f"{fieldname}:{text!r}")
        lengths = LENGTHS[self._arrays.lengths(fieldname)[ids]]
        return TermInfo(
            weight=float(weights.sum()),
            df=len(ids),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(weights.max()),
            minid=int(ids[0]),
            maxid=int(ids[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """What a term weighs in all items together."""
        return float(self._arrays.posting(fieldname, text).weights.sum(dtype=np.float64))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many items have a term."""
        return self._arrays.frequency(fieldname, text)

    def matcher(
        self, fieldname: str, text: bytes, format_: Any, scorer: Any = None
    ) -> ArrayMatcher:
        """What walks the postings of a term. Raises TermNotFound."""
        field = self._arrays.field(fieldname) if fieldname in self._arrays else None
        number = field.terms.find(text) if field is not None else -1
        if field is None or number < 0:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return ArrayMatcher(field, number, format_, scorer)


class ArrayMatcher(LeafMatcher):  # type: ignore[misc] # the same
    """Walks the postings of a term, one at a time; all of them are one block to Whoosh."""

    def __init__(self, field: Field, number: int, format_: Any, scorer: Any = None) -> None:
        self.format, self.scorer = format_, scorer
        self._field, self._number = field, number
        self._term = (field.name, field.terms[number])
        posting = field.posting(number)
        self._ids, self._weights = posting.ids.tolist(), posting.weights.tolist()
        self._values: list[bytes] | None = None
        self._at = 0

    def copy(self) -> ArrayMatcher:
        """Another that stands at the same posting."""
        other = ArrayMatcher(self._field, self._number, self.format, self.scorer)
        other._at = self._at
        return other

    def is_active(self) -> bool:
        """Whether there is a posting where it stands."""
        return self._at < len(self._ids)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._at = 0

    def id(self) -> int:
        """The item of the posting."""
        return int(self._ids[self._at])

    def weight(self) -> float:
        """What the term weighs there."""
        return float(self._weights[self._at])

    def value(self) -> bytes:
        """The positions of the term there, four bytes each."""
        if self._values is None:
            self._values = self._encoded()
        return self._values[self._at]

    def next(self) -> bool:
        """Go to the next posting."""
        self._at += 1
        return not self.is_active()

    def skip_to(self, target: int) -> bool:
        """Go on to the first posting of this item, or of one after it."""
        self._at = bisect_left(self._ids, target, self._at)
        return not self.is_active()

    def skip_to_quality(self, minquality: float) -> int:
        """Go to the end if no posting can be of this quality."""
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._ids)
        return 1

    def all_ids(self) -> Iterator[int]:
        """The items of all postings."""
        return iter(self._ids)

    def block_min_length(self) -> int:
        """No field is shorter."""
        return 1

    def block_max_length(self) -> int:
        """No field is longer."""
        return int(LENGTHS[-1])

    def block_min_id(self) -> int:
        """The item of the first posting."""
        return int(self._ids[0])

    def block_max_id(self) -> int:
        """The item of the last posting."""
        return int(self._ids[-1])

    def block_max_weight(self) -> float:
        """The most that the term weighs anywhere."""
        return float(max(self._weights))

    def _encoded(self) -> list[bytes]:
        if not self._field.placed:
            return [b""] * len(self._ids)
        counts, places = self._field.places(self._number)
        encoded = places.astype("<u4").tobytes()
        ends = (4 * np.cumsum(counts, dtype=np.int64)).tolist()
        return [encoded[start:end] for start, end in zip([0, *ends], ends, strict=False)]
