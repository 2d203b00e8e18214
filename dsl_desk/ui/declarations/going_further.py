"""What a declaration says, carried into the form of what it becomes: nobody types it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.adult import Adult
from dsl_desk.domain.allegation import AllegationDraft
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.reading_days import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.declaration_standing import DeclarationLine


def allegation_from(line: DeclarationLine, clock: Clock) -> AllegationDraft:
    """Return where an allegation begins: whom it is about, what they declared, which pupils."""
    draft = line.declaration.draft
    pupils = tuple(link.who for link in draft.links if link.kind is LinkKind.PUPIL)
    return AllegationDraft(
        adult=adult_of(line),
        told_by=draft.by,
        told_at=wall_clock(clock.now()),
        words=words_of(line),
        children=pupils,
    )


def low_level_from(line: DeclarationLine) -> Mapping[str, str]:
    """Return where a low-level concern begins; who shares it is whoever declared it."""
    return {"words": words_of(line), "self_report": "yes", "shared_by": line.declaration.draft.by}


def adult_of(line: DeclarationLine) -> Adult:
    """Return whom it is about."""
    draft = line.declaration.draft
    return Adult(draft.by, draft.person, draft.member, role=draft.role)


def words_of(line: DeclarationLine) -> str:
    """Return all that was declared and why it was taken further, in plain lines."""
    return "\n".join(_lines(line))


def _lines(line: DeclarationLine) -> Iterator[str]:
    draft, last = line.declaration.draft, line.last
    ref = f" ({line.declaration.ref})" if line.declaration.ref else ""
    yield f"Declared by {draft.by} on {day_in_words(draft.signed_on)}{ref}:"
    for link in draft.links:
        more = (link.since, link.platforms, link.contact)
        yield ". ".join([link.in_words, *(one.strip().rstrip(".") for one in more if one.strip())])
    if draft.statement.strip():
        yield f"In their own words: “{draft.statement.strip()}”"
    if last is not None and last.draft.answer:
        yield f"Asked: {last.draft.words} They answered: “{last.draft.answer}”"
    if last is not None and last.draft.why:
        yield f"Taken further, because: {last.draft.why}"
