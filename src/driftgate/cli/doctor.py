"""``driftgate doctor``: looks at the set-up and says what is missing. Reaches nothing and prints no value of a variable."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from driftgate import __version__
from driftgate.cli.options import config_option
from driftgate.errors import DriftgateError, ExitCode

if TYPE_CHECKING:
    from driftgate.cli.wiring import House
    from driftgate.config.model import Target, Vendor

OK, NOTE, BAD = "ok", "note", "missing"
EXTRAS = {"html": "jinja2", "browser": "playwright"}

Finding = tuple[str, str]


@click.command()
@config_option
def command(config_path: str) -> int:
    """Look at configuration, snapshots, credentials and extras, and say what is missing. Reaches no network."""
    from driftgate.cli.wiring import house, terminal

    findings: list[Finding] = [(OK, f"driftgate {__version__}, Python {platform.python_version()}")]
    out = terminal()
    try:
        here = house(config_path)
        findings += looked_at(here)
        out = here.terminal
    except DriftgateError as error:
        findings.append((BAD, str(error).replace("\n", "\n         ")))
    findings.append(browser_finding())
    findings += [(OK if find_spec(module) else NOTE, f"extra '{extra}' ({module})") for extra, module in EXTRAS.items()]
    out.result("\n".join(f"{state:<8} {words}" for state, words in findings))
    return ExitCode.USAGE if any(state == BAD for state, _ in findings) else ExitCode.CLEAN


def browser_finding() -> Finding:
    """Which program the browser extra would drive."""
    from driftgate.adapters.chromium import executable
    from driftgate.adapters.refusal import Refused

    try:
        return OK, f"browser {executable(os.environ)}"
    except Refused:
        return NOTE, "no Chromium on the PATH; needed only for targets with 'browser: true'"


def looked_at(here: House) -> Iterator[Finding]:
    """What there is to say of every vendor and target."""
    from driftgate.report.wording import plural

    yield OK, f"configuration {here.config.path}: {plural(len(here.config.targets()), 'target')}"
    writable = os.access(here.config.root, os.W_OK)
    yield (
        (OK if writable else NOTE),
        f"{here.config.root} is {'writable' if writable else 'read-only: no evidence or log is kept'}",
    )
    for vendor in here.config.vendors:
        yield from credential_findings(vendor)
        for target in vendor.targets:
            yield from target_findings(here, target)


def credential_findings(vendor: Vendor) -> Iterator[Finding]:
    """Whether the smoke requests of a vendor could be sent."""
    credential = vendor.credential
    if credential is None:
        yield NOTE, f"{vendor.id}: no credential is configured; smoke requests are skipped"
        return
    where = f"set it to the origin of {vendor.base_url}, outside the repository"
    for name, otherwise in ((credential.env, "smoke requests are skipped"), (credential.origin_env, where)):
        if os.environ.get(name):
            yield OK, f"{vendor.id}: {name} is set"
        else:
            yield NOTE, f"{vendor.id}: {name} is not set; {otherwise}"


def target_findings(here: House, target: Target) -> Iterator[Finding]:
    """Whether a target has been reviewed, and whether its client is known."""
    try:
        approved, clients = here.snapshots.approved(target.id), here.snapshots.clients(target.id)
    except DriftgateError as error:
        yield BAD, f"{target.id}: {error}".replace("\n", "\n         ")
        return
    if approved is None or approved.review is None:
        yield BAD, f"{target.id}: no approved snapshot; run 'driftgate check', then 'driftgate approve'"
    else:
        yield OK, f"{target.id}: {len(approved.contract.fields)} fields approved at {approved.review.at}"
    names = ", ".join(client.name or "unnamed" for client in clients)
    yield (
        (OK, f"{target.id}: client contracts: {names}")
        if clients
        else (NOTE, f"{target.id}: no client contract; 'driftgate record' tells which drifts touch your client")
    )
