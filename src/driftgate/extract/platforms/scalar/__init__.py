"""Scalar's API references after a browser has rendered them."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import ROOT, FactValue, Field, Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.markup import Marked, children
from driftgate.extract.platforms.scalar import marks
from driftgate.extract.platforms.scalar.properties import ANY_NAME, name_of, take_facts
from driftgate.extract.rendered.dom import own_text, status_of
from driftgate.extract.rendered.fieldrows import Boxes, Row, add_rows, seen_at
from driftgate.extract.rendered.nearest import Nearest
from driftgate.extract.rendered.withdrawn import withdrawal_near

NAME = "scalar"


def recognises(document: Document) -> bool:
    """Whether the page has Scalar's app and properties it rendered."""
    return document.kind == "html" and "property-heading" in document.text and "scalar-app" in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation that stands opened on the page."""
    drafts: dict[Operation, Draft] = {}
    for details in document.marked.everywhere(*marks.OPERATION):
        operation = _method_and_path(document.marked, details)
        if operation is None or (operation in drafts and drafts[operation].fields):  # it stands below each of its tags
            continue
        drafts[operation] = _operation(document, operation, details)
    return gathered(NAME, drafts.values(), wanted)


def _operation(document: Document, operation: Operation, details: HtmlElement) -> Draft:
    draft = Draft(operation, seen_at(document, details, NAME, str(operation)), facts=_withdrawal(details))
    boxes = document.marked.everywhere(marks.SERVER_BOX)
    draft.servers = [own_text(server) for box in boxes for server in marks.SERVER(box)][-1:]
    for body in document.marked.below(details, *marks.BODY)[:1]:
        _read_body(document, draft, body)
    for listing in marks.LISTS(details):
        _read_list(document, draft, listing)
    for closed in marks.CLOSED(details):
        draft.gap(GapKind.COLLAPSED, seen_at(document, closed, NAME, own_text(closed)))
    return draft


def _withdrawal(details: HtmlElement) -> dict[str, FactValue]:
    """What the head of the operation's section says of it."""
    return next((withdrawal_near(section.iter()) for section in marks.SECTION(details)), {})


def _method_and_path(marked: Marked, details: HtmlElement) -> Operation | None:
    """Method badge and path in the operation's section; a section's id holds both where the badge is not rendered."""
    for section in marks.SECTION(details):
        methods = [own_text(badge).upper() for badge in marked.below(section, *marks.METHOD)[:1]]
        paths = [own_text(path) for path in marked.below(section, *marks.PATH)[:1]]
        if methods and paths and methods[0] in METHODS:
            return Operation(methods[0], path_template(paths[0].replace(" ", "")))
        for method in METHODS:
            before, found, path = (section.get("id") or "").partition(f"/{method}/")
            if before and found:
                return Operation(method, path_template(path))
    return None


def _read_body(document: Document, draft: Draft, body: HtmlElement) -> None:
    draft.body_required = bool(document.marked.below(body, marks.BODY_REQUIRED))
    for chosen in document.marked.below(body, marks.MEDIA_TYPE)[:1]:
        draft.media_type("body", own_text(chosen))
    _read_properties(document, draft, "body", body)


def _read_list(document: Document, draft: Draft, listing: HtmlElement) -> None:
    """The parameters of one place, or the responses, each with its own schema below its status."""
    place = _place(listing)
    if place is None:
        draft.gap(GapKind.PARAMETER_PLACE, seen_at(document, listing, NAME, ""))
    elif place != "response":
        _read_properties(document, draft, place, listing)
    else:
        for item in listing:
            _read_response(document, draft, item)


def _place(listing: HtmlElement) -> str | None:
    """What stands in a list, by its label or the heading before it."""
    words = (listing.get("aria-label") or " ".join(own_text(heading) for heading in marks.HEADING_OF(listing))).lower()
    return next((place for word, place in marks.LIST_WORDS if word in words), None)


