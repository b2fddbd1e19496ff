"""Opens the way to a vendor's API before anything is fetched: a credential that is aimed wrongly stops the run at once."""

from __future__ import annotations

import os
from collections.abc import Mapping

from driftgate.cli.wiring import House, token
from driftgate.config.model import Vendor
from driftgate.pipeline.doors import NO_CASES, Door, Visit
from driftgate.smoke.fill import variables
from driftgate.smoke.log import note as checked_note
from driftgate.smoke.origin import REFUSED, pinned_origin, refusal


def door_of(here: House, vendor: Vendor, shut: str = "") -> Door:
    """The vendor's door. shut: why no request is wanted, empty if one is.

    Raises SafetyStop where the credential is set and not pinned to the configured origin, UsageError where it is unusable.
    """
    if shut or not any(target.smoke for target in vendor.targets):
        return Door(why_shut=shut or NO_CASES)
    if vendor.credential is None:
        return Door(why_shut="the vendor has no credential in the configuration")
    refused = refusal(os.environ)
    if refused and vendor.credential.env in os.environ:
        return Door(why_shut=refused)
    secret = here.credentials.take(vendor.credential, vendor.base_url)
    if secret is None:
        return Door(why_shut=f"{vendor.credential.env} is not set")
    from driftgate.adapters.api import HttpApi

    origin = pinned_origin(vendor.credential, vendor.base_url, os.environ)
    api = HttpApi(vendor.credential, secret, origin, ca_file=here.config.fetch.ca_file)
    return Door(api=api, secret=secret, values=_values(vendor))


def is_refused(door: Door) -> bool:
    """Whether smoke requests would have run, were it not for the surroundings: no success, whatever the docs say."""
    return door.api is None and door.why_shut.startswith(REFUSED)


def visit_of(here: House, *, required: bool = False, note: str = "") -> Visit:
    """What all smoke requests of a run share. Raises UsageError for a note that cannot be logged."""
    return Visit(
        clock=here.clock,
        log=here.log,
        random=token,
        environment=here.config.environment,
        required=required,
        notes=checked_note(note),
    )


def _values(vendor: Vendor) -> Mapping[str, str]:
    """The environment variables that the vendor's smoke cases name, and no others."""
    names = {name for target in vendor.targets for case in target.smoke for name in variables(case)}
    return {name: os.environ[name] for name in names if name in os.environ}
