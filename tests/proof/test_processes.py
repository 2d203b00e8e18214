from __future__ import annotations

import pytest

from tests.proof import memory
from tests.proof.fast_set import catch, prove

can_search = pytest.mark.skipif(bool(memory.why_not()), reason=memory.why_not() or "can be run")


def test_that_a_desk_killed_at_any_moment_loses_nothing_it_said_to_be_saved() -> None:
    prove("kills")


def test_that_the_proof_of_kills_catches_a_desk_that_says_saved_too_early() -> None:
    catch("kills")


def test_that_a_writer_killed_in_the_midst_of_a_save_loses_nothing_it_said_to_be_saved() -> None:
    prove("writers")


def test_that_the_proof_of_writers_catches_one_that_confirms_too_early() -> None:
    catch("writers")


@can_search
def test_that_after_a_lock_no_process_is_left_that_holds_a_word_or_a_key() -> None:
    prove("locks")


@can_search
def test_that_the_proof_of_locks_finds_everything_in_a_desk_that_is_open() -> None:
    catch("locks")
