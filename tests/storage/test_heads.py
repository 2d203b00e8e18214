"""Proving the heads of a part whose file was never finished."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.database import create_compartment
from dsl_desk.storage.heads import Judge
from tests.storage.training import CHILDREN

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(range(32))


def test_that_a_file_whose_tables_were_never_saved_is_damage_and_no_bug(tmp_path: Path) -> None:
    with (
        closing(create_compartment(tmp_path / "children.part", KEY, CHILDREN)) as database,
        pytest.raises(DamageError) as damaged,
    ):
        Judge({}).heads_if_they_will_do(database)  # type: ignore[arg-type]  # nobody is asked
    assert damaged.value.where.damage is Damage.FILE
