"""What the form of an authority asks, answered out of the record, in the order of that form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.documents.lado_people import NOT_RECORDED, adult_rows, born, child_rows
from dsl_desk.documents.lado_steps import step_rows
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_course import outcome_of, threshold_of
from dsl_desk.domain.allegation_questions import SPOKEN
from dsl_desk.domain.allegation_step import in_order
from dsl_desk.domain.moments import in_words, told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.lado_form import LadoForm
    from dsl_desk.domain.pack_facts import PackFacts


def answered_form(facts: PackFacts, form: LadoForm) -> list[tuple[str, str]]:
    """Return each question with what the record says, or that nothing is recorded."""
    return [(words, _answer(facts, name)) for name, words in form.questions]


def _answer(facts: PackFacts, name: str) -> str:
    tell = _ANSWERS.get(name)
    return (tell(facts) if tell else "") or NOT_RECORDED


def _referrer(facts: PackFacts) -> str:
    return f"{facts.by.name}, {label(facts.by.role)}"


def _adult(name: str) -> Callable[[PackFacts], str]:
    return lambda facts: dict(adult_rows(facts)).get(name, "")


def _children(facts: PackFacts) -> str:
    return "\n".join(
        "; ".join(f"{name}: {words}" for name, words in child_rows(child))
        for child in facts.children
    )


def _criteria(facts: PackFacts) -> str:
    given = threshold_of(facts.view.line.steps).answers
    return "\n".join(
        f"{label(one)}: {label(said.answer)}. {said.why}" for one, said in given.items()
    )


def _steps(*sorts: Sort) -> Callable[[PackFacts], str]:
    def tell(facts: PackFacts) -> str:
        steps = [step for step in in_order(facts.view.line.steps) if step.sort in sorts]
        rows = [row for step in steps for row in step_rows(step)]
        return "\n".join(f"{when}\n{words}".replace("\n", ". ") for when, words in rows)

    return tell


def _online(facts: PackFacts) -> str:
    online = facts.view.line.allegation.draft.online
    if not online.contributed:
        return ""
    return "Yes. " + ", ".join(one for one in (online.platforms, online.handles) if one)


def _outcome(facts: PackFacts) -> str:
    found = outcome_of(facts.view.line.steps)
    return label(found) if found else ""


def _earlier_allegations(facts: PackFacts) -> str:
    before = facts.before.allegations
    return "; ".join(f"{one.ref}, {told_in_full(one.draft.told_at)}" for one in before)


def _earlier_concerns(facts: PackFacts) -> str:
    before = facts.before.concerns
    return "; ".join(f"{one.ref}, {told_in_full(one.draft.at)}" for one in before)


def _said(name: str) -> Callable[[PackFacts], str]:
    return lambda facts: str(getattr(facts.view.line.allegation.draft, name))


def _aware(facts: PackFacts) -> str:
    told = _steps(Sort.ADULT_TOLD)(facts)
    return told or "See what was not done, on the cover"


_ACTIONS = tuple(sort for sort in Sort if sort not in SPOKEN and sort is not Sort.THRESHOLD)
_ANSWERS: Mapping[str, Callable[[PackFacts], str]] = {
    "referrer": _referrer,
    "setting": lambda facts: facts.school,
    "case_manager": lambda facts: " or ".join(facts.view.managers),
    "adult_name": _adult("Name"),
    "adult_born": lambda facts: born(facts.adult),
    "adult_sex": _adult("Sex"),
    "adult_role": _adult("Role"),
    "adult_employment": _adult("What they are here"),
    "adult_employer": _adult("Employed by somebody else"),
    "adult_elsewhere": _adult("Other work with children"),
    "adult_aware": _aware,
    "children": _children,
    "children_needs": _children,
    "parents_informed": _steps(Sort.PARENTS_TOLD),
    "criterion": _criteria,
    "incidents": lambda facts: in_words(facts.view.line.allegation.draft.happened),
    "alleged_by": _said("told_by"),
    "told_to": _said("told_to"),
    "words": _said("words"),
    "witnesses": _said("witnesses"),
    "social_media": _online,
    "before_allegations": _earlier_allegations,
    "before_low_level": _earlier_concerns,
    "told_agencies": _steps(Sort.AGENCY_TOLD),
    "actions": _steps(*_ACTIONS),
    "evidence": lambda facts: "; ".join(one.evidence.ref for one in facts.evidence),
    "lado_advice": _steps(*SPOKEN),
    "meetings": _steps(Sort.MEETING),
    "outcome": _outcome,
    "dbs_tra": _steps(Sort.DBS, Sort.TRA),
    "lessons": _steps(Sort.LESSONS),
}
