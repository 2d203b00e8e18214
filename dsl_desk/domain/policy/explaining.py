"""What a policy asks, as plain JSON: for the command line, and for whoever checks a profile."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dsl_desk.domain.fields import FieldError
from dsl_desk.domain.policy.facts import SPELLINGS, Facts
from dsl_desk.domain.policy.matching import asks, touched
from dsl_desk.domain.policy.spelling import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.matching import Asked, Told
    from dsl_desk.domain.policy.profile import Profile


def facts_in(untrusted: bytes) -> Facts:
    """Read facts from JSON: a name with one value, several, or true. FieldError names what is not.

    `false` and `null` stand for nothing known, as in a form nobody has filled.
    """
    try:
        read = json.loads(untrusted)
    except (ValueError, RecursionError):
        raise FieldError from None
    if not isinstance(read, dict):
        raise FieldError
    spelled = [each for name, value in read.items() for each in _spelled(str(name), value)]
    for each in spelled:
        if each not in SPELLINGS:
            raise FieldError(each)
    return Facts.of(spelled)


def explained(profiles: Sequence[Profile], facts: Facts) -> dict[str, Json]:
    """Return what is asked under these facts, and the slips that touch what is asked."""
    asked = asks(profiles, facts)
    return {
        "profiles": [profile.name for profile in profiles],
        "facts": sorted(facts.known),
        "duties": [_row(row) for row in asked],
        "slips": [
            {
                "profile": one.profile.name,
                "clauses": list(one.clauses),
                "words": one.slip.words,
                "read_as": one.slip.read_as,
            }
            for one in touched(profiles, asked)
        ],
    }


def _row(row: Asked) -> dict[str, Json]:
    return {
        "matter": row.matter,
        "do": row.act.value,
        "words": row.words,
        "clauses": list(row.clauses),
        "from_law": row.from_law,
        "danger": row.danger,
        "clauses_disagree": row.disagree,
        "whom": [_told(one) for one in row.whom],
    }


def _told(one: Told) -> dict[str, Json]:
    return {
        "who": "" if one.recipient is None else one.recipient.value,
        "title": one.title,
        "by": in_words(one.by),
        "clauses": list(one.clauses),
    }


def _spelled(name: str, value: object) -> Iterator[str]:
    if value is True:
        yield name
    elif isinstance(value, str):
        yield f"{name}: {value}"
    elif isinstance(value, list):
        for one in value:
            yield f"{name}: {one}"
    elif value is not None and value is not False:
        raise FieldError(name)
