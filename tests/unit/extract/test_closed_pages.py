"""What a viewer shows closed is not looked for in the rest of its page."""

from __future__ import annotations

from documents import html_document
from driftgate.contract import Operation
from driftgate.extract.extraction import GapKind
from driftgate.extract.reading import extractions

#: A response that stands closed, and below the operation the schemas of the whole interface.
PAGE = """<div class="scalar-app"><section><div class="endpoint-details"><div>Responses</div><ul><li class="parameter-item">
<div class="parameter-item-trigger"><span class="parameter-item-name">200</span>
<div class="content-type-select"><span>application/json</span></div></div></li></ul></div>
<span class="request-method">GET</span><span class="endpoint-path">/ships</span></section>
<section><h2>Ship</h2><div class="property"><div class="property-heading"><div class="property-name">name</div>
<span class="property-detail"><span class="property-detail-value">string</span></span></div></div>
<div class="property"><div class="property-heading"><div class="property-name">masts</div>
<span class="property-detail"><span class="property-detail-value">integer</span></span></div></div></section></div>"""


def test_models_are_not_read_as_the_fields_of_an_operation_whose_parts_stand_closed() -> None:
    (found,) = extractions(html_document(PAGE), Operation("GET", "/ships"))
    assert (found.platform, [gap.kind for gap in found.gaps]) == ("scalar", [GapKind.COLLAPSED])
    assert [dict(contract.fields) for contract in found.contracts] == [{}]
