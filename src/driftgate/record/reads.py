"""What of the recorded answers counts as read by the client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from driftgate.contract import FactValue, Field
from driftgate.record.documented import Documented
from driftgate.record.exchange import Exchange, Scope
from driftgate.record.shapes import fields_of, shapes

ALL_READS = (
    "a recording cannot tell what the client reads: every observed field of the answers is listed; remove what it does not read"
)
NO_ANSWER = "no answer in the file holds JSON: nothing is known of what the client reads"
CUT = "an answer was too large or too deep: only a part of it was recorded"
ERROR = "error"


def kept_reads(used: Sequence[Exchange], documented: Documented, scope: Scope) -> tuple[dict[str, Field], list[str]]:
    """The response fields to keep, by key, and notes. Undocumented ones are counted, not named, unless the user names them."""
    known: dict[str, Field] = {}
    unknown: dict[str, Field] = {}
    notes: list[str] = []
    for place, media_type in sorted({(_place(each, documented), each.answer_media_type) for each in used if each.answers}):
        answers = [a for e in used if (_place(e, documented), e.answer_media_type) == (place, media_type) for a in e.answers]
        observed = _Observed(place, media_type, _statuses(used, place, documented), documented)
        notes += [CUT] if observed.sort(answers, known, unknown) else []
    notes += [] if known or unknown else [NO_ANSWER]
    if scope.reads:
        return _only(known | unknown, scope.reads, notes)
    notes += [ALL_READS] if known else []
    notes += [f"{len(unknown)} response fields that the docs do not have were left out"] if unknown else []
    return known, notes


def _place(exchange: Exchange, documented: Documented) -> str:
    """Where an answer's fields stand: errors together, successes by their documented status."""
    return ERROR if exchange.status >= 400 else documented.status_for(exchange.status)


def _statuses(used: Sequence[Exchange], place: str, documented: Documented) -> tuple[str, ...]:
    """The documented statuses behind a place."""
    return tuple(sorted({documented.status_for(each.status) for each in used if _place(each, documented) == place}))


@dataclass(frozen=True, slots=True)
class _Observed:
    """The answers of one place and media type, to be sorted into fields that the docs have and others."""

    place: str
    media_type: str
    statuses: tuple[str, ...]
    documented: Documented

    def sort(self, answers: Sequence[object], known: dict[str, Field], unknown: dict[str, Field]) -> bool:
        """Adds the fields to one of the two; whether a limit cut the answers."""
        seen, cut = shapes(answers, lambda path: any(self.documented.is_map(status, path) for status in self.statuses))
        closed = any(self.documented.has_fields(status) for status in self.statuses)
        for path, found in fields_of(seen):
            said = self._documented(path)
            facts: dict[str, FactValue] = {"type": found.type} if found.type else {}
            field = Field(self.place, path, facts, said.media_type if said and self.place != ERROR else "")
            (unknown if said is None and closed else known)[field.key] = field
        return cut

    def _documented(self, path: str) -> Field | None:
        return next((s for status in self.statuses if (s := self.documented.find(status, path, self.media_type))), None)


def _only(observed: dict[str, Field], reads: Sequence[str], notes: list[str]) -> tuple[dict[str, Field], list[str]]:
    """The fields that the user says are read. One that no answer showed is kept without a type, and said."""
    kept: dict[str, Field] = {}
    success = next((field.place for field in observed.values() if field.place != ERROR), "200")
    for wanted in reads:
        place, path = _split(wanted)
        matches = [field for field in observed.values() if field.path == path and place in ("", field.place)]
        if not matches:
            notes.append(f"no answer in the file shows {path!a}")
        for field in matches or [Field(place or success, path, {})]:
            kept[field.key] = field
    return kept, notes


def _split(wanted: str) -> tuple[str, str]:
    place, colon, path = wanted.partition(":")
    return (place, path) if colon and (place in (ERROR, "default") or place[:1].isdigit()) else ("", wanted)
