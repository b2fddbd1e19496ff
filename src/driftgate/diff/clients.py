"""Compares the docs with what a client sends and reads: where the two disagree, as unjudged facts.

Docs that are silent contradict nobody. An error body that the docs do not describe at all, a status they do not name, a
security scheme or a server they do not state: what a client reads or does there is no conflict. A *described* body without
the field is one. A ``required`` that holds only within one alternative (``conditional``) is owed by nobody, and a required
child is owed only by who sends its parent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from driftgate.contract import ClientContract, Contract, Field, Operation
from driftgate.contract.paths import comparable_path, parent_path
from driftgate.contract.types import members_of
from driftgate.diff.addresses import answers_at
from driftgate.diff.authentication import is_accepted, names_of_credentials
from driftgate.diff.conflicts import (
    AuthenticatesOtherwise,
    CallsOtherOperation,
    CallsOtherServer,
    Conflict,
    OmitsRequired,
    ReadsOtherType,
    ReadsUndocumented,
    SendsOtherType,
    SendsOtherValue,
    SendsUndocumented,
)
from driftgate.diff.documented import Documented, sent_paths
from driftgate.diff.keys import ancestors
from driftgate.diff.values import undocumented_values

#: Headers of HTTP itself, which every client sends and no contract needs to document.
PROTOCOL_HEADERS = frozenset(
    {
        "accept",
        "accept-encoding",
        "accept-language",
        "cache-control",
        "connection",
        "content-length",
        "content-type",
        "host",
        "origin",
        "pragma",
        "referer",
        "user-agent",
    }
)


def conflicts(documented: Contract, client: ClientContract) -> tuple[Conflict, ...]:
    """Everything in which a client and the docs disagree."""
    known = Documented(documented)
    return (
        *_address(documented, client),
        *_authentication(documented, client),
        *_sends(documented, known, client),
        *_omits(documented, client),
        *_reads(known, client),
    )


def _address(documented: Contract, client: ClientContract) -> Iterator[Conflict]:
    theirs = documented.operation
    if client.operation.method != theirs.method:
        yield CallsOtherOperation(client.operation, theirs, client.name)
    elif not answers_at(client.base_url, client.operation, documented):
        same_path = comparable_path(client.operation.path) == comparable_path(theirs.path)
        if same_path or answers_at(client.base_url, client.operation, _anywhere(documented)):
            yield CallsOtherServer(client.base_url, documented.servers, client.name)
        else:
            yield CallsOtherOperation(client.operation, theirs, client.name)


def _anywhere(documented: Contract) -> Contract:
    """The same operation with only the paths of its servers, to tell a wrong host from a wrong path."""
    prefixes = tuple("/" + server.split("://", 1)[-1].partition("/")[2] for server in documented.servers)
    return Contract(operation=Operation(documented.operation.method, documented.operation.path), servers=prefixes)


def _authentication(documented: Contract, client: ClientContract) -> Iterator[Conflict]:
    if not is_accepted(client.security, documented.security):
        yield AuthenticatesOtherwise(client.security, documented.security, client.name)


def _sends(documented: Contract, known: Documented, client: ClientContract) -> Iterator[Conflict]:
    silent = _silent_names(documented, client)
    named = [field for field in client.sends.values() if field.place != "path" and not _is_silent(field, silent)]
    unknown = {field.key: field for field in named if not known.knows(field)}
    for key, sent in unknown.items():
        if not any(above in unknown for above in ancestors(key)):
            yield SendsUndocumented(sent, client.name)
    for sent in client.sends.values():
        yield from _facts_sent(sent, known.matches(sent), client.name)


def _facts_sent(sent: Field, documented: tuple[Field, ...], caller: str) -> Iterator[Conflict]:
    """A field documented for several media types needs to fit one of them."""
    if not documented:
        return
    if not any(_types_fit(sent, field) for field in documented):
        yield SendsOtherType(sent, documented[0], caller)
    outside = min((undocumented_values(sent, field) for field in documented), key=len)
    if outside:
        yield SendsOtherValue(sent, documented[0], outside, caller)


def _omits(documented: Contract, client: ClientContract) -> Iterator[Conflict]:
    sent = sent_paths(client.sends.values(), documented)
    silent = _silent_names(documented, client)
    owed = [f for f in documented.fields.values() if _is_owed(f, sent, documented) and not _is_silent(f, silent)]
    kinds = {f.media_type for f in documented.fields.values() if f.place == "body"} or {""}
    per_kind = [[f for f in owed if f.media_type in ("", kind) and not _is_sent(f, sent)] for kind in sorted(kinds)]
    for field in min(per_kind, key=len):  # one media type is enough, and the client uses one
        yield OmitsRequired(field, client.name)


def _is_owed(field: Field, sent: Mapping[str, frozenset[str]], documented: Contract) -> bool:
    """Whether the client has to send a field: required without condition, and its parent is sent."""
    if field.required is not True or field.flag("conditional") or field.flag("read_only") or field.place == "path":
        return False
    if field.place not in ("query", "header", "cookie", "body"):
        return False
    parent = parent_path(field.path)
    if parent:
        return parent in sent.get(field.place, frozenset())
    return field.place != "body" or "body" in sent or documented.request.required is not False


def _is_sent(field: Field, sent: Mapping[str, frozenset[str]]) -> bool:
    paths = sent.get(field.place, frozenset())
    path = field.path.lower() if field.place == "header" else field.path
    return path in paths or (path == "$" and bool(paths))


def _reads(known: Documented, client: ClientContract) -> Iterator[Conflict]:
    unknown = {field.key: field for field in client.reads.values() if not known.knows(field)}
    for key, read in unknown.items():
        if not any(above in unknown for above in ancestors(key)):
            yield ReadsUndocumented(read, client.name)
    for read in client.reads.values():
        documented = known.matches(read)
        if documented and not any(_types_meet(read, field) for field in documented):
            yield ReadsOtherType(read, documented[0], client.name)


def _silent_names(documented: Contract, client: ClientContract) -> frozenset[tuple[str, str]]:
    """Parameters that belong to HTTP or to the authentication, by place and name: they are compared there."""
    headers = {("header", name) for name in PROTOCOL_HEADERS}
    return frozenset(headers | names_of_credentials(documented.security) | names_of_credentials(client.security))


def _is_silent(field: Field, names: frozenset[tuple[str, str]]) -> bool:
    return (field.place, field.path.lower()) in names


def _members(field: Field) -> frozenset[str]:
    return frozenset(members_of(field.type)) if field.type else frozenset()


def _types_fit(sent: Field, documented: Field) -> bool:
    """Whether every type that is sent is a documented one."""
    theirs = _members(documented)
    return not theirs or all(
        _is_kind_of(mine, theirs) or (mine == "null" and documented.flag("nullable") is not False) for mine in _members(sent)
    )


def _types_meet(read: Field, documented: Field) -> bool:
    """Whether any documented type is one that the client reads. A union of which it saw only one member is no conflict."""
    mine, theirs = _members(read), _members(documented)
    return (
        not mine or not theirs or any(_is_kind_of(one, theirs) for one in mine) or any(_is_kind_of(one, mine) for one in theirs)
    )


def _is_kind_of(name: str, accepted: Iterable[str]) -> bool:
    known = set(accepted)
    return name in known or (name == "integer" and "number" in known) or (name.startswith("array") and "array" in known)
