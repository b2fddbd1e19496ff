"""A description fills what its schema does not state, and never says otherwise."""

from __future__ import annotations

from driftgate.contract import Certainty
from specs import body, contract, facts, spec


def test_a_description_fills_facts_that_the_schema_does_not_state_with_its_words_as_source() -> None:
    found = contract(body({"properties": {"size": {"type": "integer", "description": "Between 1 and 8. Defaults to 4."}}}))
    assert facts(found) == {"body:size": {"type": "integer", "required": False, "minimum": 1, "maximum": 8, "default": 4}}
    told = found.fields["body:size"].fact_sources
    assert {name: (source.quote, source.certainty) for name, source in told.items()} == {
        "minimum": ("Between 1 and 8", Certainty.MINED),
        "maximum": ("Between 1 and 8", Certainty.MINED),
        "default": ("Defaults to 4", Certainty.MINED),
    }


def test_a_schema_is_never_overridden_and_lists_alone_what_it_requires() -> None:
    schema = {"type": "integer", "default": 2, "maximum": 6, "description": "Required. Between 1 and 8. Defaults to 4."}
    assert facts(contract(body({"properties": {"size": schema}}))) == {
        "body:size": {"type": "integer", "required": False, "minimum": 1, "maximum": 6, "default": 2}
    }


def test_a_parameter_is_described_beside_its_schema() -> None:
    size = {"name": "size", "in": "query", "description": "Deprecated: sizes are chosen for you.", "schema": {"type": "integer"}}
    assert facts(contract(spec({"parameters": [size], "responses": {}}))) == {
        "query:size": {"type": "integer", "required": False, "deprecated": True}
    }


def test_what_one_of_several_alternatives_says_is_no_fact_of_all() -> None:
    small = {"properties": {"size": {"type": "integer", "description": "At most 4."}}}
    large = {"properties": {"size": {"type": "integer", "description": "Any size that fits."}}}
    assert facts(contract(body({"anyOf": [small, large]})))["body:size"] == {"type": "integer", "required": False}
