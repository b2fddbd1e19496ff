"""The configuration as values. Loading and its errors are in ``load.py``."""

from __future__ import annotations

from dataclasses import dataclass, field

from driftgate.contract import Operation
from driftgate.gate.trust import Trust
from driftgate.gate.verdict import Policy
from driftgate.smoke.model import Credential, SmokeCase


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One operation of one vendor. id: ``vendor/name``; clients: names of recorded client contracts."""

    id: str
    reference: str
    operation: Operation
    smoke: tuple[SmokeCase, ...] = ()
    trust: Trust = field(default_factory=Trust)
    browser: bool = False
    openapi: str = ""  # URL of an OpenAPI document, where the user knows one

    @property
    def vendor(self) -> str:
        return self.id.split("/", 1)[0]

    @property
    def name(self) -> str:
        return self.id.split("/", 1)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """The company whose API is called. hosts: where documentation may be fetched from."""

    id: str
    docs_home: str = ""
    help_center: str = ""
    base_url: str = ""
    hosts: tuple[str, ...] = ()
    credential: Credential | None = None
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """Limits on fetching documentation. Times in seconds, sizes in bytes (decoded)."""

    deadline: float = 30.0
    run_deadline: float = 300.0
    max_bytes: int = 8 * 1024 * 1024
    redirects: int = 3
    retries: int = 2
    connections: int = 16
    delay: float = 0.0  # least time between two requests to one host
    robots: str = "obey"  # or "ignore", which is reported
    cache_days: int = 7
    ca_file: str = ""
    private_hosts: tuple[str, ...] = ()  # host names that may resolve to a private address


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A whole config.yaml. root: the folder it lies in; snapshots and state are below it."""

    root: str
    path: str
    snapshots: str = "snapshots"
    state: str = ".driftgate"
    environment: str = "local"
    vendors: tuple[Vendor, ...] = ()
    fetch: FetchLimits = FetchLimits()
    policy: Policy = field(default_factory=Policy)

    def targets(self) -> tuple[tuple[Vendor, Target], ...]:
        return tuple((vendor, target) for vendor in self.vendors for target in vendor.targets)
