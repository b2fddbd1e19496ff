"""Pages of any size in each platform's markup, with words of our own: a head, one field as often as asked, a tail."""

from __future__ import annotations

from dataclasses import dataclass

_START = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Orders</title></head><body>"
_WORDS = "How many units the warehouse sends in this parcel, counted when it is packed and again when it leaves."
_SWAGGER = "json-schema-2020-12"


@dataclass(frozen=True, slots=True)
class Markup:
    """How a platform writes one field. ``{n}`` in ``row`` is the number of the field."""

    name: str
    head: str
    row: str
    tail: str = ""

    def page(self, size: int) -> bytes:
        """A whole page of about ``size`` bytes."""
        rows: list[str] = []
        left = size - len(self.head) - len(self.tail)
        while left > 0:
            rows.append(self.row.replace("{n}", str(len(rows))))
            left -= len(rows[-1])
        return f"{_START}{self.head}{''.join(rows)}{self.tail}</body></html>".encode()


MARKUPS = (
    Markup(
        "mintlify",
        '<div class="method-pill">POST</div><div class="flex"><div>/</div><div>v1</div><div>/</div><div>orders</div></div>'
        '<div class="api-section"><h4 class="api-section-heading-title">Body</h4>',
        '<div class="primitive-param-field"><div class="py-6"><div class="param-head flex" id="body-unit{n}"><div>'
        '<a aria-label="Navigate to header" href="#x"></a><div data-component-part="field-name">unit{n}</div>'
        '<div data-component-part="field-meta"><div data-component-part="field-info-pill"><span>integer</span></div>'
        '<div data-component-part="field-required-pill">required</div></div></div></div>'
        f'<div data-component-part="field-content"><p>{_WORDS}</p></div></div></div>',
        "</div>",
    ),
    Markup(
        "redoc",
        '<div class="redoc-wrap"><div data-section-id="operation/make"><h2>Make</h2><h5>Request Body schema: '
        "<span>application/json</span></h5><table><tbody>",
        '<tr class=""><td kind="field" title="unit{n}" class="sc-b"><span></span><span class="property-name">unit{n}</span>'
        '<div class="sc-a"> required </div></td><td><div><div><span></span><span>integer</span></div><div><div html="words">'
        f"<p>{_WORDS}</p></div></div></div></td></tr>",
        '</tbody></table><div><button><span type="post" class="http-verb post">post</span><span>/v1/orders</span></button>'
        "</div></div></div>",
    ),
    Markup(
        "docusaurus-openapi",
        '<pre class="openapi__method-endpoint"><span class="badge badge--primary">POST</span>'
        '<h2 class="openapi__method-endpoint-path">https://api.example.test/v1/orders</h2></pre>'
        "<details><summary><h3>Body</h3></summary><ul>",
        '<div class="openapi-schema__list-item"><div><span class="openapi-schema__container">'
        '<strong class="openapi-schema__property">unit{n}</strong><span class="openapi-schema__name">integer</span>'
        f'<span class="openapi-schema__required">required</span></span><p>{_WORDS}</p></div></div>',
        "</ul></details>",
    ),
    Markup(
        "vitepress-openapi",
        '<div class="OAPath"><div><button class="copy OAPathEndpoint__copy"></button><div class="badge">POST</div>'
        '<div><span><span class="select-all">/v1/orders</span></span></div></div><h2 id="request-body">Request Body</h2>'
        '<div content-type="application/json"><div role="tabpanel" id="tabs-1-content-schema"><div><div data-state="open">'
        '<button data-state="open"><div><div class="flex flex-wrap"><div class="text-muted-foreground"><span>object</span></div>'
        '</div></div></button><div class="overflow-hidden"><div class="space-y-2">',
        '<div><div data-state="open"><button data-state="open"><div class="flex flex-col"><div class="flex flex-wrap text-sm">'
        '<span class="font-bold">unit{n}</span><div class="flex text-muted-foreground"><span>integer</span></div>'
        f'<span class="text-red-800 text-xs">Required</span></div></div></button><p>{_WORDS}</p></div></div>',
        "</div></div></div></div></div></div></div>",
    ),
    Markup(
        "scalar",
        '<div class="scalar-app"><section><div class="operation-details"><div class="request-body"><ul>',
        '<li class="property property--level-1"><div class="property-heading"><div class="property-name"><div>unit{n}</div></div>'
        '<span class="property-detail property-detail-truncate"><span class="property-detail-value"><span '
        'class="screenreader-only">Type:</span>integer</span></span><div class="property-required">required</div></div>'
        f"<p>{_WORDS}</p></li>",
        '</ul></div></div><span class="request-method">post</span><span class="operation-path">/v1/orders</span></section></div>',
    ),
    Markup(
        "swagger-ui",
        '<div class="opblock"><span class="opblock-summary-method">POST</span><span class="opblock-summary-path" '
        'data-path="/v1/orders">/v1/orders</span><div class="opblock-body"><div class="opblock-section-request-body">'
        f'<article class="{_SWAGGER}"><div class="{_SWAGGER}-head"><strong class="{_SWAGGER}__attribute--primary">object</strong>'
        f'</div><div class="{_SWAGGER}-body"><div class="{_SWAGGER}-keyword {_SWAGGER}-keyword--properties"><ul>',
        f'<li class="{_SWAGGER}-property {_SWAGGER}-property--required"><article class="{_SWAGGER}"><div class="{_SWAGGER}-head">'
        f'<strong class="{_SWAGGER}__title">unit{{n}}</strong><strong class="{_SWAGGER}__attribute '
        f'{_SWAGGER}__attribute--primary">integer</strong></div><div class="{_SWAGGER}-body">{_WORDS}</div></article></li>',
        "</ul></div></div></article></div></div></div>",
    ),
    Markup(
        "swagger-ui (2.0, 3.0)",
        '<div class="opblock"><span class="opblock-summary-method">POST</span><span class="opblock-summary-path" '
        'data-path="/v1/orders">/v1/orders</span><div class="opblock-body"><div class="opblock-section-request-body">'
        '<div class="model-box"><span class="brace-open object">{</span><table class="model"><tbody>',
        '<tr class="property-row required"><td>unit{n}<span class="star">*</span></td><td><span class="model"><span class="prop">'
        f'<span class="prop-type">integer</span><div class="renderedMarkdown"><p>{_WORDS}</p></div></span></span></td></tr>',
        "</tbody></table></div></div></div></div>",
    ),
    Markup(
        "sphinx-http",
        '<dl class="http post"><dt class="sig" id="post--v1-orders"><span class="descname">POST</span> '
        '<span class="descname">/v1/orders</span></dt><dd><dl class="field-list"><dt>Request JSON Object</dt><dd><ul>',
        f"<li><p><strong>unit{{n}}</strong> (<em>integer</em>) – {_WORDS}</p></li>",
        "</ul></dd></dl></dd></dl>",
    ),
    Markup(
        "hand-written table",
        "<h1>Orders</h1><p><code>POST /v1/orders</code></p><h2>Request body</h2><table><thead><tr><th>Name</th><th>Type</th>"
        "<th>Required</th><th>Description</th></tr></thead><tbody>",
        f"<tr><td><code>unit{{n}}</code></td><td>integer</td><td>yes</td><td>{_WORDS}</td></tr>",
        "</tbody></table>",
    ),
)
