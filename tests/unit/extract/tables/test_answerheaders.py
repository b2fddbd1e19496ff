"""Headers in the descriptions of answers: only bold names below a bold word that announces them."""

from __future__ import annotations

from documents import facts_of, markdown_document
from driftgate.extract.platforms import tables

PAGE = """# Ships

### [GET] /ships

#### Responses

| Code | Description | Schema |
| ---- | ----------- | ------ |
| 200 | {} | [Ship](#ship) |
| 404 | None there. **Sorry**: look elsewhere. | |

### Schemas

#### Ship

| Name | Type | Description | Required |
| ---- | ---- | ----------- | -------- |
| hull | string | What it is made of | Yes |
| crew | [ {{ **"rank"**: integer, **"berth"**: , **"age"**: number }} ] | | No |
"""
SHIP = {
    "200:hull": {"type": "string", "required": True},
    "200:crew": {"type": "array", "required": False},
    "200:crew[].rank": {"type": "integer"},
    "200:crew[].berth": {},
    "200:crew[].age": {"type": "number"},
}


def told(description: str) -> dict[str, dict[str, object]]:
    (contract,) = tables.extract(markdown_document(PAGE.format(description)), None).contracts
    return {name: dict(facts) for name, facts in facts_of(contract).items()}


def test_bold_words_of_a_description_are_no_headers_unless_it_announces_some() -> None:
    assert told("**All**<br>**hull-count**: how many<br>**Sorted**: by name") == SHIP


def test_names_below_the_word_are_headers_of_that_answer() -> None:
    said = "All of them.<br>**Headers:**<br>**hull-count**: how many<br>next: no name<br>**hull-left**: how many more"
    assert told(said) == SHIP | {"200.header:hull-count": {}, "200.header:hull-left": {}}


def test_a_header_may_state_its_type_and_stand_in_code() -> None:
    said = (
        "All of them.<br>**Headers** :<br>`hull-count` (integer) : how many<br>`plain words` : none<br>hull-left (string): none"
    )
    assert told(said) == SHIP | {"200.header:hull-count": {"type": "integer"}}
