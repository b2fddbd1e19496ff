"""openapi-generator's AsciiDoc: the type ends the description, an empty cell is a no, a model without rows does not tell."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import openapi_generator_asciidoc as reader

URL = "https://docs.example.test/index.adoc"

PAGE = """= Fleet
:generator-template: v1 2019-12-20

== Endpoints

[.launchShip]
==== launchShip

`POST /fleets/{fleet_id}/ships`

===== Parameters

====== Path Parameters

[cols="2,3,1,1,1"]
|===
|Name| Description| Required| Default| Pattern

| fleet_id
| Whose ship it is
| X
| null
|

|===

====== Body Parameter

[cols="2,3,1,1,1"]
|===
|Name| Description| Required| Default| Pattern

| Ship
| What to launch <<Ship>>
| X
|
|

|===

====== Query Parameters

[cols="2,3,1,1,1"]
|===
|Name| Description| Required| Default| Pattern

| decks
| Which decks <<Integer>>
| -
| 3
|

|===

===== Return Type

<<Ship>>

===== Responses

.HTTP Response Codes
[cols="2,3,1"]
|===
| Code | Message | Datatype

| 201
| Launched
| List[<<Ship>>]

| 0
| Sunk
|  <<dry-fault>>

|===

[#models]
== Models

[#Ship]
=== _Ship_ A ship

Error

[.fields-Ship]
[cols="2,1,1,2,4,1"]
|===
| Field Name| Required| Nullable | Type| Description | Format

| name
| X
|
|   String
|
|

| hue
|
| X
|  <<Ship_hue>>
|
|  _Enum:_ red, blue,

| rig
|
|
| <<Ship_rig>>
|
|

| crew
|
|
|   Map   of <<Sailor>>
|
|

|===

[#ShipRig]
=== _ShipRig_

[.fields-ShipRig]
[cols="2,1,1,2,4,1"]
|===
| Field Name| Required| Nullable | Type| Description | Format

|===

[#Sailor]
=== _Sailor_

[.fields-Sailor]
[cols="2,1,1,2,4,1"]
|===
| Field Name| Required| Nullable | Type| Description | Format

| rank
| X
|
|   Integer
|
| int64

|===

[#DryFault]
=== _DryFault_

[.fields-DryFault]
[cols="2,1,1,2,4,1"]
|===
| Field Name| Required| Nullable | Type| Description | Format

| reason
|
|
| <<string>>
|
|

|===
"""


def document(text: str) -> Document:
    return Document(Page(asked=URL, reached=URL, status=200, media_type="", body=text.encode()), text, "asciidoc")


def test_other_asciidoc_is_not_this_generators() -> None:
    assert not reader.recognises(document("= Fleet\n\n|===\n|Name |Type\n\n|hull |String\n|==="))
    assert not reader.recognises(html_document("<table><caption>HTTP Response Codes</caption></table>"))


def test_the_parameters_the_body_and_every_answer_are_read_with_their_models() -> None:
    (contract,) = reader.extract(document(PAGE), None).contracts
    assert contract.operation == Operation("POST", "/fleets/{fleet_id}/ships")
    ship = {
        "name": {"type": "string", "required": True},
        "hue": {"type": "string", "required": False, "nullable": True, "enum": ("red", "blue")},
        "rig": {"required": False},
        "crew": {"type": "object", "required": False},
        "crew.*.rank": {"type": "integer", "required": True, "format": "int64"},
    }
    assert facts_of(contract) == {
        "path:fleet_id": {"required": True},
        "query:decks": {"required": False, "default": 3},
        **{f"body:{path}": facts for path, facts in ship.items()},
        **{f"201:[].{path}": facts for path, facts in ship.items()},
        "default:reason": {"type": "string", "required": False},
    }


def test_in_html_links_stand_in_brackets_or_show_what_the_model_is_called_beside() -> None:
    page = html_document(
        """<h4 id="_launch">2.1. launch</h4><p><code>POST /ships</code></p>
        <h5>2.1.1. Parameters</h5><h6>Body Parameter</h6>
        <table><thead><tr><th>Name</th><th>Description</th><th>Required</th><th>Default</th><th>Pattern</th></tr></thead>
        <tbody><tr><td>Ship</td><td>What <a href="#Ship"><em>Ship</em> A ship</a></td><td>X</td><td></td><td></td></tr>
        </tbody></table>
        <h5>2.1.2. Responses</h5><table><caption class="title">Table 1. HTTP Response Codes</caption>
        <thead><tr><th>Code</th><th>Message</th><th>Datatype</th></tr></thead>
        <tbody><tr><td>204</td><td>Done</td><td><a href="#">[]</a></td></tr></tbody></table>
        <h2 id="models">3. Models</h2><h3 id="Ship">3.1. <em>Ship</em> A ship</h3>
        <table><thead><tr><th>Field Name</th><th>Required</th><th>Nullable</th><th>Type</th><th>Description</th>
        <th>Format</th></tr></thead><tbody><tr><td>masts</td><td></td><td></td><td>List of <a href="#long">[long]</a></td>
        <td></td><td></td></tr>
        </tbody></table>"""
    )
    assert reader.recognises(page)
    (contract,) = reader.extract(page, None).contracts
    assert facts_of(contract) == {"body:masts": {"type": "array<integer>", "required": False}}
    assert set(contract.responses) == {"204"}


def test_an_enum_model_gives_its_values_where_one_type_is_shown_and_items_of_a_form_are_arrays() -> None:
    rows = """
===== Parameters

====== Form Parameters

[cols="2,3,1,1,1"]
|===
|Name| Description| Required| Default| Pattern

| flags
| Which flags <<String>>
| X
| null
|

| motto
| What to paint <<string>>
| -
| null
|

| paint
| One or several <<Paint>>
| -
| null
|

|===

====== Body Parameter
"""
    values = """
[#Paint]
=== _Paint_

[.fields-Paint]
[cols="1"]
|===
| Enum Values

| tar
| lime

|===
"""
    ship = (
        PAGE.replace("\n====== Body Parameter\n", rows).replace("| <<Ship_rig>>\n|\n|", "|  <<Paint>>\n|\n|    tar, lime,  ")
        + values
    )
    facts = facts_of(reader.extract(document(ship), None).contracts[0])
    assert facts["body:flags"] == {"type": "array<string>", "required": True}
    assert facts["body:motto"] == {"type": "string", "required": False}
    assert facts["body:paint"] == {"required": False}
    assert facts["201:[].rig"] == {"type": "string", "required": False, "enum": ("tar", "lime")}


def test_a_model_may_be_named_without_a_link() -> None:
    unlinked = PAGE.replace("   Map   of <<Sailor>>", "   sailor  ")
    (contract,) = reader.extract(document(unlinked), None).contracts
    ranks = [field.facts.get("type") for field in contract.fields.values() if field.path.endswith("crew.rank")]
    assert set(ranks) == {"integer"}
