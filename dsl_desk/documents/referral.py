"""A referral on paper: to children's services or the police; to Prevent by its own questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.concern import sections_of
from dsl_desk.documents.lado_people import child_rows
from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.prevent import PREVENT, SOURCE
from dsl_desk.domain.referral import ReferralTo
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Story
    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.pack_facts import ChildInPack
    from dsl_desk.domain.paper_facts import ReferralFacts
    from dsl_desk.domain.referral import Referral

_MARK: Final = "Confidential: child protection"
_NOT_RECORDED: Final = "Not recorded"
_TITLES: Final = {
    ReferralTo.SOCIAL_CARE: "Referral to children's services",
    ReferralTo.POLICE: "Referral to the police",
    ReferralTo.PREVENT: "Prevent referral",
    ReferralTo.OTHER: "Referral",
}


def referral_leaf(facts: ReferralFacts) -> Leaf:
    """Return a referral as a paper: the children, their families, what is known."""
    return Leaf(
        title=_title(facts),
        mark=_MARK,
        stands=stands_at(facts.referral.entry),
        story=lambda paper: _story(facts, paper),
    )


def prevent_leaf(facts: ReferralFacts) -> Leaf:
    """Return a referral as a paper that answers what the national form asks, in its order."""

    def asking(draft: LeavingDraft | None) -> Story:
        return lambda paper: _prevent(facts, draft, paper)

    return Leaf(
        title=_title(facts),
        mark=_MARK,
        stands=stands_at(facts.referral.entry),
        story=asking(None),
        asking=asking,
    )


def _title(facts: ReferralFacts) -> str:
    entry = facts.entry
    about = f" about concern {entry.concern.ref}" if entry else ""
    return f"{_TITLES[facts.referral.draft.to]}{about}"


def _story(facts: ReferralFacts, paper: Writer) -> list[Flowable]:
    draft = facts.referral.draft
    sections: list[tuple[str, list[Flowable]]] = [
        ("What we refer, and what we ask for", paper.quoted(draft.words)),
        ("The parents", [paper.table(_consent(facts))]),
        *_children(facts, paper),
        ("What became of it", [paper.table(_course(facts))]),
    ]
    if facts.entry is not None:
        sections += sections_of(facts.entry, paper)
    return [*_head(facts, paper), *_numbered(sections, paper)]


def _prevent(facts: ReferralFacts, draft: LeavingDraft | None, paper: Writer) -> list[Flowable]:
    given = draft.answers if draft else {}
    rows = []
    for one in PREVENT:
        recorded = one.said(facts.entry.concern) if facts.entry else ""
        rows.append((one.words, given.get(one.name, recorded).strip() or _NOT_RECORDED))
    sections: list[tuple[str, list[Flowable]]] = [
        *_children(facts, paper),
        ("What we refer, and what we ask for", paper.quoted(facts.referral.draft.words)),
        ("What the form asks, in its order", [*paper.said(SOURCE), paper.table(rows)]),
        ("The parents", [paper.table(_consent(facts))]),
        ("What became of it", [paper.table(_course(facts))]),
    ]
    return [*_head(facts, paper), *_numbered(sections, paper)]


def _numbered(sections: list[tuple[str, list[Flowable]]], paper: Writer) -> list[Flowable]:
    story: list[Flowable] = []
    for number, (heading, pieces) in enumerate(sections, start=1):
        story += [paper.section(number, heading), *pieces]
    return story


def _head(facts: ReferralFacts, paper: Writer) -> list[Flowable]:
    draft = facts.referral.draft
    names = ", ".join(child.name for child in facts.children) or "Nobody is named"
    told = (
        ("From", f"{facts.by.name}, {label(facts.by.role)}"),
        ("School", facts.school),
        ("Made", told_in_full(draft.at)),
        ("Spoke to", draft.spoke_to),
        ("Their reference", draft.reference or "None yet"),
        ("Reply due", told_in_full(draft.reply_due) or draft.reply_due or "No day was said"),
    )
    return [*paper.title(_TITLES[draft.to], f"About {names}"), paper.facts(told)]


def _children(facts: ReferralFacts, paper: Writer) -> list[tuple[str, list[Flowable]]]:
    return [
        (f"Child {number}" if len(facts.children) > 1 else "The child", _child(child, paper))
        for number, child in enumerate(facts.children, start=1)
    ]


def _child(child: ChildInPack, paper: Writer) -> list[Flowable]:
    found: list[Flowable] = [paper.table(child_rows(child))]
    file = child.file
    if file is not None and (file.contacts or file.household or file.siblings):
        family = [
            (one.who.name, one.relation, one.phone, "Yes" if one.responsible else "")
            for one in file.contacts
        ]
        ties = (*file.household, *file.siblings)
        family += [(one.who.name, one.relation, "", "") for one in ties]
        heads = ("Family and household", "Relation", "Telephone", "Parental responsibility")
        found.append(paper.grid(heads, family, (4, 3, 3, 3)))
    return found


def _consent(facts: ReferralFacts) -> list[tuple[str, str]]:
    draft = facts.referral.draft
    return [("Agreed to it", label(draft.consent)), ("Why", draft.consent_why or _NOT_RECORDED)]


def _course(facts: ReferralFacts) -> list[tuple[str, str]]:
    draft = facts.referral.draft
    rows = [
        ("Asked again", told_in_full(draft.chased_at) or "No"),
        ("Answered", told_in_full(draft.replied_at) or "Not yet"),
        ("What they answered", draft.reply or _NOT_RECORDED),
    ]
    if draft.escalated:
        rows.append(("We disagreed", draft.escalated))
    rows += [(f"Version {one.version}", _version(one)) for one in reversed(facts.versions)]
    return rows


def _version(one: Referral) -> str:
    why = f"Reason: {one.reason}" if one.reason else "First record."
    return f"{in_full(one.written_at)}, {one.author}. {why}"
