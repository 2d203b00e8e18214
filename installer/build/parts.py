"""What the program is made of: every part with version, licence and where it was pinned.

Written as a CycloneDX list (`parts.json`) into every installer, and shown by About.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import metadata
from typing import TYPE_CHECKING, Any, Final

from dsl_desk.app.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from installer.build.locked import Locked
    from installer.build.targets import Target

# What a library's own description leaves out, or says in a whole text; read off its licence file.
_READ_BY_HAND: Final = {
    "sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0",
    "pypdfium2": "(BSD-3-Clause OR Apache-2.0) AND BSD-3-Clause AND Apache-2.0",
    "python-bidi": "LGPL-3.0-or-later",
    "reportlab": "BSD-3-Clause",
    "uharfbuzz": "Apache-2.0",
}
_SHIPPED: Final = (
    ("Inter, JetBrains Mono, Noto and Source Serif (fonts)", "OFL-1.1"),
    ("Lucide (icons)", "ISC AND MIT"),
    ("EFF long word list", "CC-BY-3.0"),
)
_CLASSIFIERS: Final = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def lay(inner: Path, libraries: Sequence[Locked], target: Target) -> None:
    """Write the list into the tree."""
    text = json.dumps(bill(libraries, target), indent=1, ensure_ascii=False, sort_keys=True)
    (inner / "parts.json").write_text(f"{text}\n", "utf-8")


def bill(libraries: Iterable[Locked], target: Target) -> dict[str, Any]:
    """Return the bill of materials."""
    python = _component("CPython", target.python, "PSF-2.0", ())
    libs = [_component(one.name, one.version, licence(one.name), one.hashes) for one in libraries]
    data = [_component(name, VERSION, told, ()) for name, told in _SHIPPED]
    itself = _component("DSL Desk", VERSION, "GPL-3.0-or-later", ())
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**itself, "type": "application"}},
        "components": [python, *libs, *data],
    }


def licence(name: str) -> str:
    """Return a library's licence, as it says itself; by hand only where it says none."""
    if name in _READ_BY_HAND:
        return _READ_BY_HAND[name]
    said = metadata(name)
    spoken = [said[name] for name in ("License-Expression", "License") if name in said]
    short = next((one for one in spoken if "\n" not in one), "")
    if short and not re.fullmatch(r"UNKNOWN|dual.*|BSD", short, re.IGNORECASE):
        return str(short)
    named = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or ()]
    known = sorted({_CLASSIFIERS[one] for one in named if one in _CLASSIFIERS})
    return " OR ".join(known) or str(short)


def _component(name: str, version: str, licence_of: str, hashes: Sequence[str]) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "library", "name": name, "version": version}
    told["licenses"] = [{"expression": licence_of}]
    if hashes:
        told["properties"] = [{"name": "pinned", "value": one} for one in hashes]
    return told
