"""Who receives an allegation, in words: said before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.allegation_route import Keep
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.allegation_route import Way

_LADO = "Ring the local authority designated officer. Write nothing here."


def receives(way: Way) -> str:
    """Return where it goes, by role first and then by name."""
    if way.keep is Keep.LADO_ALONE or way.manager is None:
        return "Nobody in this vault may receive this. It goes to the LADO alone."
    manager = f"Case manager: the {label(way.manager)}"
    if way.keep is Keep.STAFF:
        return f"{manager}. It is kept in the Staff part. Here {_can_open(way.people)}"
    about = f"{label(way.row)}. " if way.row else ""
    return f"{about}{manager}. It is kept in a sealed case. Here {_can_open(way.people)}"


def stop(way: Way) -> str:
    """Return why nothing is written here, and what to do; nothing where it may be."""
    if way.about_me:
        who = f" Tell {_together(way.people)} in person." if way.people else f" {_LADO}"
        return f"This is about you, so it is not yours to keep.{who} You can ring the LADO too."
    if way.keep is Keep.LADO_ALONE:
        return _LADO
    if way.mine:
        return ""
    who = _together(way.people) if way.people else "the case manager"
    return (
        f"This is not yours to keep. Tell {who} in person now. The clock began when you were told."
        " If you cannot reach anybody, ring the LADO."
    )


def hands_in(way: Way) -> bool:
    """Tell whether it can be written here and handed in, sealed, by somebody who cannot keep it."""
    return not way.mine and not way.about_me and way.keep is not Keep.LADO_ALONE


def handing_in(way: Way) -> str:
    """Return what is said before it is handed in."""
    who = _together(way.people) if way.people else "the case manager"
    return (
        f"{stop(way)} You can also write it down here and hand it in: it is sealed to the case"
        f" manager ({who}), and you keep a slip with a code, and no more of it."
    )


def _can_open(people: Sequence[str]) -> str:
    if not people:
        return "nobody is named for it yet: see the Vault page."
    return f"{_together(people)} can open it."


def _together(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
