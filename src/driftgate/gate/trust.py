"""Decides whether a reading may be believed: a reader that broke must never look like a vendor that removed fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from driftgate.contract import Contract, Field, Operation
from driftgate.diff.changes import Change, FieldRemoved, FieldRenamed
from driftgate.diff.keys import aligned
from driftgate.extract.extraction import Gap
from driftgate.extract.template import likeness
from driftgate.gate.gaps import hidden, is_closed, new_gaps

#: How many names a reason lists before it counts the rest.
LISTED = 5
#: How many vanished fields are looked for on the page by name; more are a burst, which is a reason of its own.
MOST_LOOKED_FOR = 50
#: What a person does who looked at the page and found that a field is truly gone.
SETTLE = "if it is truly gone, list it under trust.gone of the target"
#: A large page may have more gaps than ``Trust.gaps``: this share of its rows.
GAPS_SHARE = 0.1
#: How much of a column may fade, as a share of the fields compared.
FADED = 0.2
#: What descriptions tell besides a column for it, and how many such facts may vanish at once, or half of them.
_DETAILS = ("default", "enum", "minimum", "maximum", "min_length", "max_length", "nullable")
UNSAID = 3
#: How much of its form a page keeps at least when only its content changes: two pages of one generator share more than half,
#: pages of two generators less (measured over twenty generators).
SAME_FORM = 0.5

#: Words that pages set so close after a field's name that the text runs together: ``max_tokensinteger``.
_AFTER_NAMES = r"(?=(?:string|integer|number|boolean|array|object|required|optional|enum|null))"
_ALWAYS_TELLING = re.compile(r"[_\-.]|[a-z][A-Z]|\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Below these a reading is ``unverified``. recognised: least share of rows read; gaps: most new gaps; removed: most share of
    approved fields that may vanish at once; shrunken: least share of the approved number of fields."""

    recognised: float = 0.9
    gaps: int = 20
    removed: float = 0.3
    shrunken: float = 0.5
    contradictions: bool = True  # report that the docs contradict themselves
    gone: tuple[str, ...] = ()  # keys of fields that a person has looked up: gone, though their names still stand on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of how a page was read. text: the visible text of the page and of its twins, names in their written form;
    form: platform and template of the page, as the snapshot keeps them."""

    operation: Operation
    contract: Contract | None
    rows_seen: int = 0
    rows_read: int = 0
    gaps: tuple[Gap, ...] = ()
    text: str = ""
    form: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """reasons: why the reading is ``unverified``, one sentence each, none if it may be believed; notices: what to know anyway."""

    reasons: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def confidence(
    reading: Reading,
    trust: Trust,
    *,
    approved: Contract | None = None,
    approved_form: tuple[str, str] = ("", ""),
    approved_gaps: Sequence[str] = (),
    changes: Sequence[Change] = (),
) -> Confidence:
    """Whether a reading may be believed, given what was approved and what seems to have changed since.

    Parts that only a click would show are what a first review is told of; later only gaps count that it did not know of.
    """
    if reading.contract is None:
        return Confidence(reasons=(f"{reading.operation} was not found on the page",))
    if approved is None:
        gaps = [gap for gap in reading.gaps if not is_closed(gap)]
        closed = len(reading.gaps) - len(gaps)
        return Confidence(reasons=tuple(_weak_reading(reading, gaps, trust)), notices=tuple(_not_reviewed(closed)))
    fresh = new_gaps(reading.gaps, approved_gaps)
    reasons = list(_weak_reading(reading, fresh, trust))
    gone = removed(changes)
    lost = _lost_keys(approved, reading.contract)
    reasons += _vanished(gone, lost, approved, reading.contract, reading.text, trust)
    reasons += _behind_gaps(changes, reading.contract, fresh, trust)
    reasons += _faded(approved, reading.contract)
    form_reasons, notices = _changed_form(reading, approved_form, approved, lost)
    return Confidence(reasons=(*reasons, *form_reasons), notices=notices)


def _not_reviewed(count: int) -> Iterator[str]:
    if count:
        parts = "1 part of the page stands" if count == 1 else f"{count} parts of the page stand"
        yield f"{parts} closed; what a click would show there was not read, and is no part of what you approve"


def _weak_reading(reading: Reading, gaps: Sequence[Gap], trust: Trust) -> Iterator[str]:
    contract = reading.contract
    if contract is not None and not contract.fields and not contract.responses:
        yield f"{reading.operation} stands on the page without fields that could be read"
    if reading.rows_seen and reading.rows_read / reading.rows_seen < trust.recognised:
        share = f"{reading.rows_read} of {reading.rows_seen} rows could be read, less than {trust.recognised:.0%}"
        yield f"only {share}: the page may have a form that driftgate does not know"
    allowed = max(trust.gaps, int(GAPS_SHARE * reading.rows_seen))
    if len(gaps) > allowed:
        said = f"{len(gaps)} parts of the page looked like contract and were not understood, more than {allowed}"
        yield f"{said}: look at the page; trust.gaps of the target says how many may be"


def _vanished(
    gone: Sequence[Field], lost: Sequence[str], approved: Contract, now: Contract, text: str, trust: Trust
) -> Iterator[str]:
    unsettled = [field for field in gone if field.key not in trust.gone]
    still = [f for f in unsettled[:MOST_LOOKED_FOR] if stands_in(f.name, text) and not _is_explained(f.name, now)]
    if still:
        names = _names(field.key for field in still)
        yield f"{names} could not be read any more, but still stands on the page by name: look at the page; {SETTLE}"
    total, found = len(approved.fields), len(now.fields)
    if len(lost) > 1 and len(lost) > trust.removed * total:
        yield f"{len(lost)} of {total} approved fields vanished at once, more than {trust.removed:.0%}: {_names(lost)}"
    if total > 1 and found < trust.shrunken * total:
        yield f"the page gave {found} fields where {total} are approved, less than {trust.shrunken:.0%}"


def _behind_gaps(changes: Sequence[Change], now: Contract, fresh: Sequence[Gap], trust: Trust) -> Iterator[str]:
    """A field that vanished while a part of the page closed, or could not be read any more, may stand in that part."""
    vanished = [change.field for change in changes if isinstance(change, FieldRemoved) and change.field.key not in trust.gone]
    fields = hidden(vanished, now, fresh)
    if fields:
        kinds = ", ".join(dict.fromkeys(gap.kind.value for gap in fresh))
        said = f"{_names(field.key for field in fields)} vanished, and what was not there at the review came ({kinds})"
        yield f"{said}: look at the page; {SETTLE}"


def _faded(approved: Contract, now: Contract) -> Iterator[str]:
    """A column that was read for most fields and now for few was not rewritten by the vendor: the reader lost it."""
    pairs = [(approved.fields[key], now.fields[key]) for key in approved.fields.keys() & now.fields.keys()]
    for fact in ("type", "required"):
        was, is_now = (sum(fact in pair[side].facts for pair in pairs) for side in (0, 1))
        if was - is_now > max(FADED * len(pairs), 1):
            yield f"{fact} is stated for {is_now} of {len(pairs)} fields where {was} are approved: a column may be lost"
    yield from _unsaid(pairs)


def _unsaid(pairs: Sequence[tuple[Field, Field]]) -> Iterator[str]:
    """What sentences tell goes one by one when a vendor edits; most of it at once goes where they cannot be read."""
    told = [(name, now) for was, now in pairs for name in _DETAILS if name in was.facts]
    kept = sum(name in now.facts or (name == "enum" and "open_enum" in now.facts) for name, now in told)
    if len(told) - kept > max(UNSAID, len(told) // 2):
        said = f"defaults, values and limits are stated {kept} times where {len(told)} are approved"
        yield f"{said}: the page may be written in another way, or another language"


def _changed_form(
    reading: Reading, approved_form: tuple[str, str], approved: Contract, lost: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A page in another form is believed only where every approved field was found again."""
    if _is_same_form(approved_form, reading.form):
        return (), ()
    total = len(approved.fields)
    said = f"the page's form changed; {total - len(lost)} of {total} approved fields still found"
    if lost:
        return (f"{said}; missing: {_names(lost)}",), ()
    return (), (said,)


