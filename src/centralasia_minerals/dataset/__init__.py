"""All of it together: catalogs, the strict decoder, integrity, verification, the bundled data."""

from .catalog import Catalog
from .dataset import Dataset, as_dataset
from .figures import last_printed_digit
from .loading import load, read, write
from .traversal import citations_within, parts_within, sources_of, spans_within
from .verification import Failure, Verification, texts_in

__all__ = [
    "Catalog",
    "Dataset",
    "Failure",
    "Verification",
    "as_dataset",
    "citations_within",
    "last_printed_digit",
    "load",
    "parts_within",
    "read",
    "sources_of",
    "spans_within",
    "texts_in",
    "write",
]
