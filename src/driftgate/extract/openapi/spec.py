"""One OpenAPI document during its reading: its data, its fields, its sources, and whether it is a 2.0 one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.fields import Fields
from driftgate.extract.openapi.raw import Raw
from driftgate.extract.openapi.references import LONGEST_CHAIN, is_local, target
from driftgate.extract.openapi.sources import Sources


@dataclass(frozen=True, slots=True)
class Spec:
    document: Raw
    fields: Fields
    sources: Sources
    gaps: list[Gap]

    @property
    def is_swagger(self) -> bool:
        return "swagger" in self.document and "openapi" not in self.document

    def follow(self, raw: object, pointer: str) -> tuple[Raw, str]:
        """A parameter, body, response, header or example behind its local references; empty where they lead nowhere."""
        for _ in range(LONGEST_CHAIN):
            if not isinstance(raw, Mapping):
                break
            reference = raw.get("$ref")
            if not isinstance(reference, str):
                return raw, pointer
            if not is_local(reference):
                self.gaps.append(Gap(GapKind.REMOTE_REFERENCE, self.sources.at(pointer, raw)))
                return {}, pointer
            raw, pointer = target(self.document, reference), reference.removeprefix("#")
        self.gaps.append(Gap(GapKind.REFERENCE, self.sources.at(pointer)))
        return {}, pointer

    def mapping(self, key: str, under: Raw | None = None) -> Raw:
        """A mapping of the document (or of a part of it), empty where it is absent or no mapping."""
        value = (self.document if under is None else under).get(key)
        return value if isinstance(value, Mapping) else {}
