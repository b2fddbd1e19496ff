"""A viewer that shows only what is unfolded: what was open at the review is compared, and what closes later is no removal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from hostile import HostileServer
from project import Project

CHAT = "/api/text/chat"


def row(name: str, kind: str, *, shut: bool = False, below: str = "") -> str:
    label = f'<span class="property-name">{name}</span>'
    folding = shut or below
    label = f'<button aria-label="expand {name}">{label}<svg></svg></button>' if folding else f"<span></span>{label}"
    nested = f'<tr><td colspan="2"><div><table><tbody>{below}</tbody></table></div></td></tr>' if below else ""
    typed = f"<span></span><span>{kind}</span>"
    return f'<tr><td kind="field" title="{name}">{label}</td><td><div><div>{typed}</div></div></td></tr>{nested}'


MODEL, LIMIT = row("model", "string"), row("max_tokens", "integer")
OPEN_TOOL = row("tool", "object", below=row("title", "string") + row("kind", "string"))
SHUT_TOOL = row("tool", "object", shut=True)
SHUT = "".join(row(f"option_{number}", "object", shut=True) for number in range(30))
MORE_SHUT = "".join(row(f"extra_{number}", "object", shut=True) for number in range(21))


def page(*rows: str) -> bytes:
    return (
        '<!DOCTYPE html><html><head><title>Chat</title></head><body><div class="redoc-wrap">'
        '<div data-section-id="operation/chat"><h2>Chat completions</h2>'
        f"<h5>Request Body schema: <span>application/json</span></h5><table><tbody>{''.join(rows)}</tbody></table>"
        '<div><button><span type="post" class="http-verb post">post</span><span>/v1/chat/completions</span></button>'
        "<div><div><div><span>https://api.larkline.example</span>/v1/chat/completions</div></div></div></div>"
        "</div></div></body></html>"
    ).encode()


@pytest.fixture
def docs(project: Project) -> Iterator[HostileServer]:
    with HostileServer() as server:
        project.configure(project.outside.docs, server.url().rstrip("/"))
        for other in ("/", "/support/help-center"):
            server.serve(other, b"<html><body><h1>Help</h1><p>Write to us.</p></body></html>")
        server.serve(CHAT, page(MODEL, LIMIT, OPEN_TOOL, SHUT))
        yield server


def checked(project: Project) -> tuple[int, dict[str, Any]]:
    result = project.driftgate("check", "--no-smoke", "--format", "json")
    return result.code, result.data["targets"][0]


def test_a_first_review_may_approve_what_is_open_and_is_told_what_is_not(project: Project, docs: HostileServer) -> None:
    code, line = checked(project)
    assert (code, line["verdict"]) == (5, "unreviewed")
    assert any(notice.startswith("30 parts of the page stand closed; ") for notice in line["notices"])
    assert any(notice.startswith("with 'browser: true' for the target") for notice in line["notices"])
    project.approve()
    assert "not read, and so no part of what you approve (30)" in "".join(project.written)
    assert checked(project)[0] == 0


def test_what_changes_among_the_open_fields_is_drift(project: Project, docs: HostileServer) -> None:
    project.approve()
    docs.serve(CHAT, page(MODEL, row("max_tokens", "string"), OPEN_TOOL, SHUT))
    code, line = checked(project)
    assert (code, [drift["rule"] for drift in line["drifts"]]) == (1, ["request-type-changed"])


def test_an_approved_field_whose_part_closed_was_not_removed(project: Project, docs: HostileServer) -> None:
    project.approve()
    docs.serve(CHAT, page(MODEL, LIMIT, SHUT_TOOL, SHUT))
    code, line = checked(project)
    assert (code, line["drifts"]) == (3, [])
    assert line["reasons"][0].startswith("body:tool.kind, body:tool.title vanished, and what was not there at the review came")


def test_a_field_that_vanished_while_nothing_closed_was_removed(project: Project, docs: HostileServer) -> None:
    project.approve()
    docs.serve(CHAT, page(MODEL, OPEN_TOOL, SHUT))
    code, line = checked(project)
    assert (code, [drift["rule"] for drift in line["drifts"]]) == (1, ["request-field-removed"])


def test_many_parts_that_no_review_knew_of_take_the_trust_away(project: Project, docs: HostileServer) -> None:
    project.approve()
    docs.serve(CHAT, page(MODEL, LIMIT, OPEN_TOOL, SHUT, MORE_SHUT))
    code, line = checked(project)
    assert (code, line["drifts"]) == (3, [])
    assert "21 parts of the page looked like contract and were not understood, more than 20" in line["reasons"][0]
