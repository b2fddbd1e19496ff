"""Redoc's rendered page: the rows that are unfolded, and a gap for each that is not."""

from __future__ import annotations

import pytest

from documents import facts_of, html_document
from driftgate.contract import Facts, Operation
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import redoc
from driftgate.extract.platforms.redoc.types import union_type


def line(label: str, *values: str) -> str:
    return f"<div><span>{label}:</span> " + " ".join(f"<span>{value}</span>" for value in values) + "</div>"


def row(
    name: str, *spans: str, required: bool = False, button: bool = False, below: str = "", lines: str = "", kind: str = "field"
) -> str:
    label = f'<span class="property-name">{name}</span>'
    label = f'<button aria-label="expand {name}">{label}<svg></svg></button>' if button else f"<span></span>{label}"
    mark = '<div class="sc-a"> required </div>' if required else ""
    typed = "<span></span>" + "".join(f"<span>{span}</span>" for span in spans)
    nested = f'<tr><td colspan="2"><div><table><tbody>{below}</tbody></table></div></td></tr>' if below else ""
    return (
        f'<tr class=""><td kind="{kind}" title="{name}" class="sc-b">{label}{mark}</td>'
        f'<td><div><div>{typed}</div>{lines}<div><div html="words"><p>words</p></div></div></div></td></tr>{nested}'
    )


def table(*rows: str) -> str:
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def page(*parts: str, path: str = "/v1/orders", verb: str = "post", section: str = "tag/A/operation/make") -> str:
    return (
        f'<div class="redoc-wrap"><div data-section-id="{section}"><h2>Make</h2>{"".join(parts)}'
        f'<div><button><span type="{verb}" class="sc-c http-verb {verb}">{verb}</span><span class="sc-d">{path}</span></button>'
        f'<div><div role="button"><div><span>https://api.example.test</span>{path}</div></div></div></div></div></div>'
    )


def extract(*parts: str) -> Extraction:
    return redoc.extract(html_document(page(*parts)), None)


def test_a_shell_is_not_recognised() -> None:
    assert not redoc.recognises(html_document('<redoc spec-url="openapi.json"></redoc><script src="redoc.js"></script>'))
    assert redoc.recognises(html_document(page()))


def test_operation_and_server() -> None:
    (found,) = extract().contracts
    assert (found.operation, found.servers) == (Operation("POST", "/v1/orders"), ("https://api.example.test",))


def test_a_badge_in_the_title_says_that_the_operation_is_deprecated() -> None:
    badge = '<h2><a href="#x"></a>Make <span type="warning" class="sc-x"> {} </span></h2>'
    pages = [page().replace("<h2>Make</h2>", badge.format(word)) for word in ("New", "Deprecated")]
    new, deprecated = (redoc.extract(html_document(text), None).contracts[0] for text in pages)
    assert (new.facts, deprecated.facts) == ({}, {"deprecated": True})


def test_an_operation_below_two_tags_is_read_once_and_others_besides() -> None:
    text = page() + page(section="tag/B/operation/make") + page(path="/v1/orders/{id}", verb="get", section="operation/see")
    found = redoc.extract(html_document(text), None)
    assert found.operations == (Operation("POST", "/v1/orders"), Operation("GET", "/v1/orders/{id}"))


def test_sections_give_fields_their_place() -> None:
    (found,) = extract(
        "<div><h5>path Parameters</h5>" + table(row("id", "string", required=True)) + "</div>",
        "<div><h5>query Parameters</h5>" + table(row("limit", "integer", "[ 1 .. 100 ]")) + "</div>",
        "<div><h5>header Parameters</h5>" + table(row("X-Trace", "string")) + "</div>",
        "<h5>Request Body schema: <span>application/json</span><div>required</div></h5>" + table(row("note", "string")),
    ).contracts
    assert facts_of(found) == {
        "path:id": {"type": "string", "required": True},
        "query:limit": {"type": "integer", "required": False, "minimum": 1, "maximum": 100},
        "header:X-Trace": {"type": "string", "required": False},
        "body:note": {"type": "string", "required": False},
    }
    assert (found.request.media_types, found.request.required) == (("application/json",), True)


BODY = "<h5>Request Body schema: <span>application/json</span></h5>"


