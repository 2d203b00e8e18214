"""The referral pack for the LADO: read in ten seconds on its cover, relied on in ten years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import CondPageBreak, PageBreak

from dsl_desk.documents.lado_answers import answered_form
from dsl_desk.documents.lado_people import adult_rows, child_rows
from dsl_desk.documents.lado_steps import events, step_rows
from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.documents.viewing import piece_of
from dsl_desk.domain.allegation_course import s141f_applies, threshold_of, view
from dsl_desk.domain.allegation_questions import SPOKEN
from dsl_desk.domain.allegation_step import in_order
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.pack_facts import NOT_DONE
from dsl_desk.domain.threshold import Criterion
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Story
    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.pack_facts import PackFacts
    from dsl_desk.domain.policy.mark import PolicyMark

_TITLE: Final = "Referral to the Local Authority Designated Officer"
_NONE: Final = "None recorded"
_SIGNED, _LISTED = 120.0, 20.0  # points: a heading and the lines to sign on; a line of the list
_CHRONOLOGY: Final = "Chronology"
_PEOPLE: Final = "The adult and the children"
_DONE: Final = "Actions, advice and evidence"
_BEFORE: Final = "Earlier allegations and low-level concerns"
_FORM: Final = "What the form of the authority asks, in its order"
_LAW: Final = (
    "The law (Education Act 2002, section 141F) lets nobody publish what could identify a teacher "
    "who is accused by or on behalf of a pupil of the same school, until they are charged."
)


def pack_leaf(facts: PackFacts) -> Leaf:
    """Return an allegation as a pack: its cover says only what somebody stands for."""

    def asking(draft: LeavingDraft | None) -> Story:
        return lambda paper: _story(facts, draft, paper)

    return Leaf(
        title=_title(facts),
        mark="Confidential: allegation",
        stands=stands_at(facts.stamp) if facts.stamp else "Kept in a sealed case.",
        story=asking(None),
        asking=asking,
    )


def _title(facts: PackFacts) -> str:
    ref = facts.view.line.allegation.ref
    return f"Referral pack {ref}" if ref else "Referral pack"


def _story(facts: PackFacts, draft: LeavingDraft | None, paper: Writer) -> list[Flowable]:
    return [
        *_cover(facts, draft, paper),
        *_chronology(facts, paper),
        *_people(facts, paper),
        *_done(facts, paper),
        *_before(facts, draft, paper),
        *_form(facts, paper),
    ]


def _cover(facts: PackFacts, draft: LeavingDraft | None, paper: Writer) -> list[Flowable]:
    line = facts.view.line
    said, adult = line.allegation.draft, line.allegation.draft.adult
    role = adult.role or label(adult.standing)
    ref = f"Allegation {line.allegation.ref}, about" if line.allegation.ref else "About"
    story = [
        *paper.title(_TITLE, f"{ref} {adult.name}, {role}"),
        paper.facts(_facts(facts, draft)),
        paper.box("What was not done about the adult", _not_done(facts, draft)),
        paper.section(1, "The allegation, word for word"),
        *paper.quoted(said.words),
        paper.section(2, f"Harm threshold, as answered by the school. {label(view(line.steps))}"),
        paper.grid(("The adult may have", "Answer", "Why"), _threshold(facts), (5, 1.4, 4)),
        # Whoever signs sees on that page what the pack holds: the lines never stand there alone.
        CondPageBreak(_SIGNED + _LISTED * len(_contents(facts))),
        paper.section(3, "In this pack"),
        paper.contents(_contents(facts)),
    ]
    if s141f_applies(said, line.steps):
        story.append(paper.plain(_LAW))
    return [*story, paper.signatures("Designated Safeguarding Lead", "Case manager", "Date")]


def _facts(facts: PackFacts, draft: LeavingDraft | None) -> tuple[tuple[str, str], ...]:
    line = facts.view.line
    to = draft.recipient.words() if draft else ""
    reached = in_full(line.clock.stopped) if line.clock.stopped else "Not yet reached"
    return (
        ("To", to or "The LADO"),
        ("From", f"{facts.by.name}, {label(facts.by.role)}"),
        ("Case manager", " or ".join(facts.view.managers) or "Nobody is named"),
        ("We were told", told_in_full(line.allegation.draft.told_at)),
        ("LADO contacted", reached),
        ("One working day", label(line.clock.stands(line.clock.stopped or line.clock.told))),
        ("Told by", line.allegation.draft.told_by),
        ("Told to", line.allegation.draft.told_to),
        ("Purpose", draft.purpose if draft else ""),
    )


def _not_done(facts: PackFacts, draft: LeavingDraft | None) -> list[str]:
    """Return a line for each: what was recorded, what somebody stands for, or none recorded."""
    confirmed = draft.confirmed if draft else ()
    lines = []
    for one in NOT_DONE:
        steps = [step for step in in_order(facts.view.line.steps) if step.sort is one.sort]
        if steps:
            lines.append(f"{one.asked}: {told_in_full(steps[-1].draft.at)}. See the actions.")
        elif one.code in confirmed:
            lines.append(f"{one.words} Confirmed by {facts.by.name} when this pack was made.")
        else:
            lines.append(f"{one.asked}: {_NONE.lower()}.")
    return lines


def _threshold(facts: PackFacts) -> list[tuple[str, str, str]]:
    given = threshold_of(facts.view.line.steps).answers
    return [
        (
            label(one),
            label(given[one].answer) if one in given else "Not answered",
            given[one].why if one in given else "",
        )
        for one in Criterion
    ]


def _contents(facts: PackFacts) -> list[tuple[str, str]]:
    count = len(facts.view.line.steps) + 1
    before = len(facts.before.allegations) + len(facts.before.concerns)
    told = [
        (f"Chronology, {count} entries", _CHRONOLOGY),
        ("The adult and the children", _PEOPLE),
        (f"Actions, advice and evidence, {len(facts.evidence)} items", _DONE),
        (f"Earlier allegations and low-level concerns, {before}", _BEFORE),
    ]
    if facts.form is not None:
        told.append(("What the form of the authority asks, in its order", _FORM))
    return [*told, ("How to check this copy", "How to check this copy")]


def _chronology(facts: PackFacts, paper: Writer) -> list[Flowable]:
    under = "Oldest first. Corrections are shown, never hidden."
    return [
        PageBreak(),
        *paper.chapter(_CHRONOLOGY, under),
        *paper.chronicle(events(facts)),
        *_clauses(facts, paper),
    ]


def _clauses(facts: PackFacts, paper: Writer) -> list[Flowable]:
    """Return what every clause says that speaks of allegations: guidance, then the school's."""
    if not facts.clauses:
        return []
    rows = [(one.mark, f"{one.words}\n{one.source}") for one in facts.clauses]
    return [paper.section(1, "What the clause marks mean", level=1), paper.clauses(rows)]


