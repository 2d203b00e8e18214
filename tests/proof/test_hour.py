from __future__ import annotations

import pytest

from tests.proof.disk import why_not
from tests.proof.fast_set import catch, prove

needs_the_disk = pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be run")


@needs_the_disk
def test_that_an_hour_of_use_leaves_nothing_outside_the_vault() -> None:
    prove("hour")


@needs_the_disk
def test_that_the_proof_of_the_hour_finds_a_word_that_was_packed_into_a_file() -> None:
    catch("hour")
