"""AsciiDoc as Swagger2Markup writes it: the request line in a literal block, "Type" for the place, required below the name."""

from __future__ import annotations

from documents import facts_of
from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import tables

URL = "https://docs.example.test/fleet.adoc"
PAGE = """= Fleet


[[_overview]]
== Overview

[[_paths]]
== Paths

[[_launchship]]
=== Launch a ship
....
POST /fleets/{fleetId}/ships
....


==== Description
Puts it to sea.


==== Parameters

[options="header", cols=".^2a,.^3a,.^9a,.^4a,.^2a"]
|===
|Type|Name|Description|Schema|Default
|**Path**|**fleetId** +
__required__|Whose ship|integer (int64)|
|**Query**|**decks** +
__optional__|Which decks|< string > array(multi)|
|**Header**|**X-Flag** +
__optional__||string|`"red"`
|**Body**|**body** +
__required__|What to launch|<<_ship,Ship>>|
|===


==== Responses

[options="header", cols=".^2a,.^14a,.^4a"]
|===
|HTTP Code|Description|Schema
|**201**|Launched +
**Headers** :  +
`X-Count` (integer) : How many|< <<_ship,Ship>> > array
|**409**|Sunk|No Content
|**default**|Lost|<<_fault,Fault>>
|===


==== Consumes

* `application/json`


[[_definitions]]
== Definitions

[[_fault]]
=== Fault

[options="header", cols=".^3a,.^11a,.^4a"]
|===
|Name|Description|Schema
|**reason** +
__optional__|Why|string
|===


[[_ship]]
=== Ship

[options="header", cols=".^3a,.^11a,.^4a"]
|===
|Name|Description|Schema
|**crew** +
__optional__|*Example* : `[ "<<_sailor>>" ]`|< <<_sailor,Sailor>> > array
|**hue** +
__optional__|Of the hull|enum (red, blue)
|**name** +
__required__|*Length* : `1 - 9`|string
|**rates** +
__optional__||< string, number > map
|===


[[_sailor]]
=== Sailor

[options="header", cols=".^3a,.^11a,.^4a"]
|===
|Name|Description|Schema
|**rank** +
__required__ +
__read-only__|*Minimum value* : `1`|integer (int32)
|===
"""


def test_places_bodies_answers_and_definitions_are_read() -> None:
    page = Page(asked=URL, reached=URL, status=200, media_type="", body=PAGE.encode())
    (contract,) = tables.extract(Document(page, PAGE, "asciidoc"), None).contracts
    assert contract.operation == Operation("POST", "/fleets/{fleetId}/ships")
    ship = {
        "crew": {"type": "array", "required": False},
        "crew[].rank": {"type": "integer", "required": True, "format": "int32"},
        "hue": {"type": "string", "required": False, "enum": ("red", "blue")},
        "name": {"type": "string", "required": True},
        "rates": {"type": "object", "required": False},
    }
    assert facts_of(contract) == {
        "path:fleetId": {"type": "integer", "required": True, "format": "int64"},
        "query:decks": {"type": "array<string>", "required": False},
        "header:X-Flag": {"type": "string", "required": False, "default": "red"},
        **{f"body:{path}": facts for path, facts in ship.items()},
        **{f"201:[].{path}": facts for path, facts in ship.items()},
        "201.header:X-Count": {"type": "integer"},
        "default:reason": {"type": "string", "required": False},
    }
    assert set(contract.responses) == {"201", "409", "default"}


def row(*cells: str, tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}><p>{cell}</p></{tag}>' for cell in cells)}</tr>"


def test_the_page_that_is_made_of_it_has_its_chapters_numbered() -> None:
    required = "<br><em>required</em>"
    text = (
        "<!DOCTYPE html><html><body><h2>2. Paths</h2><h3>2.1. Launch a ship</h3><pre>POST /ships</pre><h4>2.1.1. Parameters</h4>"
        f"<table>{row('Type', 'Name', 'Description', 'Schema', tag='th')}"
        f"{row('<strong>Body</strong>', f'<strong>body</strong>{required}', 'It', '<a href=#s>Ship</a>')}</table>"
        f"<h2>3. Definitions</h2><h3>3.1. Ship</h3><table>{row('Name', 'Description', 'Schema', tag='th')}"
        f"{row(f'<strong>hull</strong>{required}', 'Of what', '<a href=#t>Timber</a>')}</table>"
        "<h3>3.2. Timber</h3><p><em>Type</em> : enum (oak, elm)</p></body></html>"
    )
    page = Page(URL, URL, 200, "text/html", text.encode())
    (contract,) = tables.extract(Document(page, text, "html"), None).contracts
    assert facts_of(contract) == {"body:hull": {"type": "string", "required": True, "enum": ("oak", "elm")}}