def _is_same_form(approved: tuple[str, str], now: tuple[str, str]) -> bool:
    """Whether a page is still made by the same platform, in nearly the same form; what was not kept is not compared."""
    (platform, form), (platform_now, form_now) = approved, now
    if platform and platform_now and platform != platform_now:
        return False
    return not (form and form_now) or likeness(form, form_now) >= SAME_FORM


def _lost_keys(approved: Contract, now: Contract) -> tuple[str, ...]:
    """The approved fields that are nowhere to be found; an answer that got another status took its fields along."""
    was, found = aligned(approved, now)
    left, come = approved.responses.keys() - now.responses.keys(), now.responses.keys() - approved.responses.keys()
    moved = {(field.path, field.in_header) for field in now.fields.values() if field.place in come}
    gone = (was[key] for key in was.keys() - found.keys())
    return tuple(sorted({f.key for f in gone if f.place not in left or (f.path, f.in_header) not in moved}))


def removed(changes: Iterable[Change]) -> tuple[Field, ...]:
    """The fields that the comparison says are gone, a suspected rename's old name among them."""
    found: list[Field] = []
    for change in changes:
        match change:
            case FieldRemoved(field) | FieldRenamed(field):
                found.append(field)
            case _:
                pass
    return tuple(found)


def _is_explained(name: str, now: Contract) -> bool:
    """Whether a name stands on the page anyway: another field has it, or it is a documented value."""
    return any(
        field.name == name or name in (field.enum or ()) or field.facts.get("const") == name for field in now.fields.values()
    )


def _names(keys: Iterable[str]) -> str:
    names = list(keys)
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more


def stands_in(name: str, text: str) -> bool:
    """Whether a field's name still stands in a page's text as a name, not merely as a word of a sentence.

    A name with an underscore, a digit or a capital inside is telling wherever it stands as a whole word. A plain English word
    such as ``name`` counts only between marks of code: quotes, backticks, tags, cell bars, or before a colon.
    """
    if not name or name in ("*", "$"):
        return False
    word = re.escape(name)
    if _ALWAYS_TELLING.search(name):
        pattern = rf"(?<![A-Za-z0-9_]){word}(?:(?![A-Za-z0-9_])|{_AFTER_NAMES})"
    else:
        pattern = rf"[`\"'>|(\[{{]\s?{word}\s?[`\"'<|)\]}}]|^[ \t]*(?:[-*][ \t]*)?{word}[ \t]*(?::|$|{_AFTER_NAMES})"
    return re.search(pattern, text, re.MULTILINE) is not None
