"""The people in a field as a draft keeps them: names and ids, in one text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dsl_desk.ui.kit.token import Chosen

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_people(people: Sequence[Chosen]) -> str:
    """Return them as one text."""
    return json.dumps([[one.name, one.key] for one in people], ensure_ascii=False)


def read_people(kept: str) -> tuple[Chosen, ...]:
    """Return them again; a draft of before, of names with commas between, is read as well."""
    if not kept.startswith("["):
        return tuple(Chosen(name.strip()) for name in kept.split(",") if name.strip())
    return tuple(Chosen(name, key) for name, key in json.loads(kept))
