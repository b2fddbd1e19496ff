"""A contract in the making: readers add what they find, and every row is counted whether it was understood or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from driftgate.contract import (
    Certainty,
    Contract,
    Facts,
    FactValue,
    Field,
    Operation,
    Request,
    Response,
    SecurityRequirement,
    Source,
)
from driftgate.contract.model import REQUEST_PLACES
from driftgate.contract.types import kinds_of, union
from driftgate.extract.compare import between
from driftgate.extract.extraction import Contradiction, Extraction, Gap, GapKind
from driftgate.extract.match import pick
from driftgate.extract.varying import Said, varying


@dataclass
class Draft:
    """One operation being read. ``finish`` gives the contract; gaps and counts are for the Extraction.

    generated: a generator made the page of one document, which cannot contradict itself: a field that stands twice with
    different facts stands in two variants of a union."""

    operation: Operation
    source: Source | None = None
    servers: list[str] = field(default_factory=list)
    security: list[SecurityRequirement] | None = None
    media_types: dict[str, list[str]] = field(default_factory=dict)  # place -> media types
    body_required: bool | None = None
    facts: dict[str, FactValue] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    rows_seen: int = 0
    rows_read: int = 0
    generated: bool = False
    variants: dict[str, list[Field]] = field(default_factory=dict)  # a field as each of several has it

    def add(self, found: Field) -> None:
        """Takes one read row. A second row for the same key fills facts the first did not state; where the two
        disagree the first stands, the second is a gap, and the page contradicts itself."""
        self.rows_seen += 1
        self.rows_read += 1
        key = found.key
        known = self.fields.get(key)
        if known is None:
            self.fields[key] = found
            return
        if self.generated:
            self.variants.setdefault(key, [known]).append(found)
            self.fields[key] = with_facts(known, of_either(known.facts, found.facts))
            return
        if any(known.facts[name] != value for name, value in found.facts.items() if name in known.facts):
            self.gap(GapKind.DUPLICATE, found.source or Source())
            self.contradictions += between(known, found)
        self.fields[key] = with_facts(known, {**found.facts, **known.facts})

    def miss(self, kind: GapKind, source: Source) -> None:
        """Counts a candidate row that could not be read."""
        self.rows_seen += 1
        self.gap(kind, source)

    def gap(self, kind: GapKind, source: Source) -> None:
        """Notes what was not understood, without counting it as a row."""
        self.gaps.append(Gap(kind, source, after=next(reversed(self.fields), "")))

    def media_type(self, place: str, media_type: str) -> None:
        """Notes a media type of the request (place ``body``) or of a response status."""
        known = self.media_types.setdefault(place, [])
        if media_type and media_type not in known:
            known.append(media_type)

    def finish(self) -> Contract:
        """The contract as read so far."""
        statuses = {f.place for f in self.fields.values()} | set(self.media_types)
        return Contract(
            operation=self.operation,
            servers=tuple(dict.fromkeys(self.servers)),
            security=None if self.security is None else tuple(self.security),
            request=Request(media_types=tuple(self.media_types.get("body", ())), required=self.body_required),
            responses={
                status: Response(media_types=tuple(self.media_types.get(status, ())))
                for status in sorted(statuses - set(REQUEST_PLACES))
            },
            fields=without_spelled_out_models(self.fields | self._varying()),
            facts=dict(self.facts),
            source=self.source,
        )

    def _varying(self) -> dict[str, Field]:
        """The fields of which single variants say something of their own."""
        found: dict[str, Field] = {}
        for key, variants in self.variants.items():
            said = [Said(one.facts, kinds_of(one.type)) for one in variants if not is_inferred(one)]
            if lines := varying(said, silence=False):
                found[key] = with_facts(self.fields[key], {**self.fields[key].facts, "varies": lines})
        return found


def is_inferred(found: Field) -> bool:
    """Whether only an example shows the field, which states nothing."""
    return found.source is not None and found.source.certainty is Certainty.INFERRED


def without_spelled_out_models(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields, without the names of structures whose own fields stand below: there the name says nothing more."""
    if not any("model" in found.facts for found in fields.values()):
        return dict(fields)
    parents = {(found.place, parent) for found in fields.values() for parent in _above(found.path)}
    return {
        key: with_facts(found, {name: value for name, value in found.facts.items() if name != "model"})
        if "model" in found.facts and (found.place, found.path) in parents
        else found
        for key, found in fields.items()
    }


def _above(path: str) -> Iterator[str]:
    """The paths of the fields that hold this one, ``items`` for ``items[].id``."""
    while "." in path:
        path = path.rpartition(".")[0]
        yield path.removesuffix("[]")


#: What holds of a field as soon as one of its variants says so; all else has to be said of each.
_OF_ANY = ("type", "nullable")


def of_either(one: Facts, other: Facts) -> dict[str, FactValue]:
    """What is stated of a field that stands in two variants: types and values joined, required where both require it;
    what differs otherwise, or is said of one alone, is left out.

    >>> of_either({"type": "string", "required": True, "enum": ("a",)}, {"type": "array", "required": False, "enum": ("b",)})
    {'type': 'string | array', 'required': False, 'enum': ('a', 'b')}
    """
    facts: dict[str, FactValue] = {}
    for name in {**one, **other}:
        value, second = one.get(name, other.get(name)), other.get(name, one.get(name))
        if (name in one) != (name in other):
            if name in _OF_ANY or (name == "required" and value is False):
                facts[name] = value
        elif value == second:
            facts[name] = value
        elif name == "type":
            facts[name] = union((str(value), str(second)))
        elif name in ("required", "nullable"):
            facts[name] = name == "nullable"
        elif isinstance(value, tuple) and isinstance(second, tuple):
            facts[name] = tuple(dict.fromkeys((*value, *second)))
    return facts


def with_facts(known: Field, facts: Facts, sources: Mapping[str, Source] | None = None) -> Field:
    """The same field with other facts. sources: of facts that stand elsewhere than the field."""
    own = known.fact_sources if sources is None else {**known.fact_sources, **sources}
    return Field(known.place, known.path, facts, known.media_type, known.in_header, known.source, own)


def gathered(
    reader: str, drafts: Collection[Draft], wanted: Operation | None = None, *, machine_readable: bool = False
) -> Extraction:
    """The extraction of a reader, from the drafts it filled, the wanted operation first.

    Where that is among them, its rows, gaps and contradictions alone count: the others may well stand closed on the page, or
    contradict themselves. What is noted twice at one place is one gap.
    """
    contracts = [draft.finish() for draft in drafts]
    chosen = None if wanted is None else pick(contracts, wanted)
    hits = [draft for draft in drafts if chosen is not None and draft.operation == chosen.operation]
    counted = hits or drafts
    return Extraction(
        platform=reader,
        contracts=tuple(sorted(contracts, key=lambda found: chosen is None or found.operation != chosen.operation)),
        gaps=tuple(dict.fromkeys(gap for draft in counted for gap in draft.gaps)),
        contradictions=tuple(dict.fromkeys(found for draft in counted for found in draft.contradictions)),
        rows_seen=sum(draft.rows_seen for draft in counted),
        rows_read=sum(draft.rows_read for draft in counted),
        machine_readable=machine_readable,
    )
