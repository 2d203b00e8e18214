"""What tells a training vault from a real one: its id, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

from dsl_desk.domain.ids import fresh_id, made_at
from dsl_desk.domain.training import is_training, school_shown, training_id

NOW = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)


def test_that_a_training_id_is_an_id_of_its_own_version_with_its_time() -> None:
    made = training_id(NOW)
    assert len(made) == len(fresh_id(NOW))
    assert (made[12], made[16]) == ("8", "b")  # a UUID of version 8, in the usual variant
    assert made_at(made) == NOW
    assert made != training_id(NOW)


def test_that_no_id_of_a_real_vault_is_ever_taken_for_one() -> None:
    assert is_training(training_id(NOW))
    assert not any(is_training(fresh_id(NOW)) for _ in range(100))
    assert not is_training("")


def test_that_the_name_of_the_school_says_so() -> None:
    assert school_shown("Fernhollow", training_id(NOW)) == "Fernhollow (training vault)"
    assert school_shown("Fernhollow", fresh_id(NOW)) == "Fernhollow"
