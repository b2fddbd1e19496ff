"""Says what of a client a change touches, from the recorded sends and reads.

Without any recorded client every approved field counts as used. With clients, a change that no client could notice is unused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from driftgate.contract import ClientContract, Direction, Field
from driftgate.contract.model import is_error_status
from driftgate.contract.paths import parent_path
from driftgate.diff import changes as found
from driftgate.diff.changes import Change
from driftgate.diff.conflicts import Conflict, ReadsOtherType, ReadsUndocumented
from driftgate.rules.matching import is_owed
from driftgate.rules.rule import Impact

#: Facts of a request field that matter to who does *not* send it: a duty to send it, and what the vendor assumes instead.
_FELT_BY_WHO_OMITS = ("required", "conditional", "default")
_ERROR = "error"


def impact_of(change: Change | Conflict, clients: Sequence[ClientContract]) -> tuple[Impact, tuple[str, ...]]:
    """What a change touches, and the names of the clients it touches."""
    if isinstance(change, Conflict):
        return _side_of_conflict(change), (change.caller,)
    side = _side(change)
    if side is None or not clients:
        return Impact.UNKNOWN, ()
    touched = tuple(client.name for client in clients if _touches(change, client))
    return (side, touched) if touched else (Impact.UNUSED, ())


def _side(change: Change) -> Impact | None:
    """The side of the conversation a change is on; None for what is about the docs only."""
    match change:
        case found.FieldAdded(field) | found.FieldRemoved(field) | found.FieldRenamed(field) | found.FactChanged(field):
            return Impact.SENDS if field.direction is Direction.REQUEST else Impact.READS
        case found.StatusAdded() | found.StatusRemoved():
            return Impact.READS
        case found.MediaTypeAdded(place) | found.MediaTypeRemoved(place) | found.MediaTypeChanged(place):
            return Impact.SENDS if place == "body" else Impact.READS
        case found.PageMoved() | found.PageGone() | found.DocsContradict() | found.OperationAdded():
            return None
        case _:
            return Impact.SENDS


def _touches(change: Change, client: ClientContract) -> bool:
    match change:
        case found.FieldAdded(field):
            return _uses_around(field, client) if is_owed(field) else _uses(field, client)
        case found.FieldRemoved(field):
            return _uses(field, client)
        case found.FieldRenamed(before, after):
            return _uses(before, client) or (is_owed(after) and _uses_around(after, client))
        case found.FactChanged(before, after, fact):
            if before.direction is Direction.REQUEST and fact in _FELT_BY_WHO_OMITS:
                return _uses_around(after, client)
            return _uses(before, client) or _uses(after, client)
        case found.MediaTypeAdded(place) | found.MediaTypeRemoved(place) | found.MediaTypeChanged(place) if place != "body":
            return _reads_at(place, client)
        case found.StatusAdded(status) | found.StatusRemoved(status):
            return _reads_at(status, client)
        case _:
            return True


def _uses(field: Field, client: ClientContract) -> bool:
    """Whether a client sends or reads a field, or anything in it; who uses a whole uses its parts if it names none."""
    return any(is_same_place(field, mine) and is_within(mine.path, field.path) for mine in _fields(field, client))


def _uses_around(field: Field, client: ClientContract) -> bool:
    """Whether a client sends what a field belongs to, and so would have to send it as well."""
    parent = parent_path(field.path)
    if field.direction is Direction.RESPONSE:
        return _uses(field, client)
    return not parent or any(is_same_place(field, mine) and is_within(mine.path, parent) for mine in client.sends.values())


def _fields(field: Field, client: ClientContract) -> Iterable[Field]:
    return (client.sends if field.direction is Direction.REQUEST else client.reads).values()


def is_within(path: str, whole: str) -> bool:
    """Whether a path is another one or below it; ``.*`` stands for any name, ``$`` for the whole body."""
    if whole == "$" or path == whole or path.startswith((f"{whole}.", f"{whole}[]")):
        return True
    if "*" not in whole:
        return False
    wanted, given = whole.split("."), path.split(".")
    return len(given) >= len(wanted) and all(w.startswith("*") or w == g for w, g in zip(wanted, given, strict=False))


def is_same_place(documented: Field, mine: Field) -> bool:
    if documented.place == "path":
        return mine.place == "path"
    if documented.direction is Direction.REQUEST or documented.in_header is not mine.in_header:
        return documented.place == mine.place
    return _speaks_for(documented.place, mine.place)


def _reads_at(status: str, client: ClientContract) -> bool:
    return any(_speaks_for(status, read.place) for read in client.reads.values())


def _speaks_for(documented: str, read: str) -> bool:
    """Whether a documented status is the one a client reads, or covers it."""
    if read == _ERROR:
        return is_error_status(documented)
    return documented in (read, "default") or (documented.upper().endswith("XX") and documented[:1] == read[:1])


def _side_of_conflict(conflict: Conflict) -> Impact:
    match conflict:
        case ReadsUndocumented() | ReadsOtherType():
            return Impact.READS
        case _:
            return Impact.SENDS
