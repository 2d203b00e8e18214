"""The file of the vault's own page, read whole; light, for the lock screen's sake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.vault_errors import NotAVaultError, VaultMissingError

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "vault.json"
FORMAT: Final = 1  # of the page; a newer program writes a higher one
_LONGEST: Final = 4 * 1024 * 1024


def read_page(folder: Path) -> bytes:
    """Return the bytes of the page, whatever they are."""
    try:
        with (folder / FILE).open("rb") as file:
            untrusted = file.read(_LONGEST + 1)
    except FileNotFoundError:
        raise VaultMissingError from None
    except OSError as failure:
        raise what_the_disk_did(failure) from failure
    if len(untrusted) > _LONGEST:
        raise NotAVaultError(FILE)
    return untrusted
