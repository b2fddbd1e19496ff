"""Where the ports meet their adapters: a configuration in, the program's outside world out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from driftgate.adapters.runlog import FileRunLog
from driftgate.adapters.store import SnapshotStore
from driftgate.config.load import load_config
from driftgate.config.model import Config, Target, Vendor
from driftgate.errors import ConfigError, UsageError

LARGEST_CONFIG = 1024 * 1024


def read_config(path: str) -> Config:
    """The configuration in a file. Raises ConfigError where it is missing or broken."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_CONFIG + 1)
    except OSError as error:
        raise ConfigError(
            "there is no readable configuration",
            where=path,
            why=os.strerror(error.errno or 0),
            advice="run 'driftgate init URL' to make one, or name one with --config",
        ) from None
    if len(data) > LARGEST_CONFIG:
        raise ConfigError("the configuration is too large", where=path, why=f"more than {LARGEST_CONFIG} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError("the file is not UTF-8", where=f"{path}:{line}", advice="save it as UTF-8") from None
    return load_config(text, path)


@dataclass(frozen=True, slots=True)
class Files:
    """The folders of one configuration: snapshots and run log."""

    snapshots: SnapshotStore
    log: FileRunLog


def files_of(config: Config) -> Files:
    root = Path(config.root)
    return Files(SnapshotStore(root, config.snapshots, config.state), FileRunLog(root, config.state))


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

    near = get_close_matches(name[:130], known, n=1)
    return UsageError(
        "the configuration has no such target",
        where=ascii(name[:130]),
        why=f"configured: {', '.join(known)}",
        advice=f"did you mean '{near[0]}'?" if near else "name a target as vendor/name",
    )
