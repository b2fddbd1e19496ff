"""What a user may name on the command line as a source of a contract: a URL, a file, an operation."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from driftgate.contract import Contract, Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.errors import UsageError

if TYPE_CHECKING:
    from driftgate.extract.page import Page, Unread


def is_url(text: str) -> bool:
    """Whether a source is a web address rather than a file."""
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def operation_of(text: str | None) -> Operation | None:
    """``POST /v1/x`` as an operation, None for none. Raises UsageError for anything else."""
    if text is None:
        return None
    method, _, path = text.strip().partition(" ")
    if method.upper() not in METHODS or not path.strip().startswith("/"):
        raise UsageError("that is no operation", where=ascii(text[:80]), advice="write it as 'POST /v1/chat/completions'")
    return Operation(method.upper(), path_template(path))


def drawn_operation(wanted: Operation | None, *, browser: bool) -> Operation | None:
    """The operation whose parts a browser opens, None without one. Raises UsageError where none is named."""
    if browser and wanted is None:
        raise UsageError(
            "a browser has to know which operation to open",
            where="--browser",
            advice="name it with --operation 'POST /v1/chat/completions'",
        )
    return wanted if browser else None


def pages_of(source: str, *, twins: bool = True, drawn: Operation | None = None) -> tuple[Page | Unread, ...]:
    """The page at a URL with its twins, or the one in a file. Raises UsageError for a file or URL that cannot be used.

    drawn: an operation that a browser may show, where page and twins do not say enough of it; twins are read first then.
    """
    from driftgate.config.model import FetchLimits

    if not is_url(source):
        if drawn is not None:
            raise UsageError("a browser opens web addresses only", where=ascii(source[:200]), advice="leave --browser out")
        from driftgate.adapters.local import file_page

        return (file_page(Path(source), max_bytes=FetchLimits().max_bytes),)
    from driftgate.adapters.browser import Chromium
    from driftgate.adapters.evidence import Evidence
    from driftgate.adapters.pages import WebPages
    from driftgate.adapters.reach import reach_of
    from driftgate.adapters.rendered import Rendered
    from driftgate.adapters.traffic import apis_of
    from driftgate.cli.wiring import SystemClock
    from driftgate.config.load import refuse_secret
    from driftgate.config.model import Target
    from driftgate.pipeline.ladder import evidence_at, evidence_of

    refuse_secret(source, "the URL on the command line")
    limits, reach, clock = FetchLimits(), reach_of((), also=[source]), SystemClock()
    with TemporaryDirectory(prefix="driftgate-") as folder:
        evidence = Evidence(Path(folder))
        with WebPages(limits, reach, evidence, clock) as web:
            if drawn is None:
                return evidence_at(source, web) if twins else (web.fetch(source),)
            target = Target(id="page", reference=source, operation=drawn, browser=True)
            return evidence_of(target, web, Rendered(Chromium(limits, reach, apis_of(()), clock), evidence))


def contracts_of(source: str, wanted: Operation | None) -> tuple[Contract, ...]:
    """All contracts in a source: a snapshot, page, URL, OpenAPI document, or a file at a git revision (``main:path``).

    Raises UsageError for a source that is none, SnapshotError for a broken snapshot, Unverified where nothing could be read.
    """
    from driftgate.pipeline.contracts import contracts_in, contracts_on

    if is_url(source):
        return contracts_on(pages_of(source), wanted)
    data = at_revision(source)
    page = pages_of(source)[0] if data is None else _page(source, data)
    return contracts_in(page, source, wanted)


def at_revision(source: str) -> bytes | None:
    """The file that ``revision:path`` names, None where the source is a file on disk. Raises UsageError where git has none."""
    revision, colon, path = source.partition(":")
    if Path(source).exists() or not colon or not path or revision.startswith("-"):
        return None
    command = ["git", "show", f"{revision}:{path}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)  # noqa: S603 - no shell, no option
    except (OSError, subprocess.SubprocessError):
        raise UsageError("git could not be asked for a revision", where=ascii(source[:200])) from None
    if done.returncode:
        raise UsageError(
            "git knows no such file at that revision", where=ascii(source[:200]), advice="write it as main:path/to/file"
        )
    return done.stdout


def _page(source: str, body: bytes) -> Page:
    from driftgate.adapters.local import MEDIA_TYPES
    from driftgate.extract.page import Page

    url = f"git:{source}"
    return Page(asked=url, reached=url, status=200, media_type=MEDIA_TYPES.get(Path(source).suffix.lower(), ""), body=body)
