"""Takes credentials out of the environment, once, and only for the origin they are pinned to."""

from __future__ import annotations

from collections.abc import MutableMapping

from driftgate.smoke.credential import Secret, secret_from
from driftgate.smoke.model import Credential
from driftgate.smoke.origin import pinned_origin


class Credentials:
    """The credentials of this process. A variable that was taken is removed from the environment, so that no child process
    and no dump of it holds the credential."""

    def __init__(self, environment: MutableMapping[str, str]) -> None:
        self._environment = environment
        self._taken: dict[str, Secret] = {}

    def take(self, credential: Credential, base_url: str) -> Secret | None:
        """The vendor's credential, or None where its variable is not set.

        Raises SafetyStop where it is set and not pinned to the origin of ``base_url``, UsageError where it is no usable one.
        """
        if credential.env not in self._taken and credential.env not in self._environment:
            return None
        pinned_origin(credential, base_url, self._environment)
        if credential.env not in self._taken:
            self._taken[credential.env] = secret_from(self._environment[credential.env], credential.env)
            del self._environment[credential.env]
        return self._taken[credential.env]

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """All that were taken: every output is searched for them before it is written."""
        return tuple(self._taken.values())
