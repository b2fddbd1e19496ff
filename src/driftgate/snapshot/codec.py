"""Contracts and snapshots as text, and back, strictly: what is read is exactly what was written and reviewed, or an error."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from driftgate.contract import Contract, FactValue, Field, Request, Response
from driftgate.contract.facts import OPERATION_FACTS
from driftgate.contract.model import REQUEST_PLACES
from driftgate.errors import SnapshotError
from driftgate.extract.extraction import Contradiction
from driftgate.snapshot import strict_yaml
from driftgate.snapshot.canonical import canonical
from driftgate.snapshot.fields import (
    facts_data,
    facts_from,
    fields_data,
    operation_from,
    request_field,
    response_field,
    security_data,
    security_from,
)
from driftgate.snapshot.layout import yaml_text
from driftgate.snapshot.model import FORMAT, ReadFrom, Review, Snapshot
from driftgate.snapshot.node import Node

CONTRACT_KEYS = ("operation", *OPERATION_FACTS, "servers", "security", "request", "responses")
SNAPSHOT_KEYS = ("format", *CONTRACT_KEYS, "reference", "read_from", "review", "base", "contradictions", "gaps", "seal")

_EDITED = "restore one whole version of the file from git, then run check and approve what it shows"


def contract_data(contract: Contract) -> dict[str, object]:
    """A contract as plain data, canonical: what a snapshot holds of it. Raises KeyError for a fact that is in no table."""
    found = canonical(contract)
    request = {
        "media_types": list(found.request.media_types) or None,
        "required": found.request.required,
        "fields": fields_data(field for field in found.fields.values() if field.place in REQUEST_PLACES),
    }
    data = {
        "operation": str(found.operation),
        **facts_data(found.facts),
        "servers": list(found.servers) or None,
        "security": security_data(found.security),
        "request": _stated(request) or None,
        "responses": {status: _response_data(found, status) for status in found.responses},
    }
    return _stated(data)


def _response_data(contract: Contract, status: str) -> dict[str, object]:
    fields = [field for field in contract.fields.values() if field.place == status]
    return _stated(
        {
            "media_types": list(contract.responses[status].media_types) or None,
            "headers": fields_data((field for field in fields if field.in_header), below_status=True),
            "fields": fields_data((field for field in fields if not field.in_header), below_status=True),
        }
    )


def _stated(data: Mapping[str, object]) -> dict[str, object]:
    """Without what is not stated; an empty list is a statement, an empty mapping is none."""
    return {key: value for key, value in data.items() if value is not None and value != {} and value != ""}


def _contract(node: Node) -> Contract:
    request, statuses = _section(node, "request"), dict(node.entries("responses"))
    request.only("media_types", "required", "fields")
    required = request.get("required")
    fields = [request_field(key, facts) for key, facts in request.entries("fields")]
    fields += [field for status, said in statuses.items() for field in _response_fields(status, said)]
    return Contract(
        operation=operation_from(node.need("operation")),
        servers=_texts(node, "servers"),
        security=security_from(node.get("security")),
        request=Request(media_types=_texts(request, "media_types"), required=required.flag() if required else None),
        responses={status: Response(media_types=_texts(said, "media_types")) for status, said in statuses.items()},
        fields={field.key: field for field in fields},
        facts=_operation_facts(node),
    )


def _response_fields(status: str, node: Node) -> list[Field]:
    node.only("media_types", "headers", "fields")
    if status in REQUEST_PLACES:
        raise node.error("a response status above this")
    headers = [response_field(status, key, facts, in_header=True) for key, facts in node.entries("headers")]
    return headers + [response_field(status, key, facts) for key, facts in node.entries("fields")]


def _operation_facts(node: Node) -> dict[str, FactValue]:
    stated = {name: node.mapping()[name] for name in OPERATION_FACTS if name in node.mapping()}
    return facts_from(Node(dict(stated), node.file, node.line, node.path))


def _section(node: Node, key: str) -> Node:
    return node.get(key) or Node({}, node.file, node.line, (*node.path, key))


def _texts(node: Node, key: str) -> tuple[str, ...]:
    found = node.get(key)
    return () if found is None else found.texts()


def contradiction_line(found: Contradiction) -> str:
    """A contradiction as a snapshot notes it."""
    return f"{found.key} {found.fact}: {found.used} / {found.other}"


def contradiction_lines(found: Iterable[Contradiction]) -> tuple[str, ...]:
    """Contradictions as a snapshot notes them, sorted, each once."""
    return tuple(sorted({contradiction_line(contradiction) for contradiction in found}))


def digest(contract: Contract) -> str:
    """SHA-256 (hex) of the canonical contract: equal for contracts that state the same, whatever their order or sources."""
    text = json.dumps(contract_data(contract), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def dump_contract(contract: Contract) -> str:
    """A contract alone as YAML text, as ``extract`` prints it."""
    return yaml_text({"format": FORMAT, **contract_data(contract)})


def dump_snapshot(snapshot: Snapshot) -> str:
    """A snapshot as the text of its file; the last line seals what is above it.

    Raises SnapshotError where the text would not be read back as the same snapshot.
    """
    text = _snapshot_text(snapshot)
    if _snapshot_text(load_snapshot(text, f"{snapshot.target}.yaml")) != text:
        raise SnapshotError("the contract cannot be written so that it reads back the same", where=snapshot.target)
    return text


def _snapshot_text(snapshot: Snapshot) -> str:
    read_from = snapshot.read_from
    contract = contract_data(snapshot.contract)
    data = {
        "format": snapshot.format,
        "operation": contract.pop("operation"),
        "reference": snapshot.reference,
        "read_from": _stated(
            {
                "url": read_from.url,
                "platform": read_from.platform,
                "sha256": read_from.sha256,
                "template": read_from.template,
            }
        ),
        "review": _review_data(snapshot.review),
        "base": "" if snapshot.review else snapshot.base,
        "contradictions": sorted(set(snapshot.contradictions)) or None,
        "gaps": sorted(snapshot.gaps) or None,
        **contract,
    }
    return sealed(yaml_text(_stated(data)))


def _review_data(review: Review | None) -> dict[str, object] | None:
    if review is None:
        return None
    return {"by": review.by, "at": review.at, "note": review.note, "digest": review.digest}


def sealed(text: str) -> str:
    """The text with the line that proves it whole."""
    return text + yaml_text({"seal": _seal(text)})


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def load_snapshot(text: str, path: str) -> Snapshot:
    """The snapshot in a file. path: ``…/<vendor>/<name>.yaml``, names the target. Raises SnapshotError and nothing else."""
    node = strict_yaml.load(text, path)
    _refuse_newer(node)
    node.only(*SNAPSHOT_KEYS)
    snapshot = Snapshot(
        target=f"{PurePath(path).parent.name}/{PurePath(path).stem}",
        format=node.need("format").count(),
        contract=_contract(node),
        reference=node.need("reference").text(),
        read_from=_read_from(node.need("read_from")),
        review=_review(node.get("review")),
        base=node.optional_text("base"),
        contradictions=_texts(node, "contradictions"),
        gaps=_texts(node, "gaps"),
    )
    _refuse_edited(snapshot, node, text)
    return snapshot


def load_contract(text: str, path: str) -> Contract:
    """The contract in a file that holds a snapshot or a contract alone. Raises SnapshotError and nothing else."""
    node = strict_yaml.load(text, path)
    if node.get("read_from"):
        return load_snapshot(text, path).contract
    _refuse_newer(node)
    node.only("format", *CONTRACT_KEYS)
    return _contract(node)


def _refuse_newer(node: Node) -> None:
    version = node.need("format").count()
    if version > FORMAT:
        raise SnapshotError(
            f"the file has format {version}, this driftgate reads up to format {FORMAT}",
            where=node.need("format").where,
            advice="upgrade driftgate",
        )


def _read_from(node: Node) -> ReadFrom:
    node.only("url", "platform", "sha256", "template")
    return ReadFrom(
        url=node.need("url").text(),
        platform=node.need("platform").text(),
        sha256=node.need("sha256").text(),
        template=node.optional_text("template"),
    )


def _review(node: Node | None) -> Review | None:
    if node is None:
        return None
    node.only("by", "at", "note", "digest")
    by, at, note, reviewed = (node.need(key).text() for key in ("by", "at", "note", "digest"))
    return Review(by=by, at=at, note=note, digest=reviewed)


def _refuse_edited(snapshot: Snapshot, node: Node, text: str) -> None:
    found = text.replace("\r\n", "\n")
    if found != sealed(found.rpartition("seal: ")[0]):
        why = "it was edited, merged or cut off since"
        raise SnapshotError("the file is not as driftgate wrote it", where=node.file, why=why, advice=_EDITED)
    if snapshot.review is not None and snapshot.review.digest != digest(snapshot.contract):
        why = "its digest is not the reviewed one"
        raise SnapshotError("the contract is not the one that was reviewed", where=node.file, why=why, advice=_EDITED)
