"""The parts of the vault. Each is a file of its own, with a key of its own."""

from __future__ import annotations

from enum import Enum


class Compartment(Enum):
    """A part of the vault; who may read it is a matter of keys."""

    SCHOOL = "school"
    CHILDREN = "children"
    STAFF = "staff"
    DECLARATIONS = "declarations"
