from __future__ import annotations

import pytest

from tests.proof.disk import why_not
from tests.proof.fast_set import catch, prove

needs_the_disk = pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be run")


@needs_the_disk
def test_that_no_failing_disk_loses_or_tears_what_was_written() -> None:
    prove("faults")


@needs_the_disk
def test_that_the_proof_of_faults_catches_a_save_that_is_told_too_early() -> None:
    catch("faults")


@needs_the_disk
def test_that_a_power_cut_loses_nothing_that_was_said_to_be_saved() -> None:
    prove("power")


@needs_the_disk
def test_that_the_proof_of_power_cuts_catches_a_part_that_is_never_synced() -> None:
    catch("power")


def test_that_a_flipped_bit_or_a_cut_file_is_refused_or_read_right() -> None:
    prove("flips")


def test_that_the_proof_of_flips_catches_a_reader_that_believes_what_it_reads() -> None:
    catch("flips")


def test_that_a_part_mixed_from_its_own_earlier_pages_is_named() -> None:
    prove("mixtures")


def test_that_the_proof_of_mixtures_catches_a_desk_that_does_not_check() -> None:
    catch("mixtures")
