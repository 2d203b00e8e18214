"""The forms of authorities as they are installed: what each asks, in its order."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.lado_form import LadoForm

if TYPE_CHECKING:
    from pathlib import Path

_FIELDS: Final = "fields.toml"
_LAYOUTS: Final = "layouts"


def form_of(folder: Path, layout: str) -> LadoForm | None:
    """Return a form by its name; None where it is missing or cannot be read."""
    if not layout.replace("-", "").isalnum():
        return None
    try:
        words = tomllib.loads((folder / _FIELDS).read_text("utf-8"))["fields"]
        told = tomllib.loads((folder / _LAYOUTS / f"{layout}.toml").read_text("utf-8"))
        asked = [(str(name), str(words[name])) for name in told["fields"] if name in words]
        return LadoForm(str(told["name"]), bool(told["seen"]), tuple(asked))
    except (OSError, ValueError, KeyError, TypeError):
        return None
