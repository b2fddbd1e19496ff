"""A small chat operation for smoke tests: its documented contract, a client of it, and two cases."""

from __future__ import annotations

from driftgate.contract import ClientContract, Contract, Field, Operation, Request, Response
from driftgate.smoke.model import FromEnv, PlannedRequest, SmokeCase

BASE_URL = "https://api.example.com"
OPERATION = Operation("POST", "/v1/chat")

FIELDS = (
    Field("body", "model", {"type": "string", "required": True}),
    Field("body", "messages", {"type": "array", "required": True, "min_items": 1}),
    Field("body", "messages[].role", {"type": "string", "required": True, "enum": ("user", "system")}),
    Field("body", "messages[].content", {"type": "string | array", "required": True}),
    Field("body", "max_tokens", {"type": "integer", "required": False, "minimum": 1, "maximum": 100}),
    Field("body", "stream", {"type": "boolean", "default": False}),
    Field("body", "metadata", {"type": "object"}),
    Field("query", "trace", {"type": "boolean", "required": False}),
    Field("200", "id", {"type": "string", "required": True}),
    Field("200", "choices", {"type": "array", "required": True}),
    Field("200", "choices[].message", {"type": "object"}),
    Field("200", "choices[].message.content", {"type": "string"}),
    Field("200", "usage", {"type": "object", "required": False}),
)

CONTRACT = Contract(
    operation=OPERATION,
    servers=(BASE_URL,),
    request=Request(media_types=("application/json",), required=True),
    responses={"200": Response(media_types=("application/json", "text/event-stream"))},
    fields={field.key: field for field in FIELDS},
)

READS = (Field("200", "choices[].message.content", {"type": "string"}), Field("error", "error.message", {"type": "string"}))

CLIENT = ClientContract(operation=OPERATION, base_url=BASE_URL, reads={field.key: field for field in READS})

BODY = {"model": FromEnv(env="MODEL"), "messages": [{"role": "user", "content": "Reply with ok"}], "max_tokens": 5}

HAPPY = SmokeCase(name="happy_path", body=BODY)
ERROR = SmokeCase(name="error_path", body=BODY)

VALUES = {"MODEL": "model-1"}


def planned(case: str = "happy_path", *, streaming: bool = False, omitted: str = "") -> PlannedRequest:
    return PlannedRequest(
        case=case, method="POST", url=f"{BASE_URL}/v1/chat", headers={}, body=b"{}", streaming=streaming, omitted=omitted
    )
