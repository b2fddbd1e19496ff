"""smart-doc's HTML: address and method in two lines, tables by their labels, nesting by indentation and a corner."""

from __future__ import annotations

from documents import facts_of
from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import smart_doc

HEAD = '<head><meta charset="UTF-8"><meta content="smart-doc" name="generator"><title>Shop</title></head>'


def document(body: str, head: str = HEAD) -> Document:
    text = f"<!DOCTYPE html><html>{head}<body>{body}</body></html>"
    return Document(Page("https://d.example/", "https://d.example/", 200, "text/html", text.encode()), text, "html")


def line(label: str, value: str = "") -> str:
    return f'<div class="paragraph"><p><strong>{label}:</strong>&nbsp;{value}</p></div>'


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("Parameter", "Type", "Required", "Description", "Since")) -> str:
    cells = "".join(f"<th>{cell}</th>" for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="tableblock"><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>'


NESTED = "&nbsp;" * 5 + "└─"
PAGE = (
    "<h1>Shop</h1><h2>1. Orders</h2><h3>1.1. Place an order</h3>"
    + line("URL", '<a href="http://127.0.0.1/orders/{shop}">http://127.0.0.1/orders/{shop}</a>')
    + line("Type", "POST")
    + line("Content-Type", "application/json")
    + line("Request-headers")
    + table(("X-Trace", "string", "true", "Trace.", "-"), head=("Header", "Type", "Required", "Description", "Since"))
    + line("Path-parameters")
    + table(("shop", "int64", "true", "Shop.", "-"))
    + line("Query-parameters")
    + table(("dry", "boolean", "false", "Only checks.", "-"))
    + line("Body-parameters")
    + table(
        ("lines", "array", "true", "Lines.", "-"),
        ("└─sku", "string", "true", "Article.", "-"),
        ("└─gift", "object", "false", "Wrapping.", "-"),
        (f"{NESTED}text", "string", "false", "Card.", "-"),
        ("note", "string", "false", "Remark.", "-"),
    )
    + line("Response-fields")
    + table(("id", "string", "Order.", "-"), head=("Field", "Type", "Description", "Since"))
)


def test_the_tables_of_a_page_are_placed_by_their_labels() -> None:
    page = document(PAGE)
    assert smart_doc.recognises(page)
    (contract,) = smart_doc.extract(page, None).contracts
    assert contract.operation == Operation("POST", "/orders/{shop}")
    request = {key: facts for key, facts in facts_of(contract).items() if contract.fields[key].direction == "request"}
    assert request == {
        "header:X-Trace": {"type": "string", "required": True},
        "path:shop": {"type": "integer", "format": "int64", "required": True},
        "query:dry": {"type": "boolean", "required": False},
        "body:lines": {"type": "array", "required": True},
        "body:lines[].sku": {"type": "string", "required": True},
        "body:lines[].gift": {"type": "object", "required": False},
        "body:lines[].gift.text": {"type": "string", "required": False},
        "body:note": {"type": "string", "required": False},
    }
    answers = [(field.path, dict(field.facts)) for field in contract.fields.values() if field.direction == "response"]
    assert answers == [("id", {"type": "string"})]


def test_the_machine_on_which_the_page_was_made_is_no_server() -> None:
    (contract,) = smart_doc.extract(document(PAGE), None).contracts
    assert contract.servers == ()


def test_a_page_of_another_generator_is_not_recognised() -> None:
    assert not smart_doc.recognises(document(PAGE, head="<head><title>smart-doc</title></head>"))
