"""The closed vocabulary of changes: facts about the docs then and the docs now.

A fact and its judgement are two types: nothing here knows a severity. ``match`` on these in the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.contract import FactValue, Field, Operation, SecurityRequirement, Source


@dataclass(frozen=True, slots=True)
class FieldAdded:
    field: Field


@dataclass(frozen=True, slots=True)
class FieldRemoved:
    field: Field


@dataclass(frozen=True, slots=True)
class FieldRenamed:
    """A field went and a like one came: same place, same parent, same type. A suspicion, reported once."""

    before: Field
    after: Field


@dataclass(frozen=True, slots=True)
class FactChanged:
    """One fact of one field. A side that does not state the fact has ``stated`` False there and value None.

    textual: the value travels as text (a parameter, a header, a form, XML), where every scalar is a string first.
    """

    before: Field
    after: Field
    fact: str
    old: FactValue
    new: FactValue
    old_stated: bool
    new_stated: bool
    textual: bool = False


@dataclass(frozen=True, slots=True)
class OperationAdded:
    operation: Operation
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class OperationRemoved:
    """An operation left the docs. announced: it was deprecated, and no date that it was promised to live to is still ahead."""

    operation: Operation
    announced: bool = False


@dataclass(frozen=True, slots=True)
class OperationMoved:
    """The documented method or path is another one than the approved."""

    before: Operation
    after: Operation


@dataclass(frozen=True, slots=True)
class OperationFactChanged:
    """``deprecated``, ``sunset`` or ``stability`` of the operation itself."""

    operation: Operation
    fact: str
    old: FactValue
    new: FactValue


@dataclass(frozen=True, slots=True)
class ServersChanged:
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecurityChanged:
    before: tuple[SecurityRequirement, ...] | None
    after: tuple[SecurityRequirement, ...] | None


@dataclass(frozen=True, slots=True)
class MediaTypeAdded:
    place: str  # "body" or a response status
    media_type: str


@dataclass(frozen=True, slots=True)
class MediaTypeRemoved:
    place: str
    media_type: str


@dataclass(frozen=True, slots=True)
class MediaTypeChanged:
    """A media type went and one came of which it is a special case, or which is a special case of it."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StatusAdded:
    status: str


@dataclass(frozen=True, slots=True)
class StatusRemoved:
    status: str


@dataclass(frozen=True, slots=True)
class BodyRequiredChanged:
    before: bool | None
    after: bool | None


@dataclass(frozen=True, slots=True)
class BodyAdded:
    """The operation took no request body and now takes one, reported instead of its fields and media types."""

    required: bool | None


@dataclass(frozen=True, slots=True)
class BodyRemoved:
    """The operation takes no request body any more, reported instead of its fields and media types."""


@dataclass(frozen=True, slots=True)
class PageMoved:
    """A page answers at another address than the configured one. role: ``reference``, ``docs_home`` or ``help_center``."""

    role: str
    asked: str
    reached: str


@dataclass(frozen=True, slots=True)
class PageGone:
    """The docs home or the help center answers no more: the user's escalation path broke."""

    role: str
    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocsContradict:
    """Two parts of the docs say two things about one fact, and the approved snapshot does not know of it yet."""

    key: str
    fact: str
    used: str
    other: str
    used_source: Source | None = None
    other_source: Source | None = None


Change = (
    FieldAdded
    | FieldRemoved
    | FieldRenamed
    | FactChanged
    | OperationAdded
    | OperationRemoved
    | OperationMoved
    | OperationFactChanged
    | ServersChanged
    | SecurityChanged
    | MediaTypeAdded
    | MediaTypeRemoved
    | MediaTypeChanged
    | StatusAdded
    | StatusRemoved
    | BodyRequiredChanged
    | BodyAdded
    | BodyRemoved
    | PageMoved
    | PageGone
    | DocsContradict
)
