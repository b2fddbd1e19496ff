"""driftgate: a contract-drift checker against a vendor's documentation."""

__version__ = "0.1.0"