@pytest.mark.parametrize(
    ("spans", "lines", "facts"),
    [
        (("string", "(Title)"), "", {"type": "string"}),
        (("string", "&lt;uuid&gt;"), "", {"type": "string", "format": "uuid"}),
        (("Array of strings", "(Colour)"), "", {"type": "array<string>"}),
        (("Array of objects",), "", {"type": "array"}),
        (("number or null", "[ 0 .. 2 ]"), "", {"type": "number", "nullable": True, "minimum": 0, "maximum": 2}),
        (("string",), line("Enum", '"a"', '"b"'), {"type": "string", "enum": ("a", "b")}),
        (("string",), line("Value", '"a"'), {"type": "string", "enum": ("a",)}),
        (("boolean",), line("Default", "false"), {"type": "boolean", "default": False}),
        (("string",), '<div><span type="warning">Deprecated</span></div>', {"type": "string", "deprecated": True}),
        (("string",), line("Example", "a"), {"type": "string"}),
        (("any",), "", {}),
    ],
)
def test_a_row_states_its_type_and_lines(spans: tuple[str, ...], lines: str, facts: Facts) -> None:
    (found,) = extract(BODY + table(row("x", *spans, lines=lines))).contracts
    assert facts_of(found) == {"body:x": {"required": False, **facts}}


def test_values_of_items_are_stated_of_the_items() -> None:
    lines = line("Items Enum", '"a"', '"b"')
    (found,) = extract(BODY + table(row("x", "Array of strings", lines=lines))).contracts
    assert facts_of(found)["body:x[]"] == {"type": "string", "enum": ("a", "b")}


def test_unfolded_rows_nest_and_folded_ones_are_gaps() -> None:
    found = extract(
        BODY
        + table(
            row("items", "Array of objects", button=True, below=row("sku", "string") + row("box", "object", button=True)),
            row("note", "string"),
        )
    )
    assert list(found.contracts[0].fields) == ["body:items", "body:items[].sku", "body:items[].box", "body:note"]
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.COLLAPSED, "box object")]


def listed(*parts: str) -> str:
    return f"<div><div>Array (&lt;= 9 items)</div><div>{''.join(parts)}</div><div></div></div>"


def test_every_array_printed_around_a_table_stands_around_its_fields() -> None:
    grid = row("grid", "Array of objects", button=True).replace("<tr class", "<tr data-grid class")
    inside = f'<tr><td colspan="2"><div>{listed(listed(table(row("x", "integer"))))}</div></td></tr>'
    (found,) = extract(BODY + listed(table(grid + inside))).contracts
    assert facts_of(found) == {
        "body:[].grid": {"type": "array<array>", "required": False},
        "body:[].grid[][].x": {"type": "integer", "required": False},
    }


def test_a_field_within_itself_says_so_behind_its_type() -> None:
    (found,) = extract(BODY + table(row("next", "object", "(Node)", "Recursive"))).contracts
    assert facts_of(found) == {"body:next": {"type": "object", "required": False}}


def test_further_properties_are_a_field_only_with_a_type() -> None:
    rows = row("property name*", "any", kind="additionalProperties") + row(
        "property name*", "string", kind="additionalProperties"
    )
    (found,) = extract(BODY + table(row("labels", "object", button=True, below=rows))).contracts
    assert facts_of(found) == {
        "body:labels": {"type": "object", "required": False},
        "body:labels.*": {"type": "string", "required": False},
    }


def test_responses_are_buttons_and_a_folded_one_is_a_gap() -> None:
    found = extract(
        "<h3>Responses</h3>"
        "<div><button><svg></svg><strong>200</strong></button>"
        "<div><h5>Response Schema: <span>application/json</span></h5>"
        + table(row("ok", "boolean", required=True))
        + "</div></div><div><button><svg></svg><strong>4XX</strong></button></div>"
        "<div><button><strong>204</strong></button></div>"
    )
    (contract,) = found.contracts
    assert facts_of(contract) == {"200:ok": {"type": "boolean", "required": True}}
    assert (list(contract.responses), contract.responses["200"].media_types) == (["200", "204", "4XX"], ("application/json",))
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.COLLAPSED, "4XX")]


def test_authorizations_show_names_only() -> None:
    found = extract("<h5>Authorizations:</h5><span><i>bearerAuth</i></span>")
    assert (found.contracts[0].security, [gap.kind for gap in found.gaps]) == (None, [GapKind.COLLAPSED])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("string or Array of strings", ("string | array<string>", False)),
        ("Size (string) or Size (null)", ("string", True)),
        ("Array of Tool (object) or Custom tool (object)", ("array", False)),
        ("Array of Modes (strings) or Modes (null)", ("array<string>", True)),
        ("(string or null) or (Array of strings or null)", ("string | array<string>", True)),
        ("(string or Config (object)) or null", ("string | object", True)),
        ("Choice mode (string) or Allowed tools (object)", ("string | object", False)),
        ("string or frobnitz", (None, False)),
        ("(" * 40 + "string or null" + ")" * 40, (None, False)),
    ],
)
def test_unions_of_titled_members(text: str, named: tuple[str | None, bool]) -> None:
    assert union_type(text) == named
