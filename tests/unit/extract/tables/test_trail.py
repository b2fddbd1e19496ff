"""The headings above a place announce a section together, from the outermost in."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.sections import Kind, Section
from driftgate.extract.tables.trail import Trail


def trail(*headings: tuple[int, str]) -> Trail:
    made = Trail()
    for level, text in headings:
        made.heading(level, text)
    return made


def test_titles_announce_nothing() -> None:
    above = trail((1, "Ships"), (2, "Sails"))
    assert (above.section(), above.titles(), above.own_title(), above.innermost()) == (None, ("Ships", "Sails"), "Sails", "Sails")


@pytest.mark.parametrize(
    ("headings", "section"),
    [
        pytest.param(((2, "Response 201"), (3, "Body")), Section(Kind.RESPONSE, "201"), id="a body below a response"),
        pytest.param(((2, "Response 201"), (3, "Headers")), Section(Kind.RESPONSE_HEADER, "201"), id="headers below a response"),
        pytest.param(((2, "Parameters"), (3, "Output format")), Section(Kind.REQUEST), id="a topic of parameters"),
        pytest.param(((2, "Parameters"), (3, "Response")), Section(Kind.RESPONSE), id="an answer, wrongly indented"),
        pytest.param(((3, "Request body"), (3, "Example"), (3, "Fields")), Section(Kind.BODY), id="a sample between them"),
        pytest.param(((3, "Request body"), (3, "Fields")), Section(Kind.BODY), id="fields beside what they are of"),
        pytest.param(((3, "Request body"), (3, "Ships"), (3, "Fields")), Section(Kind.FIELDS), id="a title between them"),
        pytest.param(((2, "Sell a ship"), (3, "Parameters Sell a ship")), Section(Kind.REQUEST), id="a title said again"),
        pytest.param(
            ((2, "Response 201"), (2, "Query parameters")), Section(Kind.QUERY), id="a heading of one level ends another"
        ),
    ],
)
def test_a_section_below_another_belongs_to_it(headings: tuple[tuple[int, str], ...], section: Section) -> None:
    assert trail(*headings).section() == section


def test_a_media_type_is_said_of_the_section_it_stands_in() -> None:
    assert trail((2, "Request body"), (3, "application/json")).section() == Section(Kind.BODY, media_type="application/json")


def test_below_an_operation_all_begins_anew_but_for_a_request_just_above() -> None:
    assert trail((2, "Response"), (3, "Body")).at_operation(within=False).headings == []
    assert trail((2, "Ships"), (3, "Request body")).at_operation(within=True).section() == Section(Kind.BODY)


def test_a_sense_alone_is_said_of_the_section_above_it() -> None:
    assert trail((2, "Query parameters"), (3, "Optional")).section() == Section(Kind.QUERY, required=False)
    assert trail((2, "Request body"), (3, "Champs obligatoires")).section() == Section(Kind.BODY, required=True)
    assert trail((2, "Response"), (3, "Optional fields")).section() == Section(Kind.RESPONSE)


def test_a_label_goes_on_above_the_parts_of_its_message() -> None:
    """They stand deeper than the heading above the label; one that does not begins anew."""
    assert trail((4, "Ships"), (7, "Response 201"), (5, "Body")).section() == Section(Kind.RESPONSE, "201")
    both = trail((4, "Ships"), (7, "Response 201"), (5, "Headers"), (5, "Schema"))
    assert both.section() == Section(Kind.RESPONSE, "201")
    assert trail((4, "Ships"), (7, "Response 201"), (5, "Body"), (7, "Response 422")).section() == Section(Kind.RESPONSE, "422")
    assert trail((4, "Ships"), (7, "Response 201"), (4, "Body")).section() == Section(Kind.BODY)
    assert trail((4, "Ships"), (7, "Response 201"), (5, "Remarks")).section() is None


@pytest.mark.parametrize("name", ["Error", "Crew_Members", "Field"])
def test_a_heading_among_models_may_be_the_name_of_one(name: str) -> None:
    assert trail((1, "Models"), (2, name)).own_title() == name


def test_a_heading_below_the_name_of_a_model_announces_its_fields() -> None:
    assert trail((1, "Models"), (2, "Ship"), (3, "Properties")).own_title() == ""
    assert trail((1, "Models"), (2, "Ship"), (3, "Field")).own_title() == ""


def test_what_announces_fields_is_a_name_beside_a_model_that_has_its_own() -> None:
    above = trail((1, "Models"), (2, "Ship"))
    above.heading(2, "Items", "Ship")
    assert above.own_title() == "Items"
    assert trail((1, "Models"), (2, "Ship"), (2, "Items")).own_title() == ""


def test_default_is_a_status_among_answers_only() -> None:
    assert trail((2, "Responses"), (3, "200"), (3, "default")).section() == Section(Kind.RESPONSE, "default")
    assert trail((2, "Parameters"), (3, "default")).section() == Section(Kind.REQUEST)


def test_what_stands_below_a_heading_of_models_is_among_them_however_deep() -> None:
    assert not trail((2, "Responses"), (3, "Ship")).in_models()
    assert trail((2, "Schemas"), (3, "Ship"), (4, "Fields")).in_models()


def test_default_may_stand_beside_the_other_answers() -> None:
    assert trail((2, "Responses"), (2, "200 OK"), (2, "default"), (3, "Body")).section() == Section(Kind.RESPONSE, "default")
    assert trail((2, "Query parameters"), (2, "default")).section() is None


@pytest.mark.parametrize("heading", ["default", "default Error", "`default`: something went wrong"])
def test_the_default_among_answers_is_one_of_them_whatever_it_says_of_errors(heading: str) -> None:
    assert trail((2, "Responses"), (3, heading)).section() == Section(Kind.RESPONSE, "default")


def test_what_is_called_default_elsewhere_is_a_title() -> None:
    assert trail((2, "Ships"), (3, "default sails")).section() is None


def test_what_must_be_sent_may_be_said_below_a_heading_that_names_no_side() -> None:
    assert trail((2, "Atributos"), (3, "Obrigatórios")).section() == Section(Kind.FIELDS, required=True)
    assert trail((2, "Champs"), (3, "Optionnels")).section() == Section(Kind.FIELDS, required=False)
