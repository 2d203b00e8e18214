"""What a low-level concern says that has grown: where its allegation begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.allegation import AllegationDraft

if TYPE_CHECKING:
    from dsl_desk.domain.low_level import LowLevel


def from_concern(concern: LowLevel) -> AllegationDraft:
    """Return what is known already, so that nobody types it again."""
    draft = concern.draft
    return AllegationDraft(
        adult=draft.adult,
        told_by=draft.adult.name if draft.self_report else draft.shared_by,
        words=draft.words,
        grew_from=concern.written.id,
    )
