"""Where a record stands, on paper: its versions with their reasons, its entry, its fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.dates import in_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.conversation import Conversation
    from dsl_desk.domain.viewing import Viewing

STANDS: Final = "Versions, and where this record stands"


def where_it_stands(
    versions: Sequence[Concern | Conversation | Viewing], paper: Writer, policy: str = ""
) -> list[Flowable]:
    """Return every version, newest first, the policy it was made under, its entry."""
    rows = [
        (
            f"Version {each.version}",
            f"{in_full(each.written_at)}, {each.author}. "
            + (f"Reason: {each.reason}" if each.reason else "First record."),
        )
        for each in reversed(versions)
    ]
    if policy:
        rows.append(("Policy in force", policy))
    stamp = versions[-1].entry
    return [
        paper.table([*rows, ("Ledger entry", f"{stamp.number:,}")]),
        paper.fingerprint("Fingerprint", stamp.fingerprint),
    ]
