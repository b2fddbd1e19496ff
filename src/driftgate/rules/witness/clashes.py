"""Witnesses of conflicts: what the client sends or reads beside what the docs ask or promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from driftgate.contract import ClientContract, Contract, Field, Scalar
from driftgate.contract.model import is_error_status
from driftgate.diff import conflicts as found
from driftgate.diff.conflicts import Conflict
from driftgate.rules.witness.messages import Part, demanding, message, part
from driftgate.rules.witness.parting import allowed_text
from driftgate.rules.witness.shown import Witness, credential_text, message_text, request_text

LABELS = ("client", "docs")


def of_conflict(conflict: Conflict, client: ClientContract, now: Contract) -> Witness:
    """The witness of one conflict: the client's message and the one that the docs describe."""
    match conflict:
        case found.SendsUndocumented(sent):
            told = f"The client sends `{sent.path}`; the docs know no such field, and a strict server refuses it."
            return _shown(_sent(client, sent), _smallest(now, sent), told)
        case found.OmitsRequired(documented):
            told = f"The client's request lacks `{documented.path}`, which the docs require."
            return _shown(_sent(client, documented), allowed_text(now, documented), told)
        case found.SendsOtherType(sent, documented):
            told = f"The client sends `{sent.path}` as {sent.type}; the docs take {documented.type}."
            return _shown(_sent(client, sent), allowed_text(now, documented), told)
        case found.SendsOtherValue(sent, documented, values):
            told = f"The client sends a value of `{sent.path}` that the docs do not allow."
            return _shown(_sent(client, sent, values[:1]), allowed_text(now, documented), told)
        case found.ReadsUndocumented(read):
            told = f"The client reads `{read.path}`, which no documented answer has."
            return _shown(_read(client, read), _smallest(now, replace(read, place=_status(read, now))), told)
        case found.ReadsOtherType(read, documented):
            told = f"The client reads `{read.path}` as {read.type}; the docs say {documented.type}."
            return _shown(_read(client, read), allowed_text(now, documented), told)
        case _:
            return _address(conflict, client, now)


def _address(
    conflict: found.CallsOtherOperation | found.CallsOtherServer | found.AuthenticatesOtherwise,
    client: ClientContract,
    now: Contract,
) -> Witness:
    match conflict:
        case found.CallsOtherOperation(mine, documented):
            return _shown(str(mine), request_text(now), f"The client calls {mine}; the docs describe {documented}.")
        case found.CallsOtherServer(base_url, servers):
            called = f"{client.operation.method} {base_url.rstrip('/')}{client.operation.path}"
            told = "The client calls a server that the docs do not name."
            return _shown(called, request_text(now, server=servers[0] if servers else ""), told)
        case found.AuthenticatesOtherwise(mine, documented):
            first, second = (credential_text(ways[0]) if ways else credential_text(()) for ways in (mine, documented))
            return _shown(first, second, "The client proves who it is in a way that the docs do not describe.")


def _shown(before: str, after: str, told: str) -> Witness:
    return Witness(before=before, after=after, sentence=told, labels=LABELS)


def _sent(client: ClientContract, field: Field, values: Iterable[Scalar] = ()) -> str:
    fields = [each for each in client.sends.values() if each.place == field.place]
    value = message(_whole(fields, {field.path: tuple(values)} if values else {}))
    return message_text(Contract(operation=client.operation, fields=client.sends), field, value)


def _read(client: ClientContract, field: Field) -> str:
    fields = [each for each in client.reads.values() if each.place == field.place and each.in_header is field.in_header]
    return message_text(Contract(operation=client.operation), field, message(_whole(fields, {})))


def _whole(fields: Iterable[Field], values: Mapping[str, tuple[Scalar, ...]]) -> Part:
    """All that a client sends or reads in one place; of a field with recorded values, the first."""
    made = part(_valued(field, values.get(field.path, ())) for field in fields)
    for path in made:
        made = demanding(made, path)
    return made


def _valued(field: Field, values: tuple[Scalar, ...]) -> Field:
    known = values or field.facts.get("values") or ()
    facts = {name: value for name, value in field.facts.items() if name != "values"}
    return replace(field, facts={**facts, "enum": known} if isinstance(known, tuple) and known else facts)


def _smallest(now: Contract, like: Field) -> str:
    fields = [each for each in now.fields.values() if each.place == like.place and each.in_header is like.in_header]
    return message_text(now, like, message(part(fields))) if fields else ""


def _status(read: Field, now: Contract) -> str:
    if read.place in now.responses:
        return read.place
    same = (status for status in now.responses if is_error_status(status) is (read.place == "error"))
    return next(same, read.place)
