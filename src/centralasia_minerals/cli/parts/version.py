"""``--version``: which library and which bundled data there are."""

from __future__ import annotations

import argparse


class ShowVersion(argparse.Action):
    """Prints the versions of the library and of the bundled data, and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print them; the data are loaded only now."""
        import centralasia_minerals as cam

        print(f"centralasia_minerals {cam.__version__}")
        for one in cam.datasets():
            print(f"data {one.version}, {one.name}: {one.scope}")
        parser.exit()
