"""``driftgate init``: from a docs URL to a config entry and a pending contract."""

from __future__ import annotations

from pathlib import Path

import click

from driftgate.cli.options import browser_option, config_option


@click.command()
@click.argument("url")
@click.option("--operation", metavar="'METHOD /path'", help="The operation you call; needed where the page documents several.")
@click.option("--vendor", metavar="ID", help="Id of the vendor; default: from the host name.")
@click.option("--name", metavar="ID", help="Id of the target; default: from the operation.")
@click.option("--base-url", metavar="URL", help="Where the API answers; default: the documented server.")
@click.option("--env", metavar="NAME", help="Environment variable of the credential; default: <VENDOR>_KEY.")
@browser_option
@config_option
def command(
    url: str,
    operation: str | None,
    vendor: str | None,
    name: str | None,
    base_url: str | None,
    env: str | None,
    browser: bool,
    config_path: str,
) -> None:
    """Read the reference page at URL, add it to the configuration, keep its contract as pending, and say what to do next.

    An existing configuration is added to, never rewritten; a vendor that is there already is left to your editor.
    """
    from driftgate.adapters.store import SnapshotStore
    from driftgate.cli.sources import drawn_operation, operation_of, pages_of
    from driftgate.cli.wiring import config_text, read_config, terminal
    from driftgate.config.entry import Entry, added
    from driftgate.config.load import load_config
    from driftgate.errors import UsageError
    from driftgate.pipeline.candidate import candidate_of
    from driftgate.pipeline.extract import read_one

    if not url.lower().startswith(("http://", "https://")):
        raise UsageError("init needs the web address of a reference page", where=ascii(url[:200]), advice="give its http(s) URL")
    out = terminal()
    wanted = operation_of(operation)
    reading = read_one(pages_of(url, drawn=drawn_operation(wanted, browser=browser)), wanted)
    if reading.best is None:
        raise UsageError("no contract could be read", where=url)
    contract = reading.best.contract
    entry = Entry.of(url, contract, vendor=vendor, name=name, base_url=base_url, env=env, browser=browser)
    path = Path(config_path)
    text = added(config_text(config_path) if path.exists() else None, entry, config_path)
    config = load_config(text, config_path)
    target = next(target for _, target in config.targets() if target.id == entry.target)
    write_config(path, text)
    store = SnapshotStore(Path(read_config(config_path).root), config.snapshots, config.state)
    digest = store.save_pending(candidate_of(target, reading, reading.best, None))
    out.result(
        f"{config_path}: added {entry.target} ({contract.operation})\n"
        f"pending: {len(contract.fields)} fields, read by {reading.best.extraction.platform}\n\n"
        f"Next:\n"
        f"  read it:      {store.pending_path(entry.target)}\n"
        f'  approve it:   driftgate approve {entry.target} --digest {digest[:12]} --note "first review"\n'
        f"  your client:  driftgate record {entry.target} --from traffic.har\n"
        f"  check:        driftgate check {entry.target}"
    )


def write_config(path: Path, text: str) -> None:
    """Replaces the configuration in one step."""
    from driftgate.adapters.files import write_atomic

    write_atomic(path.absolute(), text, root=path.absolute().parent)
