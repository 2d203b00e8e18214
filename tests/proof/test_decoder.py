from __future__ import annotations

import sys

import pytest

from tests.damage.hostile import chance_for, corpus
from tests.proof.fast_set import catch, prove

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux does")


def test_that_no_hostile_file_harms_leaves_or_outlasts_its_decoder() -> None:
    prove("decoder")


def test_that_the_proof_of_the_decoder_catches_one_that_gets_out() -> None:
    catch("decoder")


def test_that_the_corpus_is_large_and_every_file_in_it_can_be_made_again() -> None:
    files = corpus()
    assert len(files) >= 500
    assert len({hostile.name for hostile in files}) == len(files)
    for hostile in files[:: len(files) // 20]:
        first, again = (hostile.make(chance_for(7, hostile.name)) for _ in (1, 2))
        assert first == again
