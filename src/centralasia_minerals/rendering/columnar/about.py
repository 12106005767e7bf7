"""What a table is of: which version of the data, what was asked, and when it was written."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version


def about_of(*, data: str, question: Mapping[str, object] | None = None) -> dict[str, str]:
    """Return what a table is of, as the metadata of its files say it.

    Args:
        data: the version of the data; empty if deals were given by themselves.
        question: what was asked, with plain values, as the call and its keywords; None for a table
            of records.
    """
    return {
        "library": f"centralasia_minerals {version('centralasia-minerals')}",
        "data": data,
        "question": json.dumps(question, ensure_ascii=False) if question else "",
    }


def made_now() -> str:
    """Return the time in UTC, to the second, or that of SOURCE_DATE_EPOCH where it is set.

    That variable lets the same data make the same file (reproducible-builds.org).
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Twelve digits are beyond the last year of Python; such a text is no time.
    is_time = re.fullmatch("[0-9]{1,11}", fixed) is not None
    now = datetime.fromtimestamp(int(fixed), UTC) if is_time else datetime.now(UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
