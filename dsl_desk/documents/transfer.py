"""A child's file for the next school: cover and index, the file, and a receipt to tear off."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from reportlab.platypus import PageBreak

from dsl_desk.documents.child_file import file_leaf
from dsl_desk.domain.reading_days import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Leaf
    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.file_facts import FileFacts

TITLE: Final = "Child protection file for the next school"
_NOT_SAID: Final = "Not written down"
_INDEX: Final = ("Part", "What it holds", "How much")
_WIDTHS: Final = (1, 5, 3)
_HANDLE: Final = (
    "Open it alone. It is kept apart from the main pupil file.",
    "Names of other children are aliases, the same on every page; ask us if you have to know.",
    "Sign the last page and send it back within five working days. We ask for it otherwise.",
)


@dataclass(frozen=True)
class Going:
    """Where a file goes: what the register of leavers says of it."""

    school: str
    answers: Mapping[str, str] = field(repr=False)
    parcel: bool = True  # a parcel for another DSL Desk goes beside it

    def said(self, blank: str) -> str:
        """Return what was written, or that nothing was."""
        return self.answers.get(blank, "").strip() or _NOT_SAID

    @property
    def to(self) -> str:
        """The school it goes to; where there is none, the local authority."""
        said = self.answers.get("school", "").strip()
        return said or self.said("authority")


def transfer_leaf(facts: FileFacts, going: Going) -> Leaf:
    """Return a file for the next school as a paper that can be printed."""
    leaf = file_leaf(facts)
    story = leaf.story
    return replace(leaf, title=TITLE, story=lambda paper: _story(facts, going, story, paper))


def _story(
    facts: FileFacts,
    going: Going,
    file: Callable[[Writer], list[Flowable]],
    paper: Writer,
) -> list[Flowable]:
    return [
        *_cover(facts, going, paper),
        PageBreak(),
        *file(paper),
        PageBreak(),
        *_receipt(facts, going, paper),
    ]


def _cover(facts: FileFacts, going: Going, paper: Writer) -> list[Flowable]:
    child = facts.front.person.legal_name
    return [
        *paper.title(TITLE, f"{child}. The whole file, for {going.said('dsl')}."),
        paper.facts(
            (
                ("To", going.to),
                ("Its designated safeguarding lead", going.said("dsl")),
                ("Reached at", going.said("contact")),
                ("From", going.school),
                ("Last day here", _day(going, "left_on")),
                ("First day there", _day(going, "starts_on")),
                ("To be there by", _day(going, "due")),
                ("Local authority told", going.said("authority")),
                ("Beside this paper", "A parcel for DSL Desk" if going.parcel else "Nothing"),
            )
        ),
        paper.box("For the designated safeguarding lead only", _HANDLE),
        paper.section(1, "Index"),
        paper.grid(_INDEX, _index(facts), _WIDTHS),
    ]


def _index(facts: FileFacts) -> list[tuple[str, str, str]]:
    versions = len(facts.front.versions)
    concerns = [
        (one.concern.ref, f"Version {one.concern.version}, with all that was done about it")
        for one in facts.entries
    ]
    parts = [
        ("Front sheet", f"{versions} versions" if versions != 1 else "1 version"),
        ("Chronology, oldest first", f"{len(facts.events):,} lines"),
        *((f"Concern {ref}", how) for ref, how in concerns),
        ("Decisions and evidence under no concern", f"{len(facts.viewings):,}"),
        ("People, posts and words", "For a reader who does not know the school"),
        ("Receipt", "To be signed and sent back"),
    ]
    return [(str(number), what, how) for number, (what, how) in enumerate(parts, start=1)]


def _receipt(facts: FileFacts, going: Going, paper: Writer) -> list[Flowable]:
    """Return the page to tear off: it says nothing of what the file holds."""
    return [
        *paper.chapter("Receipt", "Tear off this page, sign it and send it back"),
        paper.facts(
            (
                ("Received by", going.to),
                ("From", going.school),
                ("Child", facts.front.person.legal_name),
            )
        ),
        paper.plain(
            "I have received the child protection file of this child. I keep it apart from the "
            "main pupil file, and I tell the staff who need to know."
        ),
        paper.signatures("Name", "Post", "School"),
        paper.signatures("Signature", "Date", "Telephone"),
        paper.small(f"Send it to the designated safeguarding lead of {going.school}."),
    ]


def _day(going: Going, blank: str) -> str:
    said = going.answers.get(blank, "")
    return day_in_words(said) if said else _NOT_SAID
