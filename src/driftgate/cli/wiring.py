"""Where the ports meet their adapters: a configuration in, the program's outside world out."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from driftgate.adapters.credential import Credentials
from driftgate.adapters.proofs import FileProofs
from driftgate.adapters.runlog import FileRunLog
from driftgate.adapters.store import SnapshotStore
from driftgate.adapters.terminal import Terminal
from driftgate.config.load import load_config
from driftgate.config.model import Config, Target, Vendor
from driftgate.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from driftgate.adapters.evidence import Evidence, RunIndex
    from driftgate.ports import Browser, Pages

LARGEST_CONFIG = 1024 * 1024


class SystemClock:
    """The Clock port: the machine's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """A configuration with its folders, the terminal, the clock and the credentials of this process."""

    config: Config
    snapshots: SnapshotStore
    log: FileRunLog
    proofs: FileProofs
    terminal: Terminal
    credentials: Credentials
    clock: SystemClock

    @property
    def state(self) -> Path:
        return Path(self.config.root) / self.config.state


def house(config_path: str, *, quiet: bool = False) -> House:
    """Everything a command needs that is cheap to make. Raises ConfigError."""
    config = read_config(config_path)
    root = Path(config.root)
    credentials = Credentials(os.environ)
    return House(
        config=config,
        snapshots=SnapshotStore(root, config.snapshots, config.state),
        log=FileRunLog(root, config.state),
        proofs=FileProofs(root, config.state),
        terminal=terminal(credentials, quiet=quiet),
        credentials=credentials,
        clock=SystemClock(),
    )


def terminal(credentials: Credentials | None = None, *, quiet: bool = False) -> Terminal:
    """Standard output and error, searched for the credentials taken so far."""
    taken = credentials or Credentials({})
    return Terminal(sys.stdout, sys.stderr, os.environ, lambda: taken.secrets, quiet=quiet)


def read_config(path: str) -> Config:
    """The configuration in a file. Raises ConfigError where it is missing or broken."""
    return load_config(config_text(path), path)


def config_text(path: str) -> str:
    """The text of a configuration file, with its own line ends. Raises ConfigError where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_CONFIG + 1)
    except (OSError, ValueError) as error:
        raise ConfigError(
            "there is no readable configuration",
            where=path,
            why=os.strerror(error.errno or 0) if isinstance(error, OSError) else "not a usable path",
            advice="run 'driftgate init URL' to make one, or name one with --config",
        ) from None
    if len(data) > LARGEST_CONFIG:
        raise ConfigError("the configuration is too large", where=path, why=f"more than {LARGEST_CONFIG} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError("the file is not UTF-8", where=f"{path}:{line}", advice="save it as UTF-8") from None


def chosen(config: Config, names: tuple[str, ...]) -> tuple[tuple[Vendor, Target], ...]:
    """The targets asked for, all of them where none is named. Raises UsageError for a name that is not configured."""
    known = {target.id: (vendor, target) for vendor, target in config.targets()}
    for name in names:
        if name not in known:
            raise unknown_target(name, tuple(known))
    return tuple(known[name] for name in dict.fromkeys(names)) if names else tuple(known.values())


def unknown_target(name: str, known: tuple[str, ...]) -> UsageError:
    """The error for a target that the configuration does not have."""
    from difflib import get_close_matches

    near = get_close_matches(name[:130], known, n=1) or [one for one in known if one.endswith(f"/{name}")]
    return UsageError(
        "the configuration has no such target",
        where=ascii(name[:130]),
        why=f"configured: {', '.join(known)}",
        advice=f"did you mean '{near[0]}'?" if near else "name a target as vendor/name",
    )


@contextmanager
def documentation(here: House, *, offline: bool) -> Iterator[tuple[Pages, Browser, Evidence]]:
    """The documentation of the configured vendors, fetched and drawn now or as earlier runs were given it.

    The browser is for pages that are drawn by script; it is started when it is first needed.
    """
    from driftgate.adapters.evidence import Evidence

    evidence = Evidence(here.state)
    if offline:
        yield *_stored(evidence, evidence.runs), evidence
        return
    from driftgate.adapters.browser import Chromium
    from driftgate.adapters.pages import WebPages
    from driftgate.adapters.reach import reach_of
    from driftgate.adapters.rendered import Rendered
    from driftgate.adapters.traffic import apis_of

    vendors, fetch = here.config.vendors, here.config.fetch
    reach = reach_of(vendors, private_hosts=fetch.private_hosts)
    with WebPages(fetch, reach, evidence, here.clock) as pages:
        yield pages, Rendered(Chromium(fetch, reach, apis_of(vendors), here.clock), evidence), evidence


def last_clean_pages(here: House, target: str) -> tuple[Pages, Browser]:
    """What the last run that found the target clean was given; what it did not ask for, from the newest run that did."""
    from driftgate.adapters.evidence import Evidence

    evidence = Evidence(here.state)
    return _stored(evidence, evidence.clean_first(target))


def _stored(evidence: Evidence, runs: Sequence[RunIndex]) -> tuple[Pages, Browser]:
    from driftgate.adapters.pages import OfflinePages
    from driftgate.adapters.rendered import OfflineRendered

    return OfflinePages(evidence, runs), OfflineRendered(evidence, runs)


def new_run_id(now: datetime) -> str:
    """A run id that is a safe file name and sorts by time."""
    return f"run-{now:%Y%m%dT%H%M%SZ}-{token()}"


def token() -> str:
    """Eight random hex digits."""
    return secrets.token_hex(4)
