"""A low-level concern on paper: what was noticed, around what, and what was decided."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.domain.paper_facts import LowLevelFacts

_NONE: Final = "None recorded"
_SAYS: Final = (
    "A low-level concern is any concern about an adult, no matter how small, that does not meet "
    "the harm threshold. It is kept so that a pattern can be seen. It is no finding."
)


def low_level_leaf(facts: LowLevelFacts) -> Leaf:
    """Return a low-level concern as a paper. Its title names the record, never a person."""
    return Leaf(
        title=f"Low-level concern {facts.concern.ref}",
        mark="Confidential: staff",
        stands=stands_at(facts.stamp),
        story=lambda paper: _story(facts, paper),
    )


def _story(facts: LowLevelFacts, paper: Writer) -> list[Flowable]:
    concern = facts.concern
    draft = concern.draft
    return [
        *paper.title("Low-level concern", f"{concern.ref}, about {draft.adult.name}"),
        paper.facts(_facts(concern)),
        paper.section(1, "What was noticed, word for word"),
        *paper.quoted(draft.words),
        paper.section(2, "What was around it"),
        *paper.quoted(draft.context or _NONE),
        paper.section(3, "What was done, and why"),
        *paper.quoted(draft.done or _NONE),
        paper.section(4, "Versions, and where this record stands"),
        paper.table([_version(one) for one in reversed(facts.versions)]),
        paper.fingerprint("Fingerprint", facts.stamp.fingerprint),
        *paper.said(_SAYS),
    ]


def _facts(concern: LowLevel) -> tuple[tuple[str, str], ...]:
    draft = concern.draft
    shared = draft.shared_by or "Not named"
    if draft.self_report:
        shared = f"{draft.adult.name}, about themselves"
    elif draft.anonymous:
        shared = "Somebody who asked not to be named"
    return (
        ("About", draft.adult.name),
        ("What they are here", draft.adult.role or label(draft.adult.standing)),
        ("Employed by somebody else", draft.adult.employer or "No"),
        ("When", told_in_full(draft.at)),
        ("Shared by", shared),
        ("Recorded by", concern.written.author),
        ("Signed as low-level by", draft.signed_by or "Not signed yet"),
        ("Grew into", "An allegation" if draft.grew_into else "Nothing else"),
        ("In their file", "Yes" if draft.in_file else "No"),
        ("Policy in force", draft.policy.words() or "None chosen"),
    )


def _version(one: LowLevel) -> tuple[str, str]:
    written = one.written
    when = in_full(datetime.fromisoformat(written.written_at))
    why = f"Reason: {written.body.reason}" if written.body.reason else "First record."
    return f"Version {written.version}", f"{when}, {written.author}. {why}"
