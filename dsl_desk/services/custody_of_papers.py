"""What is written beside evidence when a paper goes: which paper, with which copies, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.custody import Printed
from dsl_desk.domain.stop_errors import QuarantinedError

if TYPE_CHECKING:
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.services.pressing import Gathered
    from dsl_desk.services.quarantines import Quarantines


def told_beside(gathered: Gathered, draft: LeavingDraft, sha256: str) -> tuple[Printed, ...]:
    """Return what is written beside each piece that goes out: with which copies, for whom."""
    copies = {piece: list(found) for piece, found in gathered.copies.items()}
    pieces = list(gathered.pieces)
    for shot in gathered.shots:
        if shot.of is not None and shot.record in draft.pictures:
            pieces.append(shot.of)
            copies.setdefault(shot.of, []).extend([shot.record] * (shot.record != shot.of))
    return tuple(
        Printed(
            *(piece, gathered.wish.of, gathered.leaf.title, sha256),
            copies=tuple(copies.get(piece, ())),
            for_whom=draft.recipient.words(),
        )
        for piece in dict.fromkeys(pieces)
    )


def refuse_changed(gathered: Gathered, draft: LeavingDraft, quarantines: Quarantines) -> None:
    """Raise where something was set aside, or decided otherwise, since it was gathered."""
    chosen = (shot.of for shot in gathered.shots if shot.record in draft.pictures)
    originals = (one.record for one in gathered.originals if one.record in draft.originals)
    for evidence in dict.fromkeys((*gathered.pieces, *originals, *chosen)):
        if evidence is not None and quarantines.holds(evidence):
            raise QuarantinedError
    if gathered.still is not None:
        gathered.still()
