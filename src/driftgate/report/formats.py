"""The formats of a report, and the one place that knows which module renders which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module

from driftgate.report.order import ordered
from driftgate.report.run import Run
from driftgate.report.style import Style, plain


class Format(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    JUNIT = "junit"
    SARIF = "sarif"


#: Modules with a function ``render(run) -> str``, imported only when their format is asked for.
RENDERERS: Mapping[Format, str] = {
    Format.TEXT: "driftgate.report.text",
    Format.JSON: "driftgate.report.json",
    Format.MARKDOWN: "driftgate.report.markdown",
    Format.HTML: "driftgate.report.html",
    Format.JUNIT: "driftgate.report.junit",
    Format.SARIF: "driftgate.report.sarif",
}


def render(run: Run, wanted: Format, style: Style = plain, width: int = 80) -> str:
    """The run, sorted, in the wanted format; style and width are for text. Raises UsageError where its extra is not installed."""
    renderer = import_module(RENDERERS[wanted])
    for_people = {"style": style, "width": width} if wanted is Format.TEXT else {}
    text: str = renderer.render(ordered(run), **for_people)
    return text
