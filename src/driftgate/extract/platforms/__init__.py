"""The readers, one module per platform, and the order in which they are asked: a plain, visible tuple.

Machine-readable evidence first, then a platform's own markup, then what is told by its form; the reader of any table is last.
"""

from __future__ import annotations

from driftgate.extract.platform import Platform
from driftgate.extract.platforms import (
    api_blueprint,
    apidocjs,
    bootprint,
    diplodoc,
    docusaurus,
    docusaurus_source,
    embedded,
    gitbook,
    google_discovery,
    html2_data,
    labelled,
    markdown_twin,
    mintlify,
    mintlify_source,
    neoteroi,
    openapi,
    openapi_generator_asciidoc,
    openapi_generator_html,
    openapi_generator_markdown,
    openapi_generator_static,
    outlined,
    postman,
    redoc,
    scalar,
    scalar_markdown,
    smart_doc,
    sphinx_http,
    spring_restdocs,
    stainless,
    swagger_ui,
    tables,
    vitepress,
    widdershins,
)

PLATFORMS: tuple[Platform, ...] = (
    # Data for machines, alone or inside the page: OpenAPI documents, and what generators leave of their own.
    openapi,
    google_discovery,
    markdown_twin,
    docusaurus_source,
    apidocjs,
    embedded,
    html2_data,
    postman,
    # A platform's own markup, in HTML or in its sources.
    diplodoc,
    bootprint,
    docusaurus,
    swagger_ui,
    sphinx_http,
    neoteroi,
    mintlify,
    redoc,
    vitepress,
    scalar,
    openapi_generator_html,
    openapi_generator_static,
    smart_doc,
    spring_restdocs,
    mintlify_source,
    gitbook,
    stainless,
    scalar_markdown,
    api_blueprint,
    # Generators' tables, then forms: names with types, labelled elements, any tables, lists and lines under headings.
    widdershins,
    outlined,
    labelled,
    openapi_generator_markdown,
    openapi_generator_asciidoc,
    tables,
)