def _read_response(document: Document, draft: Draft, item: HtmlElement) -> None:
    """One response: its status stands on a button that opens it, or is itself marked up as a property."""
    top = next(iter(_properties(document.marked, item)), None)
    named = [own_text(name) for name in marks.RESPONSE(item)]
    headed = [name_of(heading) or "" for heading in children(top, marks.HEADING)] if top is not None else []
    status = status_of(next(iter(named or headed), ""))
    if status is None:
        if top is not None:
            draft.miss(GapKind.ROW, seen_at(document, top, NAME, own_text(top)))
        return
    draft.media_types.setdefault(status, [])
    for chosen in document.marked.below(item, marks.MEDIA_TYPE)[:1]:
        draft.media_type(status, own_text(chosen))
    if marks.CLOSED_RESPONSE(item) or (top is None and document.marked.below(item, marks.MEDIA_TYPES)):
        draft.gap(GapKind.COLLAPSED, seen_at(document, item, NAME, status))
    _read_headers(document, draft, status, item)
    _read_properties(document, draft, status, item, None if named and any(headed) else top)


def _read_headers(document: Document, draft: Draft, status: str, item: HtmlElement) -> None:
    rows: list[Row] = []
    for header in _headers(document.marked, item):
        for heading in children(header, marks.HEADING):
            row = Row(header, name_of(heading) or "", status, quote=own_text(heading, "button"), in_header=True)
            take_facts(document.marked, row, header, heading)
            rows.append(row)
    add_rows(draft, rows, document, NAME)


def _read_properties(document: Document, draft: Draft, place: str, box: HtmlElement, root: HtmlElement | None = None) -> None:
    """All properties in a box, each below the property it stands in. root: the property that is the whole body."""
    boxes, rules = Boxes(), Nearest[HtmlElement]()
    for rule in document.marked.below(box, marks.RULE):
        if not marks.WHOLE(rule):
            rules.put(rule, rule)
    rows: list[Row] = []
    for item in _properties(document.marked, box):
        heading = next(iter(children(item, marks.HEADING)), None)
        name = "" if item is root or heading is None else name_of(heading)
        parent = boxes.around(item)
        row = Row(item, name or "", place, parent)
        if heading is not None:
            row.quote = own_text(heading, "button")
            if not take_facts(document.marked, row, item, heading):
                draft.gap(GapKind.COLLAPSED, seen_at(document, item, NAME, row.quote))
        if item is root or (name is None and parent is None):
            _take_root(document, draft, row)
        elif name is None and parent is not None:
            row = _take_variant(document, draft, row, parent, rules.around(item))
        elif row.name != ANY_NAME or "type" in row.facts:  # else it says only that more is allowed
            _inherit_condition(row, rules.around(item))
            rows.append(row)
        boxes.put(item, row)
    add_rows(draft, rows, document, NAME)


def _properties(marked: Marked, box: HtmlElement) -> list[HtmlElement]:
    """The properties of schemas: those of headers look the same."""
    others = {*marked.outermost(box, *marks.HEADERS), *_headers(marked, box)}
    return [item for item in marked.below(box, marks.PROPERTY) if item not in others]


def _headers(marked: Marked, box: HtmlElement) -> list[HtmlElement]:
    cards = marked.outermost(box, *marks.HEADERS)
    return [header for card in cards for header in marked.below(card, marks.PROPERTY)]


def _take_root(document: Document, draft: Draft, row: Row) -> None:
    """Notes a body that is no object: the property that stands for it has no name of its own."""
    facts = {name: value for name, value in row.facts.items() if name != "required"}
    if facts.get("type") not in (None, "object"):
        draft.add(Field(row.place, ROOT, facts, source=seen_at(document, row.node, NAME, row.quote)))


def _take_variant(document: Document, draft: Draft, variant: Row, parent: Row, rule: HtmlElement | None) -> Row:
    """A nameless property is the shown variant of the one around it; the others stand behind a choice. What holds the
    properties inside: the one around it, or the variant itself where only this is an array."""
    if variant.facts.get("type") == "null":
        variant.facts = {"nullable": True}
    for name, value in variant.facts.items():
        parent.facts.setdefault(name, value)
    if rule is not None:
        draft.gap(GapKind.COLLAPSED, seen_at(document, rule, NAME, parent.quote))
    return variant if variant.is_array and not parent.is_array else parent


def _inherit_condition(row: Row, rule: HtmlElement | None) -> None:
    """A field inside one variant holds only there. rule: the choice of variants nearest around it."""
    around = row.parent
    while around is not None and not around.name:
        around = around.parent
    if rule is not None and (around is None or around.node in rule.iterancestors()):
        row.facts["conditional"] = True
