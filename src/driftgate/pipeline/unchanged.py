"""The quiet night: where pages, snapshot, client and configuration are byte for byte those of a clean check, so is the verdict.

What is remembered is a clean check without any drift, waived or not. The key holds everything that could change the verdict, this
version of driftgate included; a single differing byte leads back to the whole chain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from driftgate import __version__
from driftgate.config.model import Config, Target, Vendor
from driftgate.extract.page import Page, Unread
from driftgate.gate.verdict import Verdict
from driftgate.ports import Pages, Proofs, Snapshots
from driftgate.report.run import TargetRun
from driftgate.report.stored import dump_line, load_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A clean check: the key it holds for, the pages it rests on (URL, Accept header, SHA-256), and its line of the report."""

    key: str
    pages: tuple[tuple[str, str, str], ...]
    line: str


def key_of(config: Config, vendor: Vendor, target: Target, snapshots: Snapshots) -> str:
    """A digest of everything besides the pages that a verdict depends on; empty where there is no snapshot."""
    files = snapshots.fingerprint(target.id)
    parts = (__version__, repr(config.policy), repr(target), vendor.docs_home, vendor.help_center, vendor.base_url, files)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest() if files else ""


def recalled(proofs: Proofs, target: str, key: str) -> Proof | None:
    """The proof of the last clean check, if it holds for this key. A damaged one is none."""
    text = proofs.recall(target) if key else None
    try:
        data = json.loads(text) if text else {}
        proof = Proof(key=data["key"], pages=tuple((u, a, s) for u, a, s in data["pages"]), line=data["line"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return proof if proof.key == key and proof.pages else None


def unchanged(proof: Proof, pages: Pages) -> tuple[Page, ...] | None:
    """The pages of the proof fetched again, None at the first that is not the same."""
    found = []
    for url, accept, sha256 in proof.pages:
        page = pages.fetch(url, accept=accept)
        if not isinstance(page, Page) or page.sha256 != sha256 or page.moved_permanently:
            return None
        found.append(page)
    return tuple(found)


def line_of(proof: Proof, pages: Sequence[Page]) -> TargetRun | None:
    """The line of the proof as of now; None where it cannot be read."""
    line = load_line(proof.line)
    if line is None:
        return None
    return replace(line, reading=replace(line.reading, fetched_at=pages[0].fetched_at))


def remember(proofs: Proofs, target: str, key: str, pages: Sequence[tuple[Page | Unread, str]], line: TargetRun) -> None:
    """Keeps the proof of a check that was clean without any drift; forgets an older one otherwise.

    pages: each with the Accept header it was asked with.
    """
    read = [(page.asked, accept, page.sha256) for page, accept in pages if isinstance(page, Page)]
    decision = line.decision
    spotless = line.verdict is Verdict.CLEAN and not (decision.passing or decision.waived or line.pending_digest)
    if key and spotless and len(read) == len(pages):
        proofs.remember(target, json.dumps({"key": key, "pages": read, "line": dump_line(replace(line, proof=""))}))
    else:
        proofs.forget(target)
