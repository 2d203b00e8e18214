"""The last page of every paper that leaves: how somebody who knows nothing of us can check it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reportlab.platypus import PageBreak

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer

_TITLE: Final = "How to check this copy"
_FILE: Final = (
    "The school was shown the SHA-256 fingerprint of this file when it was made. Ring the school "
    "on a number you know already, work the fingerprint out yourself, and compare all 64 signs. It "
    "cannot stand in this file, which would change by it."
)
_COMMANDS: Final = (
    ("On Windows", 'certutil -hashfile "the file.pdf" SHA256'),
    ("On Linux", 'sha256sum "the file.pdf"'),
    ("On a Mac", 'shasum -a 256 "the file.pdf"'),
)
_SEALED: Final = (
    (
        "It is sealed with the school's own key. A reader of PDF shows the seal among signatures; "
        "pdfsig shows it in a terminal. One changed byte breaks it. Readers call its maker unknown "
        "because no company stands for it: ask the school for the fingerprint of its key as well."
    ),
    (
        "The seal says that whoever made this file could open this school's vault, and nothing "
        "was changed since. It does not say who that was, nor does it prove the time."
    ),
)
_NOT_SEALED: Final = (
    "It is not sealed. Whether it was changed on its way shows in the fingerprint of the file.",
)
_VAULT: Final = (
    "The record itself stays in the school's vault. Whoever can open it finds the copy under its "
    "number, the record under its ledger entry and fingerprint, and the head code among the heads "
    "of the ledger: it stands for every entry that was there when this copy was made."
)
_DIFFERS: Final = (
    "Do not rely on it. Keep it as it is, and tell the school by telephone: somebody changed it, "
    "or it is not the file that was made for you."
)


@dataclass(frozen=True)
class CopyMade:
    """What a copy says of itself where it is checked."""

    copy: str
    for_whom: str = field(repr=False)
    stands: str
    head: str
    sealed: bool


def checking(paper: Writer, made: CopyMade) -> list[Flowable]:
    """Return that page."""
    facts = [("Copy", made.copy), ("Made for", made.for_whom or "The school's own file")]
    if made.stands:
        facts.append(("Record", made.stands))
    sealed = _SEALED if made.sealed else _NOT_SEALED
    story: list[Flowable] = [
        PageBreak(),
        *paper.chapter(_TITLE, "Four questions, and what to type"),
        paper.section(1, "Is it the file that was made?"),
        *paper.said(_FILE),
        paper.typed(_COMMANDS),
        paper.section(2, "Is it unchanged?"),
        *paper.said(*sealed),
        paper.section(3, "Does the vault hold what it says?"),
        *paper.said(_VAULT),
        paper.table(facts),
    ]
    if made.head:
        story.append(paper.fingerprint("Head code, in full", made.head))
    return [*story, paper.section(4, "What if something differs?"), *paper.said(_DIFFERS)]
