"""Searches for a message that one contract allows and another does not, around one field that differs.

Of a request the approved contract is the one that allows: it worked, and fails. Of a response it is the new one: it may come,
and the client never had to expect it. Only one change is looked at: the other side is the same contract with that change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from driftgate.contract import FACTS, Contract, Direction, Field
from driftgate.contract.facts import OPERATION_FACTS
from driftgate.diff.changes import FactChanged
from driftgate.rules.witness.allowed import faults
from driftgate.rules.witness.messages import Part, demanding, keyed, message, part_of, schema_for, spelled, without
from driftgate.rules.witness.narrowings import narrowings
from driftgate.rules.witness.placeholders import is_tried
from driftgate.rules.witness.shown import Witness, message_text

OWED = ("required", "conditional")

#: Facts whose values are whole schemas, kept as text.
_SHAPES = frozenset(fact.name for fact in FACTS if fact.kind in ("shape", "shapes")) | {"discriminator"}
_WRITTEN = frozenset(("style", "explode", "content_media_type", "content_encoding"))

UNPARTED = "No message was found that parts the two: each one that was tried at this field is allowed by both."
_UNMADE = "No message is made: none of the small ones that were tried keeps all that the {allowed} contract documents."
_CLEARER = "No message shows it: on one side the docs do not say, so nothing that was promised is known to have moved."
_NO_SHAPES = "No message is made: what moved is a schema inside the field, which driftgate compares but makes no examples of."
_ANNOUNCED = "No message shows it: requests and responses stay as they are; the docs announce something about the field's life."
_ELSEWHERE = "No message is made: the docs only name the structure here, and its fields are not known."
_WRITING = "No message shows it in JSON: the values stay the same, only how they are written on the wire moved."
_UNTRIED = "No message is made: the documented pattern has groups or alternatives, and such patterns are not tried."


@dataclass(frozen=True, slots=True)
class Sides:
    """The contract that allows the message and the one that does not, each with its word and the field as it stands there."""

    allowing: Contract
    refusing: Contract
    own: Field
    other: Field

    @property
    def part(self) -> Part:
        return part_of(self.allowing, self.own)

    @property
    def path(self) -> str:
        return spelled(self.own)


def fact_witness(change: FactChanged, approved: Contract, now: Contract) -> Witness:
    """The witness of one fact that moved."""
    if reason := _unshowable(change):
        return Witness(sentence=reason)
    if change.fact == "default":
        return _default(change, approved, now)
    request = change.after.direction is Direction.REQUEST
    sides = Sides(approved, now, change.before, change.after) if request else Sides(now, approved, change.after, change.before)
    value, fault = parted(sides, change.fact, textual=change.textual)
    if not fault:
        word = "approved" if request else "new"
        return Witness(sentence=UNPARTED if value is not None else _UNMADE.format(allowed=word))
    found = message_text(sides.allowing, sides.own, value)
    wanted = allowed_text(sides.refusing, sides.other)
    if request:
        return Witness(before=found, after=wanted, sentence=refused(fault))
    return Witness(before=wanted, after=found, sentence=unexpected(fault))


def refused(fault: str) -> str:
    """What happens to a request on each side."""
    return f"The first request is valid under the approved contract; under the new one {fault}."


def unexpected(fault: str) -> str:
    """What a reader meets on each side."""
    return f"The second answer may come under the new contract; a reader of the approved one need not expect it: {fault}."


def parted(sides: Sides, fact: str, *, textual: bool) -> tuple[object, str]:
    """The smallest part of a message that the one side allows and the other does not, and why not.

    Without a reason the part is allowed by both sides; no part either, and none could be made that its own side allows.
    """
    own, changed = sides.part, _with_fact(sides, fact)
    allowing, refusing, whole = schema_for(own), schema_for(changed), schema_for(part_of(sides.refusing, sides.other))
    made: object = None
    for fields in _candidates(sides, own, fact):
        value = message(fields)
        if any(faults(allowing, value, textual=textual)):
            continue
        fault = next(faults(refusing, value, textual=textual), "")
        if fault and any(faults(whole, value, textual=textual)):
            return value, fault
        made = value
    return made, ""


def allowed_text(contract: Contract, field: Field) -> str:
    """The smallest message with this field that a contract allows; empty where none can be made."""
    fields = part_of(contract, field)
    value = message(demanding(fields, spelled(field)))
    return "" if any(faults(schema_for(fields), value)) else message_text(contract, field, value)


def around(fields: Part, path: str) -> Part:
    """The part in which everything around a field has to stand, but not the field."""
    return without(demanding(fields, path), keyed(path))


def _candidates(sides: Sides, own: Part, fact: str) -> list[Part]:
    if fact in OWED:
        return [around(own, sides.path), demanding(own, sides.path)]
    if fact == "additional":
        inside = f"{sides.path}.extra" if sides.path != "$" else "extra"
        extra = Field(sides.own.place, inside, {"type": "string", "required": True})
        return [{**demanding(own, sides.path), inside: extra}, demanding(own, sides.path)]
    return [demanding(own, sides.path, narrowed) for narrowed in narrowings(sides.own.facts, sides.other.facts)]


def _with_fact(sides: Sides, fact: str) -> Part:
    """The allowing side's part with this one fact as the other side has it."""
    facts = {name: value for name, value in sides.own.facts.items() if name != fact}
    if fact in OWED:
        facts = {name: value for name, value in facts.items() if name not in OWED}
    names = OWED if fact in OWED else (fact,)
    facts |= {name: sides.other.facts[name] for name in names if name in sides.other.facts}
    if facts.get("conditional") is True:
        facts.pop("required", None)
    return {**sides.part, sides.path: replace(sides.own, path=sides.path, facts=facts)}


def _unshowable(change: FactChanged) -> str:
    if change.fact in _SHAPES:
        return _NO_SHAPES
    if change.fact == "model":
        return _ELSEWHERE
    if change.fact in OPERATION_FACTS:
        return _ANNOUNCED
    if change.fact in _WRITTEN:
        return _WRITING
    if change.fact in ("type", "required") and not (change.old_stated and change.new_stated):
        return _CLEARER
    patterns = [value for value in (change.old, change.new) if isinstance(value, str)]
    return _UNTRIED if change.fact == "pattern" and not all(map(is_tried, patterns)) else ""


def _default(change: FactChanged, approved: Contract, now: Contract) -> Witness:
    """A message without the field means something else than it did."""
    if change.after.direction is Direction.RESPONSE:
        return Witness(sentence="No message shows it: a default of an answer changes nothing in the answers themselves.")
    value, other = (
        message(around(part_of(contract, field), spelled(field)))
        for contract, field in ((approved, change.before), (now, change.after))
    )
    old, new = (_assumed(stated, fact) for stated, fact in ((change.old_stated, change.old), (change.new_stated, change.new)))
    return Witness(
        before=message_text(approved, change.before, value),
        after=message_text(now, change.after, other),
        sentence=f"A request without `{change.after.path}` is valid on both sides and means another thing: {old}; now {new}.",
    )


def _assumed(stated: bool, value: object) -> str:
    texts: Mapping[object, str] = {None: "null", True: "true", False: "false"}
    shown = texts.get(value, str(value)) if isinstance(value, bool) or value is None else str(value)
    return f"the vendor assumes {shown}" if stated else "the docs name no default"
