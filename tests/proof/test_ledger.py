from __future__ import annotations

from tests.proof.fast_set import catch, prove


def test_that_nobody_changes_the_ledger_unseen() -> None:
    prove("ledger")


def test_that_the_proof_of_the_ledger_catches_a_desk_that_believes_every_signature() -> None:
    catch("ledger")


def test_that_whoever_was_not_given_a_key_opens_nothing() -> None:
    prove("subsets")


def test_that_the_proof_of_subsets_catches_a_wrap_for_the_wrong_person() -> None:
    catch("subsets")
