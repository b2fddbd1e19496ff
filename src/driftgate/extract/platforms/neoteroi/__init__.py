"""neoteroi-mkdocs' OpenAPI pages: schemas as JSON beside the body, further ones as tables, parameters as one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from driftgate.contract import REQUEST_PLACES, Certainty, Contract, Field, Operation, Source
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction, Gap, GapKind
from driftgate.extract.openapi.load import Loaded
from driftgate.extract.openapi.read import read
from driftgate.extract.openapi.references import key_of
from driftgate.extract.platforms.neoteroi import marks
from driftgate.extract.platforms.neoteroi.plain import rebuilt_from_blocks
from driftgate.extract.platforms.neoteroi.rebuilt import rebuilt
from driftgate.extract.platforms.neoteroi.schemas import NAMED_SCHEMAS
from driftgate.extract.platforms.neoteroi.whole import made_whole
from driftgate.extract.rendered.dom import own_text
from driftgate.extract.rendered.fieldrows import seen_at

NAME = "neoteroi"

Stated = Callable[[str], Source | None]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page says, in OpenAPI's form. stated: where it states what stands at a JSON pointer, if anywhere."""

    data: dict[str, object]
    stated: Stated
    gaps: Sequence[Gap]


def recognises(document: Document) -> bool:
    """Whether the page bears the generator's comment, or has operations that its template for tabs printed."""
    if document.kind not in ("html", "markdown"):
        return False
    return marks.GENERATOR in document.text or (document.kind == "html" and _has_tabs(document))


def _has_tabs(document: Document) -> bool:
    return all(mark in document.text for mark in marks.MARKERS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The operations of the page, read as the OpenAPI document it prints; what the page does not tell is not stated."""
    page = _from_tabs(document) if document.kind == "html" and _has_tabs(document) else _from_blocks(document)
    whole = made_whole(page.data)
    found = read(Loaded(page.data), wanted, NAME, document.page.reached)
    gaps = [Gap(gap.kind, _placed(page.stated, gap.source)) for gap in found.gaps]
    return replace(
        found,
        contracts=tuple(_as_printed(page.stated, contract, whole) for contract in found.contracts),
        gaps=(*gaps, *page.gaps),
        machine_readable=False,
    )


def _from_blocks(document: Document) -> _Told:
    page = rebuilt_from_blocks(document.blocks, Source(url=document.page.reached, reader=NAME))
    return _Told(page.data, page.places.get, page.gaps)


def _from_tabs(document: Document) -> _Told:
    """What stands in tabs; of a block of code the source quotes nothing yet: each field in it has its name."""
    page = rebuilt(document.tree)

    @cache
    def stated(pointer: str) -> Source | None:
        element = page.places.get(pointer)
        if element is None:
            return None
        return seen_at(document, element, NAME, "" if element.tag == "code" else own_text(element))

    gaps = [Gap(GapKind.SECTION, seen_at(document, element, NAME, own_text(element))) for element in page.unread]
    gaps += [Gap(GapKind.TYPE, seen_at(document, element, NAME, own_text(element))) for element in page.untyped]
    return _Told(page.data, stated, gaps)


def _as_printed(stated: Stated, contract: Contract, whole: Collection[str]) -> Contract:
    """The contract with sources on the page, and without what only OpenAPI's silence would mean."""
    fields = {key: _field(stated, field, whole) for key, field in contract.fields.items()}
    source = None if contract.source is None else _placed(stated, contract.source)
    request = replace(contract.request, required=None)
    return replace(contract, fields=fields, request=request, security=None, source=source)


def _field(stated: Stated, field: Field, whole: Collection[str]) -> Field:
    """Parameters and the tables of schemas have no column that says what is required; schemas in JSON do say it, and a path has
    all of its variables."""
    facts = dict(field.facts)
    in_table = field.source is not None and _table_of(field.source.element) not in ("", *whole)
    if in_table or field.in_header or (field.place in REQUEST_PLACES and field.place not in ("body", "path")):
        facts.pop("required", None)
    source = None if field.source is None else _placed(stated, field.source)
    return Field(field.place, field.path, facts, field.media_type, field.in_header, source)


def _table_of(pointer: str) -> str:
    """The named schema that a pointer leads into."""
    if not pointer.startswith(NAMED_SCHEMAS):
        return ""
    return key_of(pointer.removeprefix(NAMED_SCHEMAS).partition("/")[0])


def _placed(stated: Stated, source: Source) -> Source:
    """Where the page states what stands at the pointer, or at the nearest one above it."""
    pointer = source.element.removeprefix("#")
    name = pointer.rpartition("/")[2]
    while pointer:
        found = stated(pointer)
        if found is not None:
            certainty = source.certainty if source.certainty is Certainty.INFERRED else found.certainty
            if found.quote and certainty is found.certainty:
                return found
            return Source(
                url=found.url,
                line=found.line,
                element=found.element,
                quote=found.quote or name,
                reader=found.reader,
                certainty=certainty,
            )
        pointer = pointer.rpartition("/")[0]
    return source
