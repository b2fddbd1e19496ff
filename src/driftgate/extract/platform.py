"""What a platform module offers: a name, a quick look, and a reading. A plain module satisfies it."""

from __future__ import annotations

from typing import Protocol

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction


class Platform(Protocol):
    """One way of marking up a contract.

    NAME: stable id, written into snapshots (``mintlify``, ``redoc``, ``html-tables``).
    """

    @property
    def NAME(self) -> str: ...  # noqa: N802 - a module constant

    def recognises(self, document: Document) -> bool:
        """Whether the document bears this platform's marks. Cheap: looks for a marker, reads nothing."""
        ...

    def extract(self, document: Document, wanted: Operation | None) -> Extraction:
        """Everything this reader understands. ``wanted`` narrows the work where the page holds many operations;
        it never invents one: an operation that is not on the page is not in the result."""
        ...
