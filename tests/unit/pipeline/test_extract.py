"""The story of a reading: every field with its place, its reader and how surely it was read, then what was not understood."""

from __future__ import annotations

from driftgate.extract.page import Page
from driftgate.pipeline.extract import explained, not_understood, read_one

URL = "https://docs.example.test/parcels"
PAGE = """# Send a parcel

`POST /v1/parcels`

## Request body

| Name | Type | Required | Description |
|---|---|---|---|
| weight | integer | yes | Grams, as the scale in the hall shows them. Defaults to 500. |
| lane | string | no | Where the cart goes. |
| | string | no | Nobody filled this in. |
"""


def page(text: str) -> Page:
    return Page(asked=URL, reached=URL, status=200, media_type="text/markdown", body=text.encode())


def story(text: str) -> list[str]:
    return explained(read_one([page(text)], None)).splitlines()


def test_every_field_tells_where_it_stands_who_read_it_and_how_surely() -> None:
    assert story(PAGE)[:6] == [
        f"POST /v1/parcels  read by tables from {URL}",
        "rows read: 2 of 3; gaps: 1",
        "body:weight  type integer, required true, default 500",
        '    read by tables, line 9, "weight | integer | yes | Grams, as the scale in the hall shows them. Defaults to 500."',
        '    default: mined, line 9, "Defaults to 500"',
        "body:lane  type string, required false",
    ]


def test_what_was_not_understood_stands_last_with_its_place() -> None:
    assert story(PAGE)[-1] == 'gap: a row without a readable field name, line 11, "| string | no | Nobody filled this in."'


def test_a_field_that_only_a_name_tells_of_is_stated() -> None:
    bare = PAGE.split("| Name")[0] + "| Name | Description |\n|---|---|\n| lane | Where the cart goes. |\n"
    assert "body:lane  stated" in story(bare)


def test_a_page_that_gave_no_field_tells_what_it_has_and_what_was_not_understood() -> None:
    strange = PAGE.split("| Name")[0] + "| Izena | Mota | Azalpena |\n|---|---|---|\n| lane_no | string | Nora |\n"
    assert not_understood([page(strange)]).splitlines() == [
        f"POST /v1/parcels  stands on {URL}",
        'gap: a table header that no column role is known for, line 7, "Izena | Mota | Azalpena"',
    ]


def test_a_page_without_anything_like_fields_says_so() -> None:
    assert not_understood([page("# Nothing\n\nAt all.\n")]) == "no table, list or line on it looks like fields"
