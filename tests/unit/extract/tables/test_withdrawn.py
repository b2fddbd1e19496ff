"""An operation is deprecated where its page says so of it, and not where the word is said of anything else."""

from __future__ import annotations

import pytest

from documents import html_document, markdown_document
from driftgate.contract import Facts
from driftgate.extract.document import Document
from driftgate.extract.reading import extractions

FIELDS = """
| Name | Type | Required |
| --- | --- | --- |
| hull | string | yes |
"""


def told(document: Document) -> dict[str, Facts]:
    """What is said of each operation, by its path."""
    return {contract.operation.path: contract.facts for found in extractions(document, None) for contract in found.contracts}


def page(title: str = "Launch a ship", before: str = "", after: str = "", fields: str = FIELDS) -> Document:
    return markdown_document(f"# {title}\n\n{before}\n\n`POST /v1/ships`\n\n{after}\n\n## Body\n{fields}")


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(page(), id="nothing-said"),
        pytest.param(page(title="List deprecated ships"), id="a-word-of-the-title"),
        pytest.param(page(before="This endpoint replaces the deprecated `/v0/ships`."), id="what-it-replaces"),
        pytest.param(page(after="Deprecated parameters are ignored."), id="some-parameters"),
        pytest.param(page(after="The `mast` field is deprecated."), id="a-field"),
        pytest.param(page(after="Returns 410 once a ship has been retired."), id="a-ship"),
        pytest.param(page(fields=f"{FIELDS}\n\nDeprecated\n\nThis endpoint is deprecated."), id="behind-the-fields"),
        pytest.param(page(fields=FIELDS.replace("| hull |", "| mast | string | no |\n| hull |")), id="fields"),
    ],
)
def test_a_word_that_is_said_of_something_else_states_nothing(document: Document) -> None:
    assert told(document) == {"/v1/ships": {}}


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(page(title="Launch a ship (deprecated)"), id="in-brackets"),
        pytest.param(page(title="Launch a ship Deprecated"), id="a-badge-in-the-title"),
        pytest.param(page(title="[Deprecated] Launch a ship"), id="before-the-title"),
        pytest.param(page(before="**Deprecated**"), id="a-badge-above-the-line"),
        pytest.param(page(after="> ⚠️ Deprecated: launch a fleet instead."), id="a-note"),
        pytest.param(page(before="This endpoint has been deprecated in favour of fleets."), id="a-sentence"),
        pytest.param(page(after="The legacy ships API is no longer supported."), id="another-sentence"),
        pytest.param(page(title="发射（已废弃）"), id="in-chinese"),
        pytest.param(page(before="この API は非推奨です。".replace(" ", "")), id="in-japanese"),
        pytest.param(page(before="Dieser Endpunkt ist veraltet."), id="in-german"),
        pytest.param(page(before="Cette méthode est obsolète."), id="in-french"),
        pytest.param(page(before="Este endpoint está obsoleto."), id="in-spanish"),
        pytest.param(page(before="Этот метод устарел."), id="in-russian"),
    ],
)
def test_what_a_page_says_of_the_operation_is_a_fact_of_it(document: Document) -> None:
    assert told(document) == {"/v1/ships": {"deprecated": True}}


@pytest.mark.parametrize("date", ["2027-01-31", "January 31, 2027", "31 Jan 2027"])
def test_the_day_it_goes_is_told_as_it_is_printed(date: str) -> None:
    said = page(after=f"This endpoint is deprecated and will be removed on {date}.")
    assert told(said) == {"/v1/ships": {"deprecated": True, "sunset": date}}


def test_of_several_operations_only_the_one_that_is_meant_is_deprecated() -> None:
    two = f"# Ships\n\n## Launch\n\n`POST /v1/ships`\n{FIELDS}\n## Scrap (deprecated)\n\n`POST /v1/scraps`\n{FIELDS}"
    assert told(markdown_document(two)) == {"/v1/ships": {}, "/v1/scraps": {"deprecated": True}}


def test_a_badge_just_above_the_only_title_is_its_own() -> None:
    inside = "<div>Deprecated</div><h1>Launch</h1><p>POST /v1/ships</p><h2>Body</h2>"
    table = "<table><tr><th>Name</th><th>Type</th></tr><tr><td>hull</td><td>string</td></tr></table>"
    assert told(html_document(inside + table)) == {"/v1/ships": {"deprecated": True}}
