"""Client contracts as text, and back. People may edit these files, so they carry no seal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from driftgate.contract import ClientContract, Field, Recorded
from driftgate.contract.model import REQUEST_PLACES
from driftgate.errors import SnapshotError
from driftgate.snapshot import strict_yaml
from driftgate.snapshot.canonical import canonical_fields
from driftgate.snapshot.fields import (
    fields_data,
    operation_from,
    request_field,
    response_field,
    security_data,
    security_from,
)
from driftgate.snapshot.layout import yaml_text
from driftgate.snapshot.node import Node

FORMAT = 1
SUFFIX = ".client"

CLIENT_KEYS = ("format", "operation", "base_url", "security", "sends", "reads", "recorded")


def dump_client(client: ClientContract) -> str:
    """A client contract as the text of its file, canonical."""
    recorded = client.recorded
    data = {
        "format": FORMAT,
        "operation": str(client.operation),
        "base_url": client.base_url,
        "security": security_data(client.security),
        "sends": fields_data(canonical_fields(client.sends).values()),
        "reads": _reads_data(client.reads),
        "recorded": {"from": recorded.source, "at": recorded.at} if recorded else None,
    }
    return yaml_text({key: value for key, value in data.items() if value is not None})


def _reads_data(reads: Mapping[str, Field]) -> dict[str, object]:
    found = canonical_fields(reads).values()
    places = dict.fromkeys(field.place for field in found)
    return {place: fields_data((f for f in found if f.place == place), below_status=True) for place in places}


def load_client(text: str, path: str) -> ClientContract:
    """The client contract in a file. path: ``<name>.client.yaml`` or ``<name>.<client>.client.yaml``, names the client.

    Raises SnapshotError and nothing else.
    """
    node = strict_yaml.load(text, path)
    _refuse_newer(node)
    node.only(*CLIENT_KEYS)
    sends = [request_field(key, facts) for key, facts in node.entries("sends")]
    reads = [field for place, said in node.entries("reads") for field in _reads(place, said)]
    return ClientContract(
        operation=operation_from(node.need("operation")),
        base_url=node.need("base_url").text(),
        security=security_from(node.get("security")),
        sends={field.key: field for field in sends},
        reads={field.key: field for field in reads},
        recorded=_recorded(node.get("recorded")),
        name=client_name(path),
    )


def client_name(path: str) -> str:
    """The client's name in a file name, ``""`` for the unnamed one."""
    stem = PurePath(path).name.removesuffix(".yaml").removesuffix(SUFFIX)
    return stem.partition(".")[2]


def _reads(place: str, node: Node) -> list[Field]:
    if not re.fullmatch(r"[1-5](?:\d\d|XX)|default|error", place) or place in REQUEST_PLACES:
        raise SnapshotError("reads are listed below a response status or 'error'", where=node.where)
    return [response_field(place, key, facts) for key, facts in node.mapping().items()]


def _refuse_newer(node: Node) -> None:
    version = node.need("format")
    if version.count() > FORMAT:
        raise SnapshotError(
            "the file has a newer format than this driftgate reads", where=version.where, advice="upgrade driftgate"
        )


def _recorded(node: Node | None) -> Recorded | None:
    if node is None:
        return None
    node.only("from", "at")
    return Recorded(source=node.need("from").text(), at=node.need("at").text())
