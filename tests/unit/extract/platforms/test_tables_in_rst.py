"""reStructuredText as Sphinx takes it: directives for HTTP with fields, and tables below titles."""

from __future__ import annotations

from documents import facts_of
from driftgate.contract import Contract, Operation
from driftgate.extract.document import Document
from driftgate.extract.kinds import kind_of
from driftgate.extract.page import Page
from driftgate.extract.platforms import tables

URL = "https://docs.example.test/_sources/ships.rst.txt"

DIRECTIVES = """.. _ships:

Ships
=====

A ship lies in a port.

.. http:put:: /ports/(int:port_id)/ships

   Puts a ship to sea.

   **Example request**:

   .. sourcecode:: http

      PUT /ports/7/ships HTTP/1.1
      Host: example.test

      {"hull": "oak"}

   :param port_id: Where it lies.
   :query boolean dry: Only checks.
   :<json string hull: Of what it is built (required).
   :<json crew[].rank: What each does.
   :reqheader Authorization: a token
   :reqheader X-Trace: for the log
   :>json integer id: Its number.
   :statuscode 201: It is at sea.
   :statuscode 404: No such port.

.. http:get:: /ships

   :query limit: How many.
   :querytype limit: integer, required
   :>jsonarr id:
      Its number.
   :>jsonarr string name: Its name.
"""

LISTED = """Ships
=====

Launch a ship
-------------

``POST /ships``

Request body
~~~~~~~~~~~~

.. list-table::
   :header-rows: 1

   * - Name
     - Type
     - Required
   * - ``hull``
     - string
     - Yes
   * - masts
     - integer
     - No
"""


def read(text: str) -> tuple[Contract, ...]:
    page = Page(URL, URL, 200, "text/plain", text.encode())
    assert kind_of(page, text) == "rst"
    return tables.extract(Document(page, text, "rst"), None).contracts


def test_a_page_without_an_operation_has_none() -> None:
    assert read("Ships\n=====\n\n.. list-table::\n\n   * - Name\n     - Type\n   * - hull\n     - string\n") == ()


def test_fields_of_a_directive_stand_where_their_names_say() -> None:
    put, get = read(DIRECTIVES)
    assert (put.operation, get.operation) == (Operation("PUT", "/ports/{port_id}/ships"), Operation("GET", "/ships"))
    assert facts_of(put) == {
        "path:port_id": {"required": True},
        "query:dry": {"type": "boolean"},
        "body:hull": {"type": "string", "required": True},
        "body:crew[].rank": {},
        "header:Authorization": {},
        "header:X-Trace": {},
        "201:id": {"type": "integer"},
    }


def test_types_may_stand_in_fields_of_their_own() -> None:
    _, get = read(DIRECTIVES)
    assert facts_of(get) == {
        "query:limit": {"type": "integer", "required": True},
        "2XX:[].id": {},
        "2XX:[].name": {"type": "string", "required": False},
    }


def test_tables_below_titles_are_read_as_anywhere() -> None:
    (contract,) = read(LISTED)
    assert facts_of(contract) == {
        "body:hull": {"type": "string", "required": True},
        "body:masts": {"type": "integer", "required": False},
    }
