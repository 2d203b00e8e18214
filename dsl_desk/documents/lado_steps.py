"""What was done about an allegation, as lines of a chronology and as rows of a table."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from dsl_desk.documents.marks import Happened
from dsl_desk.domain.allegation_step import in_order
from dsl_desk.domain.allegation_texts import answers_of
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_apart, told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.pack_facts import PackFacts
    from dsl_desk.domain.written import Written

_FIRST = 1
_DAY = len("2026-11-19")


def events(facts: PackFacts) -> list[Happened]:
    """Return the chronology: what was told, each step with its versions, days that do not count."""
    allegation = facts.view.line.allegation
    said = allegation.draft
    told = f"Told by {said.told_by} to {said.told_to}"
    found = [(said.told_at, told, said.words, allegation.written.author)]
    found += [
        (step.draft.at, label(step.sort), _told(step, facts), step.written.author)
        for step in in_order(facts.view.line.steps)
    ]
    found += [
        (gap.begins.isoformat()[:_DAY], "Not counted in the working day", "", "")
        for gap in facts.view.line.clock.gaps
    ]
    found.sort(key=lambda row: row[0])
    return [Happened(*told_apart(at), title, words, by) for at, title, words, by in found]


def step_rows(step: AllegationStep) -> list[tuple[str, str]]:
    """Return a step as rows: when and what it was, then what was said and answered."""
    draft = step.draft
    whom = f"With {draft.with_whom}" if draft.with_whom else ""
    told = (whom, draft.words, f"Why: {draft.why}" if draft.why else "", *_answers(step))
    reference = f"Reference {draft.reference}" if draft.reference else ""
    still = "Their answer is still to come" if draft.still_to_come else ""
    words = "\n".join(one for one in (*told, reference, still, f"By {step.written.author}") if one)
    return [(f"{told_in_full(draft.at)}\n{label(step.sort)}", words)]


def _told(step: AllegationStep, facts: PackFacts) -> str:
    by = f"By {step.written.author}"  # it stands beside each line
    lines = [words.removesuffix(by).strip() for _when, words in step_rows(step)]
    versions = facts.versions.get(step.written.id, ())
    lines += [_changed(one.written) for one in versions if one.written.version > _FIRST]
    return "\n".join(lines)


def _changed(written: Written) -> str:
    when = in_full(datetime.fromisoformat(written.written_at))
    return f"Version {written.version}, {when}. Reason: {written.body.reason}"


def _answers(step: AllegationStep) -> list[str]:
    given = answers_of(step.draft).items()
    return [f"{asked}{' ' if asked.endswith('?') else ': '}{said}" for asked, said in given]
