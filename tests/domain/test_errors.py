from __future__ import annotations

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem
from dsl_desk.domain.vault_errors import NotAVaultError, SpoolFullError, VaultInUseError


def test_that_errors_carry_facts() -> None:
    assert (SpoolFullError(3, 2).needed, SpoolFullError(3, 2).room) == (3, 2)
    assert NotAVaultError("vault.json").file == "vault.json"
    assert NotEntitledError(Compartment.STAFF).compartment is Compartment.STAFF
    assert DraftError((Problem("words", "missing"),)).problems == (Problem("words", "missing"),)


def test_that_an_error_that_names_somebody_does_not_show_it() -> None:
    error = VaultInUseError("maya.fernsby", "office-1", "2026-11-19T12:14:00+00:00")
    assert error.who not in repr(error)
