"""Goal and result steering in a municipality, on plain files."""

__version__ = "0.1.0"
