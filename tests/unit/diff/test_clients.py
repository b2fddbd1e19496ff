"""Conflicts between the docs and a client: silence contradicts nobody, a described part without the field does."""

from __future__ import annotations

import pytest

from driftgate.contract import Certainty, ClientContract, Contract, Field, Operation, SecurityScheme, Source
from driftgate.diff.clients import conflicts
from driftgate.diff.conflicts import (
    AuthenticatesOtherwise,
    CallsOtherOperation,
    CallsOtherServer,
    OmitsRequired,
    ReadsOtherType,
    ReadsUndocumented,
    SendsOtherType,
    SendsOtherValue,
    SendsUndocumented,
)
from shorthand import BEARER, KEY, OPERATION, client, contract, field

ITEM = field("body:item", type="string")
INFERRED = Field("200", "id", {}, source=Source(certainty=Certainty.INFERRED))
MESSAGES = (
    field("body:messages", type="array", required=True),
    field("body:messages[].role", type="string", required=True, enum=("user", "system")),
    field("body:messages[].content", type="array | string", required=True),
    field("body:messages[].tool_id", type="string", required=True, conditional=True),
)
AGREE = (
    pytest.param(
        contract(*MESSAGES),
        client(field("body:messages[].role", values=("user",)), field("body:messages[].content", type="string")),
        id="who sends the leaves sends the parents, and a conditional duty is nobody's",
    ),
    pytest.param(
        contract(ITEM, field("body:meta", type="object"), field("body:meta.a", required=True)),
        client(ITEM),
        id="a required child of a parent that is not sent",
    ),
    pytest.param(
        contract(field("body:meta", type="object")), client(field("body:meta.x.y")), id="an object not described inside"
    ),
    pytest.param(contract(field("body:meta.*", type="string")), client(field("body:meta.x")), id="a free-form map"),
    pytest.param(
        contract(field("body:meta", additional=True), field("body:meta.a")), client(field("body:meta.x")), id="an open object"
    ),
    pytest.param(contract(field("200:id"), field("400:e")), client(reads=(field("error:e"),)), id="an error read is any error's"),
    pytest.param(contract(field("200:id")), client(reads=(field("error:error.message"),)), id="no error body is described"),
    pytest.param(contract(field("default:e"), field("200:id")), client(reads=(field("error:e"),)), id="errors under default"),
    pytest.param(
        contract(field("default:e"), answers={"200": ("a/b",)}),
        client(reads=(field("200:id"),)),
        id="a status not described inside",
    ),
    pytest.param(contract(field("2XX:id")), client(reads=(field("200:id"),)), id="a status range"),
    pytest.param(contract(INFERRED), client(reads=(field("200:id"),)), id="a field that only an example shows"),
    pytest.param(
        contract(field("200(text/event-stream):delta"), field("200:id")),
        client(reads=(field("200:delta"),)),
        id="a field of the second media type",
    ),
    pytest.param(
        contract(field("200:n", type="number")), client(reads=(field("200:n", type="integer"),)), id="integers are numbers"
    ),
    pytest.param(contract(ITEM), client(ITEM, field("header:User-Agent")), id="a header of HTTP itself"),
    pytest.param(contract(field("path:id")), client(field("path:order")), id="path variables have no names"),
    pytest.param(
        contract(security=((SecurityScheme(scheme="apiKey", place="header", name="Authorization"),),)),
        client(security=((BEARER,),)),
        id="a bearer token is a key in the Authorization header",
    ),
    pytest.param(
        contract(field("header:Authorization", required=True)), client(security=((BEARER,),)), id="the credential's own header"
    ),
    pytest.param(contract(security=((KEY,), (BEARER,))), client(security=((BEARER,),)), id="one of several ways"),
    pytest.param(
        contract(servers=("https://api.example.com/v1",), operation=Operation("POST", "/orders")), client(), id="the prefix"
    ),
    pytest.param(
        contract(operation=Operation("POST", "/orders")),
        client(base_url="https://h/v1", operation=Operation("POST", "/orders")),
        id="no server stated",
    ),
    pytest.param(
        contract(field("body(a/b):x", required=True), field("body(c/d):y", required=True), body=("a/b", "c/d")),
        client(field("body:y")),
        id="the client uses one of two media types",
    ),
    pytest.param(
        contract(field("body:mode", enum=("a",), nullable=True)),
        client(field("body:mode", values=("a", None))),
        id="null is allowed",
    ),
    pytest.param(
        contract(field("body:mode", open_enum=("a",))), client(field("body:mode", values=("b",))), id="an extensible set"
    ),
)


