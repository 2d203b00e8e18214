"""Where things lie in the folder of a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.keys.page_file import FILE

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import MemberId

_PARTS: Final = "parts"
_SLOTS: Final = "slots"
_UNFINISHED: Final = "founding"
_UNENTERED: Final = "unentered"
_KEPT_ASIDE: Final = "quarantine"
_EVIDENCE: Final = "evidence"
_OPEN: Final = "open.lock"
_DROP: Final = "drop"
_TURN: Final = "drop.lock"


def parts_folder(vault: Path) -> Path:
    """Return the folder of the compartments' files."""
    return vault / _PARTS


def slots_folder(vault: Path) -> Path:
    """Return the folder of the sealed slots' files: always the same files, always as large."""
    return vault / _SLOTS


def drop_folder(vault: Path) -> Path:
    """Return the folder of the sealed drop: one file for each member, all of them as large."""
    return vault / _DROP


def turn_at_the_drop(vault: Path) -> Path:
    """Return the file that is locked while somebody writes in the drop."""
    return vault / _TURN


def unfinished_mark(vault: Path) -> Path:
    """Return the mark that stands before the first part is begun, until the vault has its page."""
    return vault / _UNFINISHED


def unentered_mark(vault: Path) -> Path:
    """Return the mark that set-up leaves, until somebody enters the vault."""
    return vault / _UNENTERED


def kept_aside(vault: Path) -> Path:
    """Return the folder of files that were found and not believed."""
    return vault / _KEPT_ASIDE


def evidence_folder(vault: Path, compartment: Compartment) -> Path:
    """Return the folder of a compartment's evidence."""
    return vault / _EVIDENCE / compartment.value


def evidence_set_aside(vault: Path, compartment: Compartment) -> Path:
    """Return the folder of what was captured by mistake: no snapshot takes it, whoever makes it."""
    return vault / _KEPT_ASIDE / f"{_EVIDENCE}-{compartment.value}"


def drafts_file(vault: Path, member: MemberId) -> Path:
    """Return the spool of what a member was typing."""
    return vault / f"drafts-{member}.spool"


def open_lock(vault: Path) -> Path:
    """Return the file that is locked while somebody has the vault open."""
    return vault / _OPEN


def stands(folder: Path) -> bool:
    """Tell whether a vault stands in a folder; VaultMissingError when one did and lost its page."""
    if (folder / FILE).exists():
        return True
    if parts_folder(folder).exists() and not unfinished_mark(folder).exists():
        raise VaultMissingError
    return False
