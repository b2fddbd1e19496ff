"""The readers, one module per platform, and the order in which they are asked: a plain, visible tuple.

Machine-readable evidence first, then a platform's own markup, then the generic readers that take what is left.
"""

from __future__ import annotations

from driftgate.extract.platform import Platform
from driftgate.extract.platforms import docusaurus, markdown_twin, mintlify, neoteroi, openapi, scalar, swagger_ui

PLATFORMS: tuple[Platform, ...] = (openapi, markdown_twin, mintlify, docusaurus, scalar, swagger_ui, neoteroi)
