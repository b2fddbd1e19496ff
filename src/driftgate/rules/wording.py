"""Puts a change or a conflict into words: what it is about, before and after in short, and one sentence of what moved."""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.contract import Source
from driftgate.diff import changes as found
from driftgate.diff.changes import Change
from driftgate.diff.conflicts import Conflict, OmitsRequired, ReadsOtherType, SendsOtherType, SendsOtherValue
from driftgate.diff.facts import without
from driftgate.diff.inside import differences
from driftgate.rules.conflict_words import conflict_words
from driftgate.rules.texts import NOT_STATED, facts_text, named, security_text, short, value_text


@dataclass(frozen=True, slots=True)
class Wording:
    """subject: what a report and a waiver call it; before, after: whole renderings; message: one sentence."""

    subject: str
    before: str
    after: str
    message: str


def wording(change: Change | Conflict) -> Wording:
    """The words for one change or conflict."""
    match change:
        case found.FieldAdded(field):
            return Wording(field.key, "", facts_text(field.facts), f"{named(field)} is new")
        case found.FieldRemoved(field):
            return Wording(field.key, facts_text(field.facts), "", f"{named(field)} is gone")
        case found.FieldRenamed(before, after):
            message = f"{named(before)} is gone and {named(after)} is new: it looks renamed"
            return Wording(before.key, before.path, after.path, message)
        case found.FactChanged():
            return _fact(change)
        case found.OperationFactChanged() | found.OperationAdded() | found.OperationRemoved() | found.OperationMoved():
            return _operation(change)
        case found.ServersChanged() | found.SecurityChanged():
            return _access(change)
        case found.PageMoved() | found.PageGone() | found.DocsContradict():
            return _docs(change)
        case _:
            return Wording(*conflict_words(change)) if isinstance(change, Conflict) else _whole(change)


def source_of(change: Change | Conflict) -> Source | None:
    """Where on the page a change or conflict can be seen, where that is known."""
    match change:
        case found.FactChanged(_, after, fact):
            return after.fact_sources.get(fact) or after.source
        case found.FieldAdded(field) | found.FieldRemoved(field) | found.FieldRenamed(_, field):
            return field.source
        case OmitsRequired(documented) | SendsOtherType(_, documented) | ReadsOtherType(_, documented):
            return documented.source
        case SendsOtherValue(_, documented):
            return documented.fact_sources.get("enum") or documented.source
        case found.OperationAdded(_, source):
            return source
        case found.DocsContradict():
            return change.used_source or change.other_source
        case _:
            return None


def _fact(change: found.FactChanged) -> Wording:
    before = value_text(change.old) if change.old_stated else NOT_STATED
    after = value_text(change.new) if change.new_stated else NOT_STATED
    return Wording(change.after.key, f"{change.fact} {before}", f"{change.fact} {after}", _moved(change, before, after))


def _moved(change: found.FactChanged, before: str, after: str) -> str:
    about = f"{named(change.after)}: {change.fact.replace('_', ' ')}"
    inside = differences(change.old, change.new)
    if inside:
        return f"{about} differs inside: {short('; '.join(inside))}"
    if isinstance(change.old, tuple) and isinstance(change.new, tuple):
        members = {"lost": without(change.old, change.new), "won": without(change.new, change.old)}
        return f"{about} " + " and ".join(f"{verb} {short(value_text(some))}" for verb, some in members.items() if some)
    return f"{about} went from {short(before)} to {short(after)}"


def _operation(
    change: found.OperationFactChanged | found.OperationAdded | found.OperationRemoved | found.OperationMoved,
) -> Wording:
    match change:
        case found.OperationAdded(operation):
            return Wording("operation", "", str(operation), f"{operation} is new")
        case found.OperationRemoved(operation):
            return Wording("operation", str(operation), "", f"{operation} is gone")
        case found.OperationMoved(before, after):
            return Wording("operation", str(before), str(after), f"{before} is now documented as {after}")
        case found.OperationFactChanged(operation, fact, old, new):
            was, now = (NOT_STATED if value is None else value_text(value) for value in (old, new))
            message = f"{operation}: {fact} went from {short(was)} to {short(now)}"
            return Wording("operation", f"{fact} {was}", f"{fact} {now}", message)


def _access(change: found.ServersChanged | found.SecurityChanged) -> Wording:
    if isinstance(change, found.SecurityChanged):
        before, after = security_text(change.before), security_text(change.after)
        return Wording("security", before, after, f"authentication went from {short(before)} to {short(after)}")
    before, after = (", ".join(sorted(servers)) or NOT_STATED for servers in (change.before, change.after))
    return Wording("servers", before, after, f"the documented servers went from {short(before)} to {short(after)}")


def _whole(change: Change) -> Wording:
    match change:
        case found.MediaTypeAdded(place, media_type):
            return Wording(f"media-type:{place}", "", media_type, f"{place} now also takes the media type {media_type}")
        case found.MediaTypeRemoved(place, media_type):
            return Wording(f"media-type:{place}", media_type, "", f"the media type {media_type} of {place} is gone")
        case found.MediaTypeChanged(place, before, after):
            return Wording(f"media-type:{place}", before, after, f"the media type {before} of {place} is now {after}")
        case found.StatusAdded(status):
            return Wording(f"status:{status}", "", status, f"the response status {status} is new")
        case found.StatusRemoved(status):
            return Wording(f"status:{status}", status, "", f"the response status {status} is gone")
        case found.BodyAdded(required):
            return Wording("body", "", "required" if required else "stated", "the operation now takes a request body")
        case found.BodyRemoved():
            return Wording("body", "stated", "", "the operation takes no request body any more")
        case found.BodyRequiredChanged(old, new):
            before, after = (NOT_STATED if value is None else f"required {value_text(value)}" for value in (old, new))
            return Wording("body", before, after, f"the request body went from {before} to {after}")
        case _:
            raise AssertionError(f"no words for {type(change).__name__}")


def _docs(change: found.PageMoved | found.PageGone | found.DocsContradict) -> Wording:
    match change:
        case found.PageMoved(role, asked, reached):
            return Wording(f"page:{role}", asked, reached, f"the {_role(role)} {asked} moved to {reached}")
        case found.PageGone(role, url, reason):
            return Wording(f"page:{role}", url, reason, f"the {_role(role)} {url} cannot be reached: {reason}")
        case found.DocsContradict(key, fact, used, other):
            message = f"the docs contradict themselves about {fact} of {key}: {short(used)} and {short(other)}"
            return Wording(key, f"{fact} {used}", f"{fact} {other}", message)


def _role(role: str) -> str:
    return {"docs_home": "docs home", "help_center": "help center", "reference": "reference page"}.get(role, role)
