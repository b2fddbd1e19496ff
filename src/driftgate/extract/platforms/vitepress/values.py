"""The labelled value lines below a field: allowed values, default, format, limits."""

from __future__ import annotations

from driftgate.contract import FACT_BY_NAME
from driftgate.extract.platforms.vitepress import marks
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import literal, number_of


def take_line(row: Row, label: str, printed: list[str]) -> None:
    """Adds what one line states; values are printed as JSON. An unknown label states nothing."""
    if not printed:
        return
    if label == marks.VALUES_LABEL:
        row.take_values(printed)
    elif label == marks.DEFAULT_LABEL:
        row.facts.setdefault("default", literal(printed[0], row.facts.get("type")))
    elif label in marks.FACT_LABELS:
        _take_fact(row, marks.FACT_LABELS[label], printed[0])


def _take_fact(row: Row, name: str, text: str) -> None:
    kind = FACT_BY_NAME[name].kind
    if kind in ("number", "count"):
        number = number_of(text)
        if number is not None and (kind == "number" or isinstance(number, int)):
            row.facts.setdefault(name, number)
    else:
        row.facts.setdefault(name, literal(text, row.facts.get("type") if name == "const" else "string"))
