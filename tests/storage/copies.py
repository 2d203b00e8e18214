"""Copies of a part that go on by themselves, each in a strand of its own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.strand import Began, Birth

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.storage.part import Part
    from tests.storage.training import TrainingPart


def copied(training: TrainingPart, path: Path) -> TrainingPart:
    """Return a copy of a closed part; nothing in it says yet that it is one."""
    shutil.copyfile(training.path, path)
    return replace(training, path=path)


def goes_on(training: TrainingPart, part: Part, why: Began = Began.COPY) -> None:
    part.begin_strand(training.pen, Birth(why, part.ledger.heads()))
