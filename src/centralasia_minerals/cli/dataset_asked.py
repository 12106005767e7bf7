"""The argument that says which bundled dataset a command is asked of."""

from __future__ import annotations

import argparse

from centralasia_minerals.dataset.bundled.load import SCOPES


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Add the argument ``--dataset``."""
    scopes = "; ".join(f"{name}: {scope}" for name, scope in SCOPES.items())
    parser.add_argument(
        "--dataset", choices=SCOPES, default="articles", help=f"the bundled dataset ({scopes})"
    )
