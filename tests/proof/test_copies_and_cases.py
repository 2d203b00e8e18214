from __future__ import annotations

from tests.proof.fast_set import catch, prove


def test_that_a_copy_brings_everything_back_and_a_damaged_one_is_refused() -> None:
    prove("drills")


def test_that_the_proof_of_drills_catches_a_restore_that_does_not_look() -> None:
    catch("drills")


def test_that_nobody_not_entitled_can_tell_whether_there_is_a_sealed_case() -> None:
    prove("schools")


def test_that_the_proof_of_schools_catches_what_gives_a_case_away() -> None:
    catch("schools")


def test_that_the_head_cannot_tell_whether_there_is_an_allegation_about_her() -> None:
    prove("heads")


def test_that_the_proof_of_heads_catches_what_gives_an_allegation_away() -> None:
    catch("heads")
