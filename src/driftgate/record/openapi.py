"""A client's own OpenAPI document, read into a contract, as a client contract: all it documents is sent and read."""

from __future__ import annotations

from driftgate.contract import REQUEST_PLACES, ClientContract, Contract, FactValue, Field, Recorded
from driftgate.record.credentials import is_credential
from driftgate.record.exchange import Recording, Scope
from driftgate.record.reads import ERROR
from driftgate.snapshot.canonical import canonical_fields, canonical_security

ALL = "everything that the document has is listed as sent or read; remove what this client does not use"


def client_from_openapi(contract: Contract, scope: Scope) -> Recording:
    """The client contract that a contract of the client's own implies."""
    sends = {
        field.key: Field(field.place, field.path, _sent_facts(field), field.media_type)
        for field in contract.fields.values()
        if field.place in REQUEST_PLACES and not (field.place != "body" and is_credential(field.name, contract))
    }
    answered = (field for field in contract.fields.values() if field.place not in REQUEST_PLACES and not field.in_header)
    reads = [_read(field) for field in answered]
    client = ClientContract(
        operation=scope.operation,
        base_url=scope.base_url or next(iter(contract.servers), ""),
        security=canonical_security(contract.security),
        sends=canonical_fields(sends),
        reads=canonical_fields({field.key: field for field in reads}),
        recorded=Recorded(source="openapi", at=scope.at),
        name=scope.name,
    )
    return Recording(client=client, exchanges=0, notes=(ALL,))


def _sent_facts(field: Field) -> dict[str, FactValue]:
    """The type of what is sent in a body, and the values where the document lists them."""
    facts: dict[str, FactValue] = {"type": field.type} if field.type and field.place == "body" else {}
    listed = field.facts.get("enum", field.facts.get("const"))
    if listed is None:
        return facts
    return facts | {"values": listed if isinstance(listed, tuple) else (listed,)}


def _read(field: Field) -> Field:
    """A field of an answer; those of error answers stand together."""
    facts: dict[str, FactValue] = {"type": field.type} if field.type else {}
    if field.place[:1] in ("4", "5"):
        return Field(ERROR, field.path, facts)
    return Field(field.place, field.path, facts, field.media_type)
