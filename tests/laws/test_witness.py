"""Laws of witnesses: each message is valid and refused where it is said to be, by a judge that knows nothing of witnesses."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from driftgate.contract import Contract, FactValue
from driftgate.diff.contracts import changes
from driftgate.extract.openapi.export import openapi_document
from driftgate.rules.judge import judge
from driftgate.rules.rule import Drift, Severity
from driftgate.rules.witness import witness_of
from shorthand import OPERATION, contract, field


def drifts(before: Contract, after: Contract) -> tuple[Drift, ...]:
    return judge(changes(before, after), operation=str(OPERATION))


def accepts(documented: Contract, place: str, message: str) -> bool:
    """The judge: jsonschema on the exported OpenAPI document, which knows nothing of witnesses."""
    operation: Any = openapi_document(documented)["paths"][OPERATION.path]["post"]  # type: ignore[index]
    holder = operation["requestBody"] if place == "body" else operation["responses"][place]
    (media,) = holder["content"].values()
    return Draft202012Validator(media["schema"]).is_valid(json.loads(message))


NUMBERS = st.one_of(st.none(), st.integers(-20, 20))
SIZES = st.one_of(st.none(), st.integers(0, 6))


@st.composite
def facts(draw: st.DrawFn) -> dict[str, FactValue]:
    """What docs may say of one field, not always wisely."""
    kind = draw(st.sampled_from(["string", "integer", "number", "boolean", "array<string>", "integer | string", "object"]))
    found: dict[str, Any] = {"type": kind}
    if kind in ("integer", "number"):
        found |= {name: draw(NUMBERS) for name in ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")}
        found["multiple_of"] = draw(st.sampled_from([None, None, 1, 2, 5]))
    if kind == "string":
        found |= {"min_length": draw(SIZES), "max_length": draw(SIZES)}
        found["enum"] = draw(st.sampled_from([None, None, ("a",), ("a", "b"), ("b", "text")]))
        found["pattern"] = draw(st.sampled_from([None, None, "^[a-z]+$", "^[A-Z]{2}", r"\d", "^x?$"]))
    if kind == "array<string>":
        found |= {"min_items": draw(SIZES), "max_items": draw(SIZES), "unique_items": draw(st.sampled_from([None, True]))}
    found["nullable"] = draw(st.sampled_from([None, True, False]))
    found["required"] = draw(st.sampled_from([None, True, False]))
    return {name: value for name, value in found.items() if value is not None}


@settings(max_examples=150, deadline=None)
@given(facts(), facts(), st.sampled_from(["body", "200"]), st.booleans())
def test_every_message_is_allowed_on_its_own_side_and_refused_on_the_other(
    before: dict[str, FactValue], after: dict[str, FactValue], place: str, nested: bool
) -> None:
    path = "list[].inner.item" if nested else "item"
    around = (
        (field(f"{place}:list", type="array"), field(f"{place}:list[].inner", type="object", required=True)) if nested else ()
    )
    old, new = contract(*around, field(f"{place}:{path}", **before)), contract(*around, field(f"{place}:{path}", **after))
    allowing, refusing = (old, new) if place == "body" else (new, old)
    for drift in drifts(old, new):
        witness = witness_of(drift, old, new)
        if witness.sentence.startswith("No message"):
            assert (witness.before, witness.after) == ("", "")
            continue
        shown = witness.before if place == "body" else witness.after
        assert accepts(allowing, place, shown), (drift.message, shown)
        assert not accepts(refusing, place, shown), (drift.message, shown)
        wanted = witness.after if place == "body" else witness.before
        assert not wanted or accepts(refusing, place, wanted), (drift.message, wanted)


@settings(max_examples=100, deadline=None)
@given(facts(), facts())
def test_what_the_rules_call_harmless_has_no_witness(before: dict[str, FactValue], after: dict[str, FactValue]) -> None:
    """Of one fact alone: several that move at once are several drifts."""
    for name in sorted(before.keys() | after.keys()):
        moved = {key: value for key, value in before.items() if key != name} | ({name: after[name]} if name in after else {})
        old, new = contract(field("body:item", **before)), contract(field("body:item", **moved))
        for drift in drifts(old, new):
            if drift.severity is Severity.INFO:
                assert witness_of(drift, old, new).before == "", drift.message


PATHS = st.lists(st.sampled_from(["a", "b", "a[]", "*", "*[]", "c[][]", "$", "x-y", "[]", "0"]), min_size=1, max_size=4).map(
    ".".join
)
PLACES = st.sampled_from(["path", "query", "header", "cookie", "body", "200", "4XX", "default", "200.header", "body(text/csv)"])
ODD_PATTERNS = ["", "(", "[", "^", "$", "a{9999}", "[z-a]", "^(a|aa)+$", r"\p{L}", r"^\$$", "x{3,1}", ".*.*.*.*.*x"]
ODD_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["string", "array<array<integer>>", "array", "object", "null", "file", "array<string> | string"]),
        "required": st.booleans(),
        "nullable": st.booleans(),
        "conditional": st.booleans(),
        "read_only": st.booleans(),
        "additional": st.booleans(),
        "enum": st.sampled_from([(), (None,), (True, 1), ("",), (1.5, "x")]),
        "const": st.sampled_from([None, 0, "x", False]),
        "default": st.sampled_from([None, 0, "x", False]),
        "minimum": st.sampled_from([0, -1.5, 1e308, float("inf"), 10**400]),
        "multiple_of": st.sampled_from([0, -2, 0.1, 1e-300, 10**300, float("inf")]),
        "max_length": st.sampled_from([0, -1, 10**12]),
        "min_items": st.sampled_from([0, 3, 10**12]),
        "min_properties": st.sampled_from([0, 2, 10**12]),
        "pattern": st.sampled_from(ODD_PATTERNS),
        "format": st.sampled_from(["date", "int32", "", "made-up"]),
    },
)
FIELDS = st.lists(st.tuples(PLACES, PATHS, st.none() | ODD_FACTS, st.none() | ODD_FACTS), min_size=1, max_size=5)


@settings(max_examples=100, deadline=None)
@given(FIELDS)
def test_whatever_the_docs_say_there_is_a_sentence(fields: list[Any]) -> None:
    """Pages may state nonsense: paths of odd spellings, limits beyond all bounds, patterns that are none."""
    old, new = (
        contract(*(field(f"{place}:{path}", **facts[side]) for place, path, *facts in fields if facts[side] is not None))
        for side in (0, 1)
    )
    for drift in drifts(old, new):
        witness = witness_of(drift, old, new)
        assert re.fullmatch(r"[A-Z].{20,}\.", witness.sentence, re.DOTALL)
