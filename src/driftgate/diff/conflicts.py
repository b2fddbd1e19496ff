"""The closed vocabulary of conflicts: facts about the docs now and a client, as unjudged as changes are.

What each of them ends with, ``caller``, is the name of the client contract, ``""`` for the unnamed one.
"""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.contract import Field, Operation, Scalar, SecurityRequirement


@dataclass(frozen=True, slots=True)
class SendsUndocumented:
    """The client sends a field that the docs do not have."""

    sent: Field
    caller: str = ""


@dataclass(frozen=True, slots=True)
class OmitsRequired:
    """The docs require a field that the client does not send."""

    documented: Field
    caller: str = ""


@dataclass(frozen=True, slots=True)
class SendsOtherType:
    sent: Field
    documented: Field
    caller: str = ""


@dataclass(frozen=True, slots=True)
class SendsOtherValue:
    """The client sends values outside the documented set."""

    sent: Field
    documented: Field
    values: tuple[Scalar, ...]
    caller: str = ""


@dataclass(frozen=True, slots=True)
class ReadsUndocumented:
    """The client reads a response field that the docs do not have."""

    read: Field
    caller: str = ""


@dataclass(frozen=True, slots=True)
class ReadsOtherType:
    read: Field
    documented: Field
    caller: str = ""


@dataclass(frozen=True, slots=True)
class CallsOtherOperation:
    """Method or path: the client calls one, the docs describe another."""

    client: Operation
    documented: Operation
    caller: str = ""


@dataclass(frozen=True, slots=True)
class CallsOtherServer:
    base_url: str
    documented: tuple[str, ...]
    caller: str = ""


@dataclass(frozen=True, slots=True)
class AuthenticatesOtherwise:
    client: tuple[SecurityRequirement, ...] | None
    documented: tuple[SecurityRequirement, ...] | None
    caller: str = ""


Conflict = (
    SendsUndocumented
    | OmitsRequired
    | SendsOtherType
    | SendsOtherValue
    | ReadsUndocumented
    | ReadsOtherType
    | CallsOtherOperation
    | CallsOtherServer
    | AuthenticatesOtherwise
)
