"""Where papers go out: a place, and on it the wish for a paper; one page for all of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.ui.shell.spot import Spot

if TYPE_CHECKING:
    from dsl_desk.ui.shell.places import Place

_OUT: Final = "out "


def out_at(place: Place, wish: Wish) -> Spot:
    """Return where a paper that was wished for goes out; the rail stays where it was."""
    told = [wish.sort.value, wish.of, wish.since, wish.until, wish.narrowed]
    return Spot(place, _OUT + json.dumps(told))


def wished_in(what: str) -> Wish | None:
    """Return the paper that goes out there; None where none does."""
    if not what.startswith(_OUT):
        return None
    sort, of, since, until, narrowed = json.loads(what.removeprefix(_OUT))
    return Wish(PaperSort(sort), RecordId(of), since, until, narrowed=tuple(narrowed))
