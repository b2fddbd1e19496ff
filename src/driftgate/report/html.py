"""The report as one HTML page: no script, nothing loaded, no link built from a page's text."""

from __future__ import annotations

from importlib.resources import files

from driftgate.errors import UsageError
from driftgate.report import wording
from driftgate.report.neutral import neutral
from driftgate.report.run import Run


def render(run: Run) -> str:
    """The run as an HTML page. Raises UsageError where the ``html`` extra is not installed."""
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        raise UsageError(
            "the HTML report needs a part that is not installed",
            advice="pip install 'driftgate[html]', or choose another --format",
        ) from None
    source = files("driftgate.report").joinpath("run.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    # Every value that is shown passes the neutraliser, and then the escape.
    environment.finalize = lambda value: neutral(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
    return environment.from_string(source).render(run=run, wording=wording) + "\n"
