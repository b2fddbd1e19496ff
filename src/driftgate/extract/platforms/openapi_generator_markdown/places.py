"""Where a parameter goes: the generator does not print it, only the order, the notes and the names tell."""

from __future__ import annotations

import re
from collections.abc import Collection

from driftgate.contract import Operation
from driftgate.extract.tables.placing import Rows
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

_PATH_VARIABLE = re.compile(r"\{([^{}]+)\}")
_FORM = frozenset(("multipart/form-data", "application/x-www-form-urlencoded"))
#: stands in the notes of every parameter but the body
_DEFAULT_NOTE = "[default to"
_HEADERS = ("authorization", "accept")


def body_row(rows: Rows, operation: Operation, models: Collection[str]) -> Row | None:
    """The one row that is the whole body: the only one without a note on its default, or one named after its own model."""
    told = [row for row, _ in rows if row is not None and row.name.name not in _PATH_VARIABLE.findall(operation.path)]
    bare = [row for row in told if _DEFAULT_NOTE not in row.text(Role.NOTES)]
    if len(bare) == 1:
        return bare[0]
    return next((row for row in told if _named_after_model(row, models)), None)


def _named_after_model(row: Row, models: Collection[str]) -> bool:
    name, kind = folded(row.name.name), folded(row.text(Role.TYPE))
    return (name == kind and not read_type(kind)) or (kind in models and name == "body")


def is_form(media_types: Collection[str]) -> bool:
    """Whether a request of one of these media types is a form, whose fields are printed among the parameters."""
    return bool(_FORM & set(media_types))


def place_of_parameter(operation: Operation, row: Row, apart: Collection[str], *, in_form: bool) -> str:
    """Path variables, form fields and headers are told by name, all else is the query."""
    name = row.name.name
    if name in _PATH_VARIABLE.findall(operation.path):
        return "path"
    if in_form and name not in apart and operation.method not in ("GET", "HEAD"):
        return "header" if _is_header(name, in_form=True) else "body"
    return "header" if _is_header(name) else "query"


def _is_header(name: str, *, in_form: bool = False) -> bool:
    """A dash tells a header; beside form fields, which may have one too, a header's capital or ``x-`` is needed."""
    if name.lower() in _HEADERS:
        return True
    return "-" in name and (not in_form or name[0].isupper() or name.startswith("x-"))


def sent_apart(rows: Rows) -> frozenset[str]:
    """Parameters that are no fields of the form. The required ones are printed first; each half has path, query, header and
    form in this order: what stands before a header, or before the first file
    unless after a model made for a property of the request, is none of the form's."""
    apart: list[str] = []
    for answer in ("yes", "no"):
        half = [row for row, _ in rows if row and row.text(Role.REQUIRED) == answer]
        kinds = [folded(row.text(Role.TYPE)) for row in half]
        filed = kinds.index("file") if "file" in kinds else 0
        formed = next((at for at, row in enumerate(half) if kinds[at].endswith(f"request_{folded(row.name.name)}")), filed)
        headed = max((at for at, row in enumerate(half) if _is_header(row.name.name, in_form=True)), default=0)
        apart += [row.name.name for row in half[: max(min(filed, formed), headed)]]
    return frozenset(apart)
