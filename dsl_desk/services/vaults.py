"""Vaults as a whole: what the lock screen may show, making one, unlocking one."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError, DraftError, Problem, WrongPassphraseError
from dsl_desk.domain.member import Role
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.person import Person
from dsl_desk.keys.stretching import USUAL, Cost, Recipe, stretch
from dsl_desk.keys.vouching import roll_in_force
from dsl_desk.services.desk import Desk, Sitting
from dsl_desk.services.founding import Founder, found, nothing_stands_in
from dsl_desk.services.opening import open_parts
