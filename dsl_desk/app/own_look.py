"""How this computer wants the desk to look, kept in the account's settings: two words, no more.

A setting of the machine, not of the school: it holds no personal data and is in no vault. A file
that cannot be read or written is no reason to bother anybody: the look is then the usual one.
"""

from __future__ import annotations

import json
from pathlib import Path

from dsl_desk.system import folders
from dsl_desk.ui.theme.look import Look, Scheme, TextSize

_FILE = "look.json"


def read_look(folder: str | None = None) -> Look:
    """Return the look that was chosen last, or the usual one."""
    try:
        untrusted = json.loads((_place(folder) / _FILE).read_text(encoding="utf-8"))
        return Look(Scheme(untrusted["scheme"]), TextSize[untrusted["text"]])
    except (OSError, ValueError, KeyError, TypeError):
        return Look()


def keep_look(look: Look, folder: str | None = None) -> None:
    """Keep a look for the next gate and desk."""
    chosen = {"scheme": look.scheme.value, "text": look.text.name}
    place = _place(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        (place / _FILE).write_text(json.dumps(chosen), encoding="utf-8")
    except OSError:
        return


def _place(folder: str | None) -> Path:
    return Path(folder or folders.settings())
