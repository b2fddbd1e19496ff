"""Scalar's rendered references: properties below properties, variants behind a choice, values behind a button."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Certainty, Operation
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import scalar

REQUIRED = '<div class="property-required">required</div>'


def detail(text: str, label: str = "Type:") -> str:
    return (
        '<span class="property-detail property-detail-truncate"><span class="property-detail-value">'
        f'<span class="screenreader-only">{label}</span>{text}</span></span>'
    )


def limit(label: str, value: str) -> str:
    return (
        f'<span class="property-detail"><div class="property-detail-prefix">{label}</div>'
        f'<span class="property-detail-value">{value}</span></span>'
    )


def values(*names: str, more: str = "") -> str:
    labels = [f'<span class="property-enum-value-label">{name}</span>' for name in names]
    entries = "".join(f'<li class="property-enum-value">{label}</li>' for label in labels)
    return f'<div class="property-enum"><ul class="property-enum-values">{entries}</ul>{more}</div>'


def prop(name: str, *heading: str, below: str = "", tag: str = "li") -> str:
    link = f'<button><span class="sr-only">Copy link to {name}</span></button>'
    named = f'<div class="property-name"><div>{name.replace("_", "<wbr>_")}{link}</div></div>' if name else ""
    head = f'<div class="property-heading">{named}{"".join(heading)}</div>'
    return f'<{tag} class="property property--level-1">{head}{below}</{tag}>'


def children(*properties: str) -> str:
    return f'<div class="children"><div class="schema-card"><ul>{"".join(properties)}</ul></div></div>'


def parameters(title: str, *properties: str) -> str:
    items = "".join(f'<li class="parameter-item">{item}</li>' for item in properties)
    return f"<div><div>{title}</div><ul>{items}</ul></div>"


def body(*properties: str) -> str:
    return (
        '<div class="request-body"><div class="request-body-header"><div class="request-body-required">required</div>'
        f'<div class="selected-content-type"><span>application/json</span></div></div><ul>{"".join(properties)}</ul></div>'
    )


def responses(*items: str) -> str:
    return f'<div><div>Responses</div><ul aria-label="Responses">{"".join(items)}</ul></div>'


def page(*parts: str, method: str = "post", path: str = "/orders/<em>{id}</em>") -> str:
    return (
        '<div class="scalar-app"><section class="section"><div class="operation-details">'
        f'{"".join(parts)}</div><span class="request-method">{method}</span>'
        f'<span class="operation-path">{path}</span></section></div>'
    )


def read(*parts: str) -> Extraction:
    document = html_document(page(*parts))
    assert scalar.recognises(document)
    return scalar.extract(document, None)


def test_a_page_of_another_platform_is_not_recognised() -> None:
    assert not scalar.recognises(html_document("<div class='scalar'>POST /orders</div>"))


def test_names_lose_their_link_button_and_absence_of_the_required_word_is_a_statement() -> None:
    extraction = read(
        parameters("Path Parameters", prop("id", detail("string"), REQUIRED, tag="div")),
        parameters("Query Parameters", prop("dry_run", detail("boolean"), tag="div")),
        body(prop("unit_price", detail("number"), limit("min:", "0"), limit("max:", "9.5"), REQUIRED)),
    )
    (contract,) = extraction.contracts
    assert contract.operation == Operation("POST", "/orders/{id}")
    assert contract.request.media_types == ("application/json",)
    assert contract.request.required is True
    assert facts_of(contract) == {
        "path:id": {"type": "string", "required": True},
        "query:dry_run": {"type": "boolean", "required": False},
        "body:unit_price": {"type": "number", "minimum": 0, "maximum": 9.5, "required": True},
    }
    source = contract.fields["query:dry_run"].source
    assert source is not None
    assert (source.reader, source.certainty, source.quote) == ("scalar", Certainty.READ, "dry_run Type:boolean")


def test_children_of_arrays_stand_below_their_items() -> None:
    below = children(prop("sku", detail("string · Article number"), REQUIRED), prop("tags", detail("array string[]")))
    extraction = read(body(prop("lines", detail("array object[]"), below=below)))
    assert facts_of(extraction.contracts[0]) == {
        "body:lines": {"type": "array", "required": False},
        "body:lines[].sku": {"type": "string", "required": True},
        "body:lines[].tags": {"type": "array<string>", "required": False},
    }


def test_a_property_that_prints_only_values_has_their_type() -> None:
    label = '<span class="property-detail"><span class="property-detail-value">enum</span></span>'
    extraction = read(body(prop("state", label, below=values("open", "shut")), prop("sure", label, limit("const:", "true"))))
    assert facts_of(extraction.contracts[0]) == {
        "body:state": {"type": "string", "enum": ("open", "shut"), "required": False},
        "body:sure": {"type": "boolean", "const": True, "required": False},
    }


def test_values_behind_a_button_are_not_stated_but_a_gap() -> None:
    more = "<button>Show all values</button>"
    extraction = read(body(prop("voice", detail("string"), below=values("a", "b", more=more))))
    assert facts_of(extraction.contracts[0]) == {"body:voice": {"type": "string", "required": False}}
    assert [gap.kind for gap in extraction.gaps] == [GapKind.COLLAPSED]


def test_of_a_union_the_shown_variant_is_read_and_the_rest_is_a_gap() -> None:
    shown = children(prop("", detail("object")), prop("number", detail("string"), REQUIRED))
    rule = (
        '<div class="property-rule"><button class="composition-selector" aria-expanded="false">One of Card</button>'
        f'<div class="composition-panel">{shown}</div></div>'
    )
    extraction = read(body(prop("pay_by", below=rule)))
    assert facts_of(extraction.contracts[0]) == {
        "body:pay_by": {"type": "object", "required": False},
        "body:pay_by.number": {"type": "string", "required": True, "conditional": True},
    }
    assert [gap.kind for gap in extraction.gaps] == [GapKind.COLLAPSED]


def test_responses_are_read_below_their_status_with_their_headers() -> None:
    headers = f'<div class="headers-card"><ul>{prop("X-Trace", detail("string"))}</ul></div>'
    below = children(prop("id", detail("integer")))
    extraction = read(
        responses(
            f'<li class="parameter-item">{headers}{prop("200", detail("array object[]"), below=below, tag="div")}</li>',
            f'<li class="parameter-item">{prop("404", tag="div")}</li>',
        )
    )
    (contract,) = extraction.contracts
    assert tuple(contract.responses) == ("200", "404")
    assert facts_of(contract) == {
        "200.header:X-Trace": {"type": "string", "required": False},
        "200:$": {"type": "array"},
        "200:[].id": {"type": "integer", "required": False},
    }


def trigger(status: str, *opened: str) -> str:
    state = "true" if opened else "false"
    name = f'<div class="parameter-item-name"><wbr>{status}</div><div class="selected-content-type">application/json</div>'
    button = f'<button class="parameter-item-trigger" aria-expanded="{state}">{name}</button>'
    return f'<li class="parameter-item">{button}<div>{"".join(opened)}</div></li>'


def test_the_status_of_a_response_may_stand_on_the_button_that_opens_it() -> None:
    bodies = (
        trigger("200", prop("", detail("object"), below=children(prop("id", detail("integer"))), tag="div")),
        trigger("201", f"<ul>{prop('id', detail('integer'))}</ul>"),
        trigger("404"),
    )
    extraction = read(responses(*bodies))
    (contract,) = extraction.contracts
    assert {status: response.media_types for status, response in contract.responses.items()} == dict.fromkeys(
        ("200", "201", "404"), ("application/json",)
    )
    assert facts_of(contract) == {
        "200:id": {"type": "integer", "required": False},
        "201:id": {"type": "integer", "required": False},
    }
    assert [(gap.kind, gap.source.quote) for gap in extraction.gaps] == [(GapKind.COLLAPSED, "404")]


def test_a_part_that_stands_closed_is_a_gap() -> None:
    button = '<button class="schema-card-title" aria-expanded="false">Show Child Attributes</button>'
    extraction = read(body(prop("meta", detail("object"), below=f'<div class="children">{button}</div>')))
    assert [gap.kind for gap in extraction.gaps] == [GapKind.COLLAPSED]


def test_an_operation_shown_below_two_tags_is_one() -> None:
    document = html_document(page(body(prop("a", detail("string")))) * 2)
    assert [str(operation) for operation in scalar.extract(document, None).operations] == ["POST /orders/{id}"]


def test_a_section_without_method_and_path_gives_no_operation() -> None:
    document = html_document(page(body(prop("a", detail("string"))), method="webhook"))
    assert scalar.extract(document, None).contracts == ()


def test_headers_may_stand_in_a_tree_of_their_own_and_values_on_chips() -> None:
    chips = (
        '<div class="property-enum"><span class="property-enum-chip">red</span><span class="property-enum-chip">blue</span></div>'
    )
    shown = prop("paint", detail("Paint"), detail("enum", ""), below=chips)
    group = (
        '<div class="property headers-tree-group"><div class="property-heading"><span class="property-name">Headers</span></div>'
        f"<ul>{prop('X-Left', detail('integer'))}</ul></div>"
    )
    whole = prop("", detail("object"), tag="div", below=children(shown))
    (contract,) = read(responses(trigger("200", whole, group))).contracts
    assert facts_of(contract) == {
        "200:paint": {"type": "string", "enum": ("red", "blue"), "required": False},
        "200.header:X-Left": {"type": "integer", "required": False},
    }
    assert {key: field.in_header for key, field in contract.fields.items()} == {"200:paint": False, "200.header:X-Left": True}


def test_the_name_of_a_model_with_fields_below_it_is_an_object() -> None:
    (contract,) = read(body(prop("owner", detail("Person"), below=children(prop("id", detail("integer")))))).contracts
    assert facts_of(contract) == {
        "body:owner": {"type": "object", "required": False},
        "body:owner.id": {"type": "integer", "required": False},
    }


def test_the_words_of_a_models_name_are_no_type() -> None:
    def signed(*words: str, name: str) -> str:
        tokens = [f'<span class="property-type-token property-type-token--word">{word}</span>' for word in words]
        named = f'<span class="property-type-token property-type-token--ident">{name}</span>'
        return detail("".join((*tokens, named)))

    (contract,) = read(
        body(prop("berths", signed(name="Berth collection")), prop("crews", signed("array of", name="Crew record")))
    ).contracts
    assert facts_of(contract) == {"body:berths": {"required": False}, "body:crews": {"type": "array", "required": False}}


def test_a_response_with_a_media_type_and_nothing_below_it_is_a_gap() -> None:
    named = '<div class="parameter-item-trigger"><span class="parameter-item-name">{}</span>{}</div>'
    shown = named.format("200", '<div class="content-type-select"><span>application/json</span></div>')
    items = (shown, named.format("204", ""))
    listed = responses(*(f"<li class='parameter-item'>{item}</li>" for item in items))
    found = read(body(prop("paint", detail("string"))), listed)
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.COLLAPSED, "200")]


def test_older_versions_print_details_without_labels_and_statuses_without_buttons() -> None:
    def bare(name: str, *details: str) -> str:
        spans = "".join(
            f'<span class="property-detail"><span class="property-detail-value">{each}</span></span>' for each in details
        )
        return prop(name, f'<div class="property-details">{spans}</div>', tag="div")

    status = '<div class="parameter-item-trigger"><span class="parameter-item-name">201</span></div>'
    document = html_document(
        '<div class="scalar-app"><section class="section"><div class="endpoint-details">'
        f'<div class="request-body-schema">{bare("count", "integer", "int64")}{bare("note", "string | nullable")}</div>'
        f'<div><div>Responses</div><ul><li class="parameter-item">{status}{bare("", "object")}</li></ul></div></div>'
        '<span class="request-method">POST</span><span class="endpoint-path">/orders</span></section></div>'
    )
    (contract,) = scalar.extract(document, None).contracts
    assert (contract.operation, list(contract.responses)) == (Operation("POST", "/orders"), ["201"])
    assert facts_of(contract) == {
        "body:count": {"type": "integer", "format": "int64", "required": False},
        "body:note": {"type": "string", "nullable": True, "required": False},
    }


def test_parts_that_hold_together_are_no_choice_and_fields_below_them_make_an_object() -> None:
    badge = '<div class="badge">{}</div>'
    inner = prop("deck", detail("string"), tag="div")
    rule = f'<div class="property-rule"><div class="schema-card">{inner}</div></div>'
    found = read(body(prop("berth", badge.format("allOf"), below=rule), prop("rig", badge.format("oneOf"), below=rule)))
    facts = facts_of(found.contracts[0])
    assert facts["body:berth"] == {"type": "object", "required": False}
    assert facts["body:berth.deck"] == {"type": "string", "required": False}
    assert facts["body:rig"] == {"required": False}
    assert facts["body:rig.deck"] == {"type": "string", "required": False, "conditional": True}


def test_fields_of_a_variant_that_is_an_array_stand_below_its_items() -> None:
    text = prop("", detail("string"), tag="div")
    items = prop("", detail("array"), below=children(prop("deck", detail("string"))), tag="div")
    cards = "".join(f'<div class="schema-card">{variant}</div>' for variant in (text, items))
    found = read(body(prop("berth", below=f'<div class="property-rule">{cards}</div>')))
    facts = facts_of(found.contracts[0])
    assert facts["body:berth"] == {"type": "string", "required": False}
    assert facts["body:berth[].deck"] == {"type": "string", "required": False, "conditional": True}


def test_values_in_rows_tell_the_type_that_a_models_name_does_not() -> None:
    rows = "".join(
        f'<li class="property-enum-row"><span class="property-enum-row-label">{value}</span></li>' for value in ("oak", "fir")
    )
    listed = f'<div class="property-enum"><div>values</div><ul>{rows}</ul></div>'
    found = read(body(prop("hull", detail("Wood"), below=listed)))
    assert facts_of(found.contracts[0]) == {"body:hull": {"type": "string", "required": False, "enum": ("oak", "fir")}}
    assert found.gaps == ()


def test_a_variant_that_is_null_says_that_the_field_may_be_and_nothing_of_its_type() -> None:
    rule = f'<div class="property-rule">{children(prop("", detail("null")))}</div>'
    found = read(body(prop("hull", below=rule)))
    assert facts_of(found.contracts[0]) == {"body:hull": {"required": False, "nullable": True}}
