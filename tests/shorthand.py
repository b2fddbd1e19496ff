"""Short ways to write contracts in tests."""

from __future__ import annotations

from driftgate.contract import ClientContract, Contract, FactValue, Field, Operation, Request, Response, SecurityScheme
from driftgate.contract.model import REQUEST_PLACES

OPERATION = Operation("POST", "/v1/orders")
BEARER = SecurityScheme(scheme="bearer", place="header", name="Authorization")
KEY = SecurityScheme(scheme="apiKey", place="header", name="X-Key")


def field(key: str, **facts: FactValue) -> Field:
    """A field from a key as snapshots print it: ``body:a.b``, ``200(text/csv):id``, ``200.header:X-Id``."""
    where, _, path = key.partition(":")
    in_header = where.endswith(".header")
    place, _, media_type = where.removesuffix(".header").removesuffix(")").partition("(")
    return Field(place, path, facts, media_type, in_header)


def contract(
    *fields: Field,
    operation: Operation = OPERATION,
    servers: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
    answers: dict[str, tuple[str, ...]] | None = None,
    required: bool | None = None,
    **more: object,
) -> Contract:
    """A contract of these fields. body: its media types; answers: media types by status, besides the statuses of the fields."""
    statuses = {f.place: () for f in fields if f.place not in REQUEST_PLACES} | (answers or {})
    return Contract(
        operation=operation,
        servers=servers,
        request=Request(media_types=body, required=required),
        responses={status: Response(media_types=types) for status, types in statuses.items()},
        fields={f.key: f for f in fields},
        **more,  # type: ignore[arg-type]
    )


def client(*sends: Field, reads: tuple[Field, ...] = (), name: str = "", **more: object) -> ClientContract:
    """A client that calls the operation at https://api.example.com."""
    known = {"operation": OPERATION, "base_url": "https://api.example.com"} | more
    return ClientContract(
        sends={f.key: f for f in sends},
        reads={f.key: f for f in reads},
        name=name,
        **known,  # type: ignore[arg-type]
    )
