"""``driftgate record``: what the client sends and reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from driftgate.cli.options import config_option

if TYPE_CHECKING:
    from driftgate.contract import Contract, Operation
    from driftgate.record.exchange import Recording, Scope

LARGEST = 64 * 1024 * 1024


@click.command()
@click.argument("target")
@click.option(
    "--from", "source", required=True, metavar="FILE", help="HAR file, VCR cassette, OpenAPI document, or example (JSON)."
)
@click.option("--client", default="", metavar="NAME", help="Name of the client, where several use this target.")
@click.option("--reads", multiple=True, metavar="PATH", help="A response field that the client really reads; may be given again.")
@click.option("--dry-run", is_flag=True, help="Print the client contract instead of writing it.")
@config_option
def command(target: str, source: str, client: str, reads: tuple[str, ...], dry_run: bool, config_path: str) -> None:
    """Record what your client sends to TARGET and reads from it: shapes only, never values.

    FILE is a HAR file, a VCR cassette, an OpenAPI document of your own, or an example: JSON with the bodies "request", "response"
    and maybe "error". A recording cannot tell what is read: every answered field counts, unless --reads names them.
    """
    from driftgate.cli.wiring import chosen, house
    from driftgate.record.exchange import Scope
    from driftgate.snapshot.client import dump_client

    here = house(config_path)
    ((vendor, wanted),) = chosen(here.config, (target,))
    scope = Scope(
        operation=wanted.operation,
        base_url=vendor.base_url,
        at=f"{here.clock.now():%Y-%m-%dT%H:%M:%SZ}",
        documented=_documented(here.snapshots.approved(target), here.snapshots.pending(target)),
        reads=reads,
        name=client,
    )
    found = recorded(source, scope)
    for note in found.notes:
        here.terminal.progress(f"note: {note}")
    if dry_run:
        here.terminal.result(dump_client(found.client))
        return
    path = here.snapshots.save_client(target, found.client)
    sends, reads_ = len(found.client.sends), len(found.client.reads)
    here.terminal.result(f"recorded: {path} (sends {sends} fields, reads {reads_}; look it over before you commit it)")


def _documented(*snapshots: object) -> Contract | None:
    from driftgate.snapshot.model import Snapshot

    return next((snapshot.contract for snapshot in snapshots if isinstance(snapshot, Snapshot)), None)


def recorded(source: str, scope: Scope) -> Recording:
    """The client contract in a file. Raises UsageError where it cannot be read or shows none."""
    from driftgate.record.openapi import client_from_openapi
    from driftgate.record.sniff import client_from

    text = read_text(source)
    own = own_contract(source, scope.operation) if looks_like_openapi(text) else None
    return client_from(text, scope, source) if own is None else client_from_openapi(own, scope)


def looks_like_openapi(text: str) -> bool:
    """Whether a file is the client's own OpenAPI document."""
    start = text[:4000]
    return any(mark in start for mark in ("openapi:", '"openapi"', "swagger:", '"swagger"'))


def own_contract(source: str, operation: Operation) -> Contract:
    """The contract of an operation in the client's own OpenAPI document."""
    from driftgate.cli.sources import contracts_of

    return contracts_of(source, operation)[0]


def read_text(source: str) -> str:
    """A file's text. Raises UsageError where it is missing, too large or not UTF-8."""
    from driftgate.errors import UsageError

    try:
        with Path(source).open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise UsageError("the file is too large", where=source, why=f"more than {LARGEST} bytes")
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else "there is no readable file"
        advice = "name a HAR file, a VCR cassette or a JSON example with --from"
        raise UsageError("the recording cannot be read", where=source, why=why, advice=advice) from None
