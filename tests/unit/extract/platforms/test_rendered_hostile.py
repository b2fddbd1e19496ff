"""Rendered references built to be slow or deep are read, or refused, in bounded time and without recursion."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from documents import html_document
from driftgate.extract.markup import UnparsableError
from driftgate.extract.platform import Platform
from driftgate.extract.platforms import neoteroi, openapi_generator_html, scalar, sphinx_http, swagger_ui

PROPERTY = '<li class="property"><div class="property-heading"><div class="property-name">a</div></div><ul>'
ARTICLE = '<article class="json-schema-2020-12"><div class="json-schema-2020-12-keyword--properties">'
VIEW = '<div class="json-schema-view"><div class="array"><div class="inner">'
ROW = '<table class="model"><tr class="property-row"><td>a</td><td>'


@pytest.mark.parametrize(
    ("reader", "markup"),
    [
        pytest.param(
            scalar,
            '<section><div class="operation-details"><div class="request-body">' + PROPERTY * 500 + "</div></div>"
            '<i class="request-method">get</i><i class="operation-path">/a</i></section>',
            id="scalar",
        ),
        pytest.param(
            swagger_ui,
            '<div class="opblock"><span class="opblock-summary-method">GET</span><b data-path="/a"></b><div class="opblock-body">'
            '<div class="opblock-section-request-body">' + ARTICLE * 500,
            id="swagger-ui-articles",
        ),
        pytest.param(
            swagger_ui,
            '<div class="opblock"><span class="opblock-summary-method">GET</span><b data-path="/a"></b><div class="opblock-body">'
            '<div class="opblock-section-request-body"><div class="model-box">' + ROW * 500,
            id="swagger-ui-models",
        ),
        pytest.param(
            openapi_generator_html,
            '<article id="api-a"><pre data-type="get">/a</pre><h3 id="examples-x-title-200"></h3>'
            '<div id="responses-x-schema-200">' + VIEW * 500,
            id="openapi-generator",
        ),
        pytest.param(
            sphinx_http,
            '<dl class="get"><dt id="get--a"><i class="descname">GET</i> <i class="descname">/a</i></dt><dd>'
            + "<dl class='field-list'><dt>Parameters</dt><dd>" * 500,
            id="sphinx-http",
        ),
        pytest.param(neoteroi, '<h3><span class="http-get">GET</span> /a</h3>' * 3_000, id="neoteroi"),
    ],
)
def test_hostile_pages_are_read_in_bounded_time(reader: Platform, markup: str) -> None:
    document = html_document(markup)
    started = time.process_time()
    with suppress(UnparsableError):  # nested deeper than the limit: refused before any reader looks
        reader.extract(document, None)
    assert time.process_time() - started < 5
