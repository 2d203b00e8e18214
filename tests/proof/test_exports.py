from __future__ import annotations

from tests.proof.fast_set import catch, prove


def test_that_hostile_words_break_no_paper_and_nobody_who_is_covered_gets_out() -> None:
    prove("exports")


def test_that_the_proof_of_exports_catches_what_gets_out() -> None:
    catch("exports")
