"""A register on paper, and the list of children of whom nothing is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import at, in_heading, in_sentence
from dsl_desk.domain.registers.publishing import LIST_SAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.registers.publishing import Unpublished
    from dsl_desk.domain.registers.register import Register, Registered

_MARKS: Final = {
    Compartment.SCHOOL: "Confidential: school",
    Compartment.CHILDREN: "Confidential: child protection",
    Compartment.STAFF: "Confidential: staff",
    Compartment.DECLARATIONS: "Confidential: staff",
}
_LIST: Final = "Do not publish"
_NOBODY: Final = "Nobody stands on this list today."


def print_register(
    register: Register, entries: Sequence[Registered], words: str, face: Face, made: Made
) -> bytes:
    """Return the entries as PDF, in the columns of the list. `words` says what was looked for."""
    under = f"{_count(len(entries))}, as of {in_heading(made.at)}"
    if words:
        under += f". Only those that say “{words}”"
    return _print(
        (register.title, _MARKS[register.part]),
        lambda paper: [
            *paper.title(register.title, under),
            paper.plain(register.purpose),
            paper.grid(
                _headings(register), [_cells(register, one) for one in entries], _widths(register)
            ),
            *(paper.plain(line) for line in _made_under(register, entries)),
        ],
        face,
        made,
    )


def print_do_not_publish(children: Sequence[Unpublished], face: Face, made: Made) -> bytes:
    """Return the list as PDF: the child, the class, where not. It gives no reasons."""

    def story(paper: Writer) -> list[Flowable]:
        rows = [(one.child, one.form, one.words) for one in children]
        grid = paper.grid(("Child", "Class", "Do not publish"), rows, (4, 1, 6))
        return [
            *paper.title(
                _LIST, f"As of {in_heading(made.at)}. Make it anew before you rely on it."
            ),
            *(paper.plain(line) for line in LIST_SAYS),
            grid if rows else paper.plain(_NOBODY),
        ]

    return _print((_LIST, "For staff only"), story, face, made)


def _print(
    heads: tuple[str, str], story: Callable[[Writer], list[Flowable]], face: Face, made: Made
) -> bytes:
    typefaces = load_typefaces(made.fonts)
    title, mark = heads
    sheet = Sheet(
        title=title,
        school=typefaces.visible(face.school, REGULAR),
        file=title,
        mark=mark,
        foot=tuple(typefaces.visible(line, REGULAR) for line in _foot(made)),
    )
    return sheet.print_story(lambda: story(Writer(typefaces)))


def _headings(register: Register) -> list[str]:
    return [register.blank(name).label for name in register.columns]


def _cells(register: Register, entry: Registered) -> list[str]:
    return [register.blank(name).told(entry.draft.said(name)) for name in register.columns]


def _made_under(register: Register, entries: Sequence[Registered]) -> list[str]:
    """Return under which version of the policy which entries were written, a line each."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        words = entry.draft.policy.words() or "No policy was chosen"
        found.setdefault(words, []).append(register.title_of(entry.draft))
    if len(found) <= 1:
        return [f"Policy in force when these were written: {words}." for words in found]
    return [f"{words}, when these were written: {'; '.join(one)}." for words, one in found.items()]


def _widths(register: Register) -> tuple[float, ...]:
    return (3, *(2 for _column in register.columns[1:]))


def _count(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


def _foot(made: Made) -> tuple[str, ...]:
    who = f"Made by {made.by.name}"
    when = f"on {in_sentence(made.at)} at {at(made.at)}"
    checked = (made.checked.words(),) if made.checked else ()
    return (
        f"{who} {when}. This is a copy: the records are in the DSL Desk vault.",
        *checked,
        "Shred this copy when it is no longer needed.",
    )