@pytest.mark.parametrize(("documented", "mine"), AGREE)
def test_no_conflict(documented: Contract, mine: ClientContract) -> None:
    assert conflicts(documented, mine) == ()


OTHER = Operation("POST", "/v2/orders")
REQUIRED = field("body:item", type="string", required=True)
MODE = field("body:mode", type="string", enum=("a", "b"))
COUNT = field("body:count", type="integer", maximum=10)
DISAGREE = (
    (contract(ITEM), client(ITEM, field("body:gift")), SendsUndocumented(field("body:gift"))),
    (contract(ITEM), client(field("query:page")), SendsUndocumented(field("query:page"))),
    (
        contract(field("body:meta", type="object"), field("body:meta.a")),
        client(field("body:meta.b.c"), field("body:meta.b")),
        SendsUndocumented(field("body:meta.b")),
    ),
    (contract(field("body:a", type="string")), client(field("body:a.b")), SendsUndocumented(field("body:a.b"))),
    (contract(REQUIRED), client(), OmitsRequired(REQUIRED)),
    (contract(MODE), client(field("body:mode", type="integer")), SendsOtherType(field("body:mode", type="integer"), MODE)),
    (
        contract(MODE),
        client(field("body:mode", values=("a", "z"))),
        SendsOtherValue(field("body:mode", values=("a", "z")), MODE, ("z",)),
    ),
    (
        contract(COUNT),
        client(field("body:count", values=(11,))),
        SendsOtherValue(field("body:count", values=(11,)), COUNT, (11,)),
    ),
    (contract(field("200:id")), client(reads=(field("200:total"),)), ReadsUndocumented(field("200:total"))),
    (
        contract(field("200:id"), field("default:total")),
        client(reads=(field("200:total"),)),
        ReadsUndocumented(field("200:total")),
    ),
    (
        contract(field("200:id"), field("429:error.code")),
        client(reads=(field("error:error.message"),)),
        ReadsUndocumented(field("error:error.message")),
    ),
    (
        contract(field("200:id", type="string")),
        client(reads=(field("200:id", type="object"),)),
        ReadsOtherType(field("200:id", type="object"), field("200:id", type="string")),
    ),
    (contract(), client(operation=OTHER), CallsOtherOperation(OTHER, OPERATION)),
    (
        contract(servers=("https://api.example.com",)),
        client(base_url="https://api.example.com/v9"),
        CallsOtherServer("https://api.example.com/v9", ("https://api.example.com",)),
    ),
    (
        contract(servers=("https://api.example.com",)),
        client(base_url="https://old.example.com"),
        CallsOtherServer("https://old.example.com", ("https://api.example.com",)),
    ),
    (contract(security=((BEARER,),)), client(security=((KEY,),)), AuthenticatesOtherwise(((KEY,),), ((BEARER,),))),
    (contract(security=((BEARER,),)), client(security=()), AuthenticatesOtherwise((), ((BEARER,),))),
    (contract(security=((BEARER, KEY),)), client(security=((KEY,),)), AuthenticatesOtherwise(((KEY,),), ((BEARER, KEY),))),
)


@pytest.mark.parametrize(("documented", "mine", "expected"), DISAGREE)
def test_exactly_one_conflict(documented: Contract, mine: ClientContract, expected: object) -> None:
    assert conflicts(documented, mine) == (expected,)


def test_a_conflict_names_the_client() -> None:
    assert conflicts(contract(REQUIRED), client(name="billing")) == (OmitsRequired(REQUIRED, "billing"),)
