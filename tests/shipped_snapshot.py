"""How the shipped CometAPI snapshot was made from a saved page: ``python tests/shipped_snapshot.py PAGE URL > SNAPSHOT``."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from driftgate.contract import Operation
from driftgate.extract.page import Page
from driftgate.extract.reading import read
from driftgate.snapshot.approval import approved_from
from driftgate.snapshot.codec import contradiction_lines, dump_snapshot
from driftgate.snapshot.model import ReadFrom, Snapshot

TARGET = "cometapi/chat-completions"
REFERENCE = "https://apidoc.cometapi.com/api/text/chat"
OPERATION = Operation("POST", "/v1/chat/completions")
NOTE = "extracted from a public capture of the page; due for review against the live page"


def candidate(body: bytes, url: str) -> Snapshot:
    """The pending snapshot that the saved Markdown page gives."""
    page = Page(asked=url, reached=url, status=200, media_type="text/markdown", body=body, charset="utf-8")
    reading = read([page], OPERATION)
    assert reading.best is not None, reading.failures
    platform, template = reading.best.form
    return Snapshot(
        target=TARGET,
        contract=reading.best.contract,
        reference=REFERENCE,
        read_from=ReadFrom(url=url, platform=platform, sha256=page.sha256, template=template),
        contradictions=contradiction_lines(reading.contradictions),
    )


def main(path: str, url: str) -> None:
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = candidate(Path(path).read_bytes(), url)
    sys.stdout.write(dump_snapshot(approved_from(found, by="driftgate maintainers", at=at, note=NOTE)))


if __name__ == "__main__":
    main(*sys.argv[1:])
