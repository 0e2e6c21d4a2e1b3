"""The postings of a field: which items have each of its terms, how much, and where.

Postings are flat arrays, term by term and within a term item by item:

    terms      the terms, sorted
    starts     where the postings of each term begin; one more for where the last end
    ids        the number of the item
    weights    what the term weighs in it; none where it is 1 throughout
    counts     at how many positions it stands there; none where there are no positions
    places     these positions, ascending
    behind     for each of these, the sign of the term that stands behind it
    spots      where the positions of each term begin in `places`, and where the last end
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np

from index.search.arrays import Array


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of one field, as arrays."""

    terms: Sequence[bytes]
    starts: Array
    ids: Array
    weights: Array | None = None
    counts: Array | None = None
    places: Array | None = None
    behind: Array | None = None
    spots: Array | None = None


def sign(term: bytes) -> int:
    """A byte that tells most terms apart, never 0: that stands where it is not known."""
    return crc32(term) % 255 + 1


def inverted(
    names: Sequence[str],
    numbers: Array,
    items: Array,
    *,
    positions: Array | None = None,
    weights: Array | None = None,
) -> Postings:
    """The postings of tokens: the number of the term of each, and the item that it stands in.

    `numbers` count in the `names` of terms. The tokens are in the order of their items and, where
    they have `positions`, in each item in the order of these. Tokens without positions count once
    for an item; of those with, the weights in an item come together.
    """
    present = np.flatnonzero(np.bincount(numbers, minlength=len(names)))
    encoded = [names[number].encode(errors="replace") for number in present.tolist()]
    order = sorted(range(len(encoded)), key=encoded.__getitem__)
    terms = [encoded[at] for at in order]
    rank = np.zeros(len(names), np.int64)
    rank[present[order]] = np.arange(len(order))
    by_term = _sorted(rank[numbers])
    ranks, ids = rank[numbers[by_term]], items[by_term]
    first = np.flatnonzero((np.diff(ranks, prepend=-1) != 0) | (np.diff(ids, prepend=-1) != 0))
    starts = np.concatenate(([0], np.cumsum(np.bincount(ranks[first], minlength=len(terms)))))
    if positions is None:
        return Postings(terms, starts, ids[first])
    counts = np.diff(first, append=len(ids))
    summed = counts
    if weights is not None and len(first):
        summed = np.add.reduceat(weights[by_term], first)
    signs = np.zeros(len(names), np.uint8)
    signs[present] = [sign(term) for term in encoded]
    return Postings(
        terms=terms,
        starts=starts,
        ids=ids[first],
        weights=summed,
        counts=counts,
        places=positions[by_term],
        behind=_behind(signs[numbers], items, positions)[by_term],
        spots=np.append(first, len(ids))[starts],
    )


def _behind(signs: Array, items: Array, positions: Array) -> Array:
    """Of each token, the sign of the one behind it; 0 where there is none, or more than one."""
    points = (items.astype(np.int64) << 32) | positions
    first = np.flatnonzero(np.diff(points, prepend=-1))
    several = np.diff(first, append=len(points))
    there = np.where(several == 1, signs[first], 0)
    points = points[first]
    behind = np.zeros(len(first), np.uint8)
    behind[:-1] = np.where(np.diff(points) == 1, there[1:], 0)
    return np.repeat(behind, several)


def _sorted(ranks: Array) -> Array:
    """The places of values in ascending order; of equal ones, in the order that they stand in."""
    # numbers sort many times faster than the places of numbers
    bits = len(ranks).bit_length()
    return np.sort((ranks << bits) | np.arange(len(ranks))) & ((1 << bits) - 1)


def merged(parts: Sequence[tuple[Postings, Array]]) -> Postings:
    """The postings of several in one.

    With each comes the number that each of its items has from now on, -1 for one that is dropped.
    The numbers ascend, within a part and from part to part.
    """
    kept = [_kept(postings, numbers) for postings, numbers in parts]
    terms = sorted(set().union(*(part.terms for part in kept)))
    rank = {term: at for at, term in enumerate(terms)}
    ranks = [
        np.fromiter(map(rank.__getitem__, part.terms), np.int64, len(part.terms)) for part in kept
    ]
    starts = _summed(ranks, [np.diff(part.starts) for part in kept], len(terms))
    ids = np.empty(starts[-1], np.int64)
    placed = any(part.places is not None for part in kept)
    weights = np.empty(starts[-1], np.float32 if _fractions(kept) else np.int64) if placed else None
    counts = np.empty(starts[-1], np.int64) if placed else None
    spots = places = behind = None
    if placed:
        lengths = [np.diff(_known(part.spots)) for part in kept]
        spots = _summed(ranks, lengths, len(terms))
        places, behind = np.empty(spots[-1], np.int64), np.empty(spots[-1], np.uint8)
    taken, laid = starts[:-1].copy(), spots[:-1].copy() if spots is not None else None
    for part, at in zip(kept, ranks, strict=True):
        here = _spread(taken, at, part.starts)
        ids[here] = part.ids
        if weights is not None and counts is not None:
            weights[here], counts[here] = _known(part.weights), _known(part.counts)
        if places is not None and behind is not None and laid is not None:
            there = _spread(laid, at, _known(part.spots))
            places[there], behind[there] = _known(part.places), _known(part.behind)
    return Postings(terms, starts, ids, weights, counts, places, behind, spots)


def _kept(postings: Postings, numbers: Array) -> Postings:
    """The postings with new numbers of items, without those of items that are dropped."""
    ids = numbers[postings.ids]
    alive = ids >= 0
    if alive.all():
        return replace(postings, ids=ids)
    before = np.concatenate(([0], np.cumsum(alive)))
    starts = before[postings.starts]
    present = np.flatnonzero(np.diff(starts))
    terms = [postings.terms[at] for at in present.tolist()]
    starts = np.append(starts[present], starts[-1])
    if postings.counts is None or postings.places is None:
        return Postings(terms, starts, ids[alive])
    standing = np.repeat(alive, postings.counts)
    spots = np.concatenate(([0], np.cumsum(postings.counts[alive])))[starts]
    return Postings(
        terms,
        starts,
        ids[alive],
        _known(postings.weights)[alive],
        postings.counts[alive],
        postings.places[standing],
        _known(postings.behind)[standing],
        spots,
    )


def _summed(ranks: Sequence[Array], lengths: Sequence[Array], terms: int) -> Array:
    """Where each term begins if it is as long as in all parts together."""
    together = np.zeros(terms, np.int64)
    for at, length in zip(ranks, lengths, strict=True):
        together[at] += length
    return np.concatenate(([0], np.cumsum(together)))


def _spread(taken: Array, at: Array, starts: Array) -> Array:
    """Where the values of a part go, term by term; they are taken from now on."""
    lengths = np.diff(starts)
    places = np.repeat(taken[at] - starts[:-1], lengths) + np.arange(starts[0], starts[-1])
    taken[at] += lengths
    return places


def _fractions(parts: Sequence[Postings]) -> bool:
    return any(part.weights is not None and part.weights.dtype.kind == "f" for part in parts)


def _known(array: Array | None) -> Array:
    assert array is not None, "postings either all have positions or none"  # noqa: S101 - for mypy
    return array
