"""In which looks and at which sizes the tour goes: words only, for whoever asks for it."""

from __future__ import annotations

from typing import Final

LOOKS: Final = ("light", "dark")
SIZES: Final = ("1366x768", "1024x640")
