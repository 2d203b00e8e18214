from __future__ import annotations

import sys

import pytest

from tests.proof.fast_set import catch, prove

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is of Linux")


def test_that_a_reader_is_told_every_control_of_the_first_pages_in_order() -> None:
    prove("readers")


def test_that_the_proof_of_readers_finds_what_is_nameless_misnamed_backwards_or_a_trap() -> None:
    catch("readers")
