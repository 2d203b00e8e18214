"""The words for a keychain that does not answer."""

from __future__ import annotations

from typing import Final

from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

_DO_NOW: Final = {
    KeychainTrouble.NONE: "Use your recovery kit or your key file.",
    KeychainTrouble.LOCKED: "Unlock it, or sign in to this computer again, then try again.",
    KeychainTrouble.SLOW: "Look whether it is asking you something, then try again.",
    KeychainTrouble.FAILED: "Try again. If it happens again, use your recovery kit.",
}


def keychain_advice(trouble: KeychainTrouble) -> Advice:
    """Return what happened and what to do now."""
    return Advice(f"{label(trouble)}.", _DO_NOW[trouble])
