"""Tables that roles alone make, of ``div`` and the like: their elements become the rows and cells that they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

#: what stands in the bytes of every page with such a table
MARK = b"columnheader"

_TABLES = frozenset(("table", "grid", "treegrid"))
_CELLS = {"columnheader": "th", "rowheader": "td", "cell": "td", "gridcell": "td"}
_HEAD = "columnheader"
#: of a page; those within each other are each looked through
_MOST = 100
_ROW = "row"
_REAL = frozenset(("table", "thead", "tbody", "tr", "th", "td"))


def settle_roles(tree: HtmlElement) -> None:
    """Makes real tables of those whose elements only have the roles, where one of their rows is a header."""
    tables = [node for node in tree.iter("*") if node.get("role") in _TABLES and node.tag not in _REAL]
    for table in tables[:_MOST]:
        rows = [node for node in _own(table, _ROW) if node.tag not in _REAL]
        heads = [row for row in rows if next(_own(row, _HEAD), None) is not None]
        if heads and len(rows) > len(heads):
            _settle(table, rows, heads)


def _own(around: HtmlElement, *roles: str) -> Iterator[HtmlElement]:
    """The elements of these roles within one, but not those of a table within it."""
    for node in around.iterdescendants("*"):
        if node.get("role") in roles and _table_around(node, around):
            yield node


def _table_around(node: HtmlElement, around: HtmlElement) -> bool:
    """Whether no other table stands between an element and the one around it."""
    for outer in node.iterancestors():
        if outer is around:
            return True
        if outer.tag == "table" or outer.get("role") in _TABLES:
            return False
    return False


def _settle(table: HtmlElement, rows: list[HtmlElement], heads: list[HtmlElement]) -> None:
    for row in rows:
        for cell in list(_own(row, *_CELLS)):
            cell.tag = _CELLS[str(cell.get("role"))]
            if cell.getparent() is not row:  # a wrapper for the sake of style
                row.append(cell)
        row.tag = "tr"
    holders = dict.fromkeys(holder for row in rows if (holder := row.getparent()) is not None and holder is not table)
    table.tag = "table"
    for holder in holders:
        only_heads = all(child in heads for child in holder if child.tag == "tr")
        holder.tag = "thead" if only_heads else "tbody"
        if holder.getparent() is not table:
            table.append(holder)