def _people(facts: PackFacts, paper: Writer) -> list[Flowable]:
    story = [
        PageBreak(),
        *paper.chapter(_PEOPLE, "As the school knows them"),
        paper.section(1, "The adult", level=1),
        paper.table(adult_rows(facts)),
    ]
    for number, child in enumerate(facts.children, start=2):
        story += [paper.section(number, f"Child {number - 1}", level=1)]
        story.append(paper.table(child_rows(child)))
    return story


def _done(facts: PackFacts, paper: Writer) -> list[Flowable]:
    steps = in_order(facts.view.line.steps)
    spoken = [row for step in steps if step.sort in SPOKEN for row in step_rows(step)]
    others = [row for step in steps if step.sort not in SPOKEN for row in step_rows(step)]
    online = facts.view.line.allegation.draft.online
    played = "Yes" if online.contributed else "Not as far as was recorded"
    social = [
        ("Social media played a part", played),
        ("Platforms", online.platforms or _NONE),
        ("Accounts", online.handles or _NONE),
        ("Evidence kept", online.evidence or _NONE),
        ("Policy in force", facts.view.line.allegation.draft.policy.words() or "None chosen"),
    ]
    links = [(f"Declaration {at}", words) for at, words in enumerate(facts.links, start=1)]
    evidence: list[Flowable] = []
    for one in facts.evidence:
        evidence += [paper.strong(one.evidence.ref), *piece_of(one, paper)]
    return [
        PageBreak(),
        *paper.chapter(_DONE, "What was done so far, and with whom"),
        paper.section(1, "Contact and advice, word for word", level=1),
        paper.table(spoken or [(_NONE, "")]),
        paper.section(2, "Actions", level=1),
        paper.table(others or [(_NONE, "")]),
        paper.section(3, "Social media as a contributory factor", level=1),
        paper.table(social),
        paper.section(4, "Family links the adult has declared", level=1),
        paper.table(links or [(_NONE, "")]),
        paper.section(5, "Evidence, kept by the school as it was captured", level=1),
        *(evidence or [paper.table([(_NONE, "")])]),
    ]


def _before(facts: PackFacts, draft: LeavingDraft | None, paper: Writer) -> list[Flowable]:
    left_out = draft.left_out_why if draft else ""
    allegations = [
        (_headed(one.ref, one.draft.told_at, one.draft.policy), "" if left_out else one.draft.words)
        for one in facts.before.allegations
    ]
    concerns = [
        (_headed(one.ref, one.draft.at, one.draft.policy), "" if left_out else one.draft.words)
        for one in facts.before.concerns
    ]
    words = "What they say is left out. Why: " + left_out if left_out else "With what they say."
    return [
        PageBreak(),
        *paper.chapter(_BEFORE, words),
        paper.section(1, f"Earlier allegations: {len(allegations)}", level=1),
        paper.table(allegations or [(_NONE, "")]),
        paper.section(2, f"Low-level concerns: {len(concerns)}", level=1),
        paper.table(concerns or [(_NONE, "")]),
    ]


def _headed(ref: str, at: str, policy: PolicyMark) -> str:
    under = f"\nUnder {policy.words()}" if policy.words() else ""
    return f"{ref}, {told_in_full(at)}{under}"


def _form(facts: PackFacts, paper: Writer) -> list[Flowable]:
    form = facts.form
    if form is None:
        return []
    under = form.name if form.seen else f"{form.name}. Put together: the form itself was not seen."
    return [
        PageBreak(),
        *paper.chapter(_FORM, under),
        paper.table(answered_form(facts, form)),
    ]
