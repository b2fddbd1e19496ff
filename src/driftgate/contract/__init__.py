"""What the docs promise about one operation, as values. Knows nothing of pages, files or the network."""

from driftgate.contract.facts import FACT_BY_NAME, FACTS, Fact, Facts, FactValue, Scalar, ordered
from driftgate.contract.model import (
    REQUEST_PLACES,
    ROOT,
    Certainty,
    ClientContract,
    Contract,
    Direction,
    Field,
    Operation,
    Recorded,
    Request,
    Response,
    SecurityRequirement,
    SecurityScheme,
    Source,
)

__all__ = [
    "FACTS",
    "FACT_BY_NAME",
    "REQUEST_PLACES",
    "ROOT",
    "Certainty",
    "ClientContract",
    "Contract",
    "Direction",
    "Fact",
    "FactValue",
    "Facts",
    "Field",
    "Operation",
    "Recorded",
    "Request",
    "Response",
    "Scalar",
    "SecurityRequirement",
    "SecurityScheme",
    "Source",
    "ordered",
]
