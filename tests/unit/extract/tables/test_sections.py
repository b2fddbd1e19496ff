"""Headings of URL parameters and headings in two scripts announce what they say, and nothing more."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.sections import Kind, Section, announces_fields, section_of


@pytest.mark.parametrize("heading", ["URL", "URI", "Ships and harbours", "ShipBody", "errorresponse"])
def test_an_address_alone_announces_nothing(heading: str) -> None:
    assert section_of(heading) is None


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("URI Parameters", Kind.QUERY),
        ("URL参数：", Kind.QUERY),
        ("Request URL", Kind.REQUEST),
        ("Header如下：", Kind.HEADER),
        ("RequestBody", Kind.BODY),
        ("pathParams", Kind.PATH),
        ("Body中放置请求参数，参数详情如下：", Kind.BODY),
    ],
)
def test_what_headings_announce(heading: str, kind: Kind) -> None:
    section = section_of(heading)
    assert section is not None
    assert section.kind is kind


@pytest.mark.parametrize(
    ("heading", "required"),
    [
        ("Required parameters", True),
        ("必填参数", True),
        ("Optional query parameters", False),
        ("Request body (required)", None),
        ("Required and optional parameters", None),
    ],
)
def test_a_heading_of_parameters_may_say_whether_they_are_required(heading: str, required: bool | None) -> None:
    section = section_of(heading)
    assert section is not None
    assert section.required is required


def test_a_pointer_is_the_name_of_what_it_points_to() -> None:
    assert section_of("#/components/responses/Sunk") is None
    assert section_of("#/components/schemas/Ship") is None


@pytest.mark.parametrize(
    ("heading", "status"),
    [("400 Bad Request", "400"), ("Response 429 Too Many Requests", "429"), ("Status: 408 Request Timeout", "408")],
)
def test_what_http_calls_a_status_announces_no_request(heading: str, status: str) -> None:
    assert section_of(heading) == Section(Kind.RESPONSE, status)


def test_what_the_documentation_of_a_library_names_announces_nothing_of_an_operation() -> None:
    for heading in ("Event: 'headers'", "Class: Http2Request"):
        section = section_of(heading)
        assert section is not None
        assert section.kind is Kind.ASIDE


@pytest.mark.parametrize(
    ("section", "announces"),
    [(None, False), (Section(Kind.EXAMPLE), False), (Section(Kind.MODELS), False), (Section(Kind.FIELDS), False)]
    + [(Section(kind), True) for kind in (Kind.REQUEST, Kind.QUERY, Kind.BODY, Kind.RESPONSE, Kind.RESPONSE_HEADER)],
)
def test_fields_of_a_message_are_announced_by_its_parts_alone(section: Section | None, announces: bool) -> None:
    assert announces_fields(section) is announces


def test_a_number_that_is_no_status_announces_no_answer() -> None:
    assert section_of("min: 1 | max: 255") is None
    assert section_of("Response 226") == Section(Kind.RESPONSE, "226")


@pytest.mark.parametrize(("heading", "sense"), [("Obrigatórios", True), ("Opcionales:", False), ("必填", True)])
def test_a_heading_of_the_sense_alone_says_it_of_all_below(heading: str, sense: bool) -> None:
    assert section_of(heading) == Section(Kind.FIELDS, required=sense)


def test_answers_are_no_headings() -> None:
    assert [section_of(word) for word in ("Yes", "OK", "never")] == [None, None, None]


def test_a_good_status_with_the_answer_is_the_answer_whatever_succeeded() -> None:
    section = section_of("如果返回的 HTTP 状态码为 200，表示请求成功，响应包体中的 data 字段说明如下")
    assert section == Section(Kind.RESPONSE, "200")
