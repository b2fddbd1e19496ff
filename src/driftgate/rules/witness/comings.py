"""Witnesses of fields that came, went or were renamed, and of bodies, media types and statuses that did."""

from __future__ import annotations

from dataclasses import replace

from driftgate.contract import Contract, Direction, Field
from driftgate.diff import changes as found
from driftgate.diff.media import is_special_case
from driftgate.rules.matching import is_owed
from driftgate.rules.witness.allowed import faults
from driftgate.rules.witness.messages import demanding, message, part_of, schema_for, spelled
from driftgate.rules.witness.parting import UNPARTED, allowed_text, around, refused, unexpected
from driftgate.rules.witness.shown import Witness, json_text, message_text, request_text

_MAY_OMIT = "No message shows it: who does not send the new field sends what is valid on both sides."
_MAY_IGNORE = "No message shows it: a reader that ignores fields it does not know reads the new answers as before."

_NO_BODY_OWED = "No message shows it: the docs refuse no request without a body that they were known to take."
_STILL_SERVED = "No message shows it: who sends or reads the media types of before can go on."
_BODY = Field("body", "")

Whole = (
    found.BodyAdded
    | found.BodyRemoved
    | found.BodyRequiredChanged
    | found.MediaTypeAdded
    | found.MediaTypeRemoved
    | found.MediaTypeChanged
    | found.StatusAdded
    | found.StatusRemoved
)


def added(field: Field, approved: Contract, now: Contract) -> Witness:
    """A new field: a request without it, or an answer with it."""
    if field.direction is Direction.REQUEST:
        fields = part_of(approved, field)
        value = message(around(fields, spelled(field)))
        missing = f"`{replace(field, path=spelled(field)).name}` is missing"
        fault = missing if missing in faults(schema_for(part_of(now, field)), value) else ""
        if not fault or any(faults(schema_for(fields), value)):
            return Witness(sentence=UNPARTED if is_owed(field) else _MAY_OMIT)
        before = message_text(approved, field, value)
        return Witness(before=before, after=allowed_text(now, field), sentence=refused(fault))
    value = message(demanding(part_of(now, field), spelled(field)))
    fault = next(faults(schema_for(part_of(approved, field)), value), "")
    if "not documented" not in fault:
        return Witness(sentence=_MAY_IGNORE)
    before = message_text(approved, field, message(part_of(approved, field)))
    return Witness(before=before, after=message_text(now, field, value), sentence=unexpected(fault))


def removed(field: Field, approved: Contract, now: Contract) -> Witness:
    """A field that is gone: a message with it, and the same without it."""
    value = message(around(part_of(now, field), spelled(field)))
    before, after = allowed_text(approved, field), message_text(now, field, value)
    if field.direction is Direction.REQUEST:
        told = f"The new contract knows no `{field.path}`: a server refuses the first request or ignores the field."
    else:
        told = f"A reader of `{field.path}` finds it in the first answer and nothing in the second."
    return Witness(before=before, after=after, sentence=told)


def renamed(old: Field, new: Field, approved: Contract, now: Contract) -> Witness:
    """A field that seems to have another name: a message with either."""
    if old.direction is Direction.REQUEST:
        told = f"The new contract knows `{new.path}` instead: `{old.path}` is refused or ignored."
    else:
        told = f"A reader of `{old.path}` finds it in the first answer and nothing in the second, where `{new.path}` stands."
    return Witness(before=allowed_text(approved, old), after=allowed_text(now, new), sentence=told)


def of_whole(change: Whole, approved: Contract, now: Contract) -> Witness:
    """A body, media type or status that came, went or moved."""
    match change:
        case found.BodyAdded(required):
            return _body_owed(approved, now) if required is True else Witness(sentence=_NO_BODY_OWED)
        case found.BodyRequiredChanged(old, new):
            return _body_owed(approved, now) if (old, new) == (False, True) else Witness(sentence=_NO_BODY_OWED)
        case found.BodyRemoved():
            told = "The new contract takes no body: the one in the first request is refused or ignored."
            before = request_text(approved, {"body": message(part_of(approved, _BODY))})
            return Witness(before=before, after=request_text(now, {"body": None}), sentence=told)
        case found.StatusAdded(status):
            told = f"The second answer may come under the new contract; a client that knows the approved one never met {status}."
            return Witness(after=_answer(now, status), sentence=told)
        case found.StatusRemoved(status):
            told = f"The new contract documents no {status}: who waits for it may wait for ever."
            return Witness(before=_answer(approved, status), sentence=told)
        case _:
            return _media(change, approved, now)


def _body_owed(approved: Contract, now: Contract) -> Witness:
    return Witness(
        before=request_text(approved, {"body": None}),
        after=request_text(now, {"body": message(part_of(now, _BODY))}),
        sentence="The first request has no body and is valid under the approved contract; under the new one the body is missing.",
    )


def _media(
    change: found.MediaTypeAdded | found.MediaTypeRemoved | found.MediaTypeChanged, approved: Contract, now: Contract
) -> Witness:
    request = change.place == "body"
    old, new = _names(change)
    if not old or (new and (is_special_case(old, new) if request else is_special_case(new, old))):
        return Witness(sentence=_STILL_SERVED)
    if request:
        told = f"A body sent as {old} was documented; the new contract does not take it, and a server may refuse it."
    elif not new:
        told = f"A client that asks for {old} was served; the new contract does not offer it."
    else:
        told = (
            f"An answer in {new} may come under the new contract, which a reader of the approved one cannot be expected to read."
        )
    return Witness(before=_typed(change.place, old, approved), after=_typed(change.place, new, now), sentence=told)


def _names(change: found.MediaTypeAdded | found.MediaTypeRemoved | found.MediaTypeChanged) -> tuple[str, str]:
    match change:
        case found.MediaTypeAdded(_, media_type):
            return "", media_type
        case found.MediaTypeRemoved(_, media_type):
            return media_type, ""
        case found.MediaTypeChanged(_, before, after):
            return before, after


def _typed(place: str, media_type: str, contract: Contract) -> str:
    if not media_type:
        return ""
    first = str(contract.operation) if place == "body" else f"HTTP {place}"
    return f"{first}\nContent-Type: {media_type}"


def _answer(contract: Contract, status: str) -> str:
    fields = part_of(contract, Field(status, ""))
    return f"HTTP {status}" + (f"\n\n{json_text(message(fields))}" if fields else "")
