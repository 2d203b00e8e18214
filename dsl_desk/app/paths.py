"""Where the resources are: beside the package in a checkout, inside the bundle when packaged."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """Return the folder of policies, themes, icons and fonts. Found once, handed down."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    beside = Path(__file__).parents[2] / "resources"
    return beside if beside.is_dir() else Path(sys.prefix) / "share" / "dsl-desk" / "resources"
