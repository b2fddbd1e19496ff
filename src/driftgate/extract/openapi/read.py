"""An OpenAPI document as contracts: 2.0, 3.0, 3.1 and 3.2, whatever page it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from driftgate.contract import Contract, Operation
from driftgate.contract.facts import OPERATION_FACTS
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction
from driftgate.extract.openapi import swagger
from driftgate.extract.openapi.fields import Fields
from driftgate.extract.openapi.keywords import facts_of
from driftgate.extract.openapi.load import Loaded
from driftgate.extract.openapi.message import read_content
from driftgate.extract.openapi.operations import Found, is_openapi, matches, operations
from driftgate.extract.openapi.parameters import IGNORED_HEADERS, fields_of_header, fields_of_parameter, stated_parameters
from driftgate.extract.openapi.raw import Raw
from driftgate.extract.openapi.references import step
from driftgate.extract.openapi.schema import Schemas
from driftgate.extract.openapi.security import from_authorization, is_credential, security
from driftgate.extract.openapi.servers import servers, swagger_servers
from driftgate.extract.openapi.silence import is_silent
from driftgate.extract.openapi.sources import Sources
from driftgate.extract.openapi.spec import Spec


def read(loaded: Loaded, wanted: Operation | None, reader: str, url: str = "") -> Extraction:
    """The contracts of a loaded document. Where the wanted operation is in it, only that one is read;
    where it is not, the others are named without their fields. Data that is no OpenAPI gives nothing."""
    document = loaded.data
    if not isinstance(document, Mapping) or not is_openapi(document):
        return Extraction(platform=reader, machine_readable=True)
    sources = Sources(loaded, reader, url)
    found = list(operations(document))
    if wanted is None:
        return gathered(reader, _all(document, sources, found), machine_readable=True)
    likely = [one for one in found if one.operation.method == wanted.method]
    hits = [one for one in likely if matches(one.operation, wanted, _urls(document, one))]
    if hits:
        alone = [_operation(document, sources, one, Fields(Schemas(document), sources.at)) for one in hits]
        return gathered(reader, alone, wanted, machine_readable=True)
    named = tuple(Contract(operation=one.operation, servers=_urls(document, one)) for one in found)
    return Extraction(platform=reader, contracts=named, machine_readable=True)


def joined(reader: str, parts: Sequence[Extraction]) -> Extraction:
    """Several documents of one page as one result."""
    return Extraction(
        platform=reader,
        contracts=tuple(contract for part in parts for contract in part.contracts),
        gaps=tuple(dict.fromkeys(gap for part in parts for gap in part.gaps)),
        contradictions=tuple(dict.fromkeys(found for part in parts for found in part.contradictions)),
        rows_seen=sum(part.rows_seen for part in parts),
        rows_read=sum(part.rows_read for part in parts),
        machine_readable=True,
    )


def _all(document: Raw, sources: Sources, found: Sequence[Found]) -> list[Draft]:
    """Every operation; models are looked at once for all of them, and what is open in one is a gap of the first."""
    fields = Fields(Schemas(document), sources.at)
    return [_operation(document, sources, one, fields := fields.afresh()) for one in found]


def _operation(document: Raw, sources: Sources, found: Found, fields: Fields) -> Draft:
    draft = Draft(found.operation, sources.at(found.pointer, found.raw))
    spec = Spec(document, fields, sources, draft.gaps)
    draft.servers = list(_urls(document, found))
    draft.facts = {name: value for name, value in facts_of(found.raw).items() if name in OPERATION_FACTS}
    parameters = stated_parameters(spec, found)
    _security(spec, draft, found, parameters)
    _parameters(spec, draft, parameters)
    _request(spec, draft, found, parameters)
    _responses(spec, draft, found)
    draft.gaps += fields.schemas.gaps.values()
    return draft


def _urls(document: Raw, found: Found) -> tuple[str, ...]:
    if "swagger" in document:
        return swagger_servers(document, found.raw.get("schemes"))
    return servers(found.raw.get("servers"), found.item.get("servers"), document.get("servers"))


def _security(spec: Spec, draft: Draft, found: Found, parameters: list[tuple[Raw, str]]) -> None:
    """The stated security; where none is stated (or none is needed) an Authorization header parameter is it."""
    schemes = spec.mapping("securityDefinitions") or spec.mapping("securitySchemes", spec.mapping("components"))
    followed = {name: spec.follow(raw, f"/components/securitySchemes/{name}")[0] for name, raw in schemes.items()}
    stated = found.raw["security"] if "security" in found.raw else spec.document.get("security")
    alternatives = security(stated, followed, draft.gaps)
    if not alternatives:
        headers = [raw for raw, _ in parameters if raw.get("in") == "header" and str(raw.get("name")).lower() == "authorization"]
        alternatives = ((from_authorization(headers[0]),),) if headers else alternatives
    draft.security = None if alternatives is None else list(alternatives)


def _parameters(spec: Spec, draft: Draft, parameters: list[tuple[Raw, str]]) -> None:
    requirements = None if draft.security is None else tuple(draft.security)
    for raw, pointer in parameters:
        place, name = str(raw.get("in")), str(raw.get("name"))
        if place in ("body", "formData") or (place == "header" and name.lower() in IGNORED_HEADERS):
            continue
        if is_credential(place, name, requirements):
            continue
        for field in fields_of_parameter(spec, raw, pointer):
            draft.add(field)


def _request(spec: Spec, draft: Draft, found: Found, parameters: list[tuple[Raw, str]]) -> None:
    """The request body. Without ``required`` OpenAPI says that it is optional."""
    if spec.is_swagger:
        consumes = found.raw.get("consumes", spec.document.get("consumes"))
        body, pointer = swagger.request_body([raw for raw, _ in parameters], consumes), step(found.pointer, "parameters")
    elif "requestBody" in found.raw:
        body, pointer = spec.follow(found.raw["requestBody"], step(found.pointer, "requestBody"))
    else:
        return
    if body:
        draft.body_required = None if is_silent(body) else body.get("required") is True
        read_content(spec, draft, "body", body.get("content"), step(pointer, "content"))


def _responses(spec: Spec, draft: Draft, found: Found) -> None:
    produces = found.raw.get("produces", spec.document.get("produces"))
    for stated_status, stated in spec.mapping("responses", found.raw).items():
        if stated_status.startswith("x-"):
            continue
        status = stated_status.upper() if stated_status.lower() != "default" else "default"
        raw, pointer = spec.follow(stated, step(step(found.pointer, "responses"), stated_status))
        response = swagger.response(raw, produces) if spec.is_swagger else raw
        draft.media_type(status, "")
        read_content(spec, draft, status, response.get("content"), step(pointer, "content"))
        for name, header in spec.mapping("headers", response).items():
            raw_header, place = spec.follow(header, step(step(pointer, "headers"), name))
            if raw_header and name.lower() != "content-type":
                for field in fields_of_header(spec, status, name, raw_header, place):
                    draft.add(field)
