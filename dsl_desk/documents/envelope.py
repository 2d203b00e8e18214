"""The envelope of an archive copy: one locked page that says what lies inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.leaf import Leaf

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.carried_file import CarriedFile

_TITLE: Final = "An archive copy lies in this envelope"
_SAYS: Final = (
    (
        "Open the list of attachments (the paper clip) in your reader of PDF, and save the file "
        "that lies there where it is to be kept."
    ),
    (
        "The copy inside is PDF/A-3b, made to be read as it is in many years. It has no lock, "
        "for PDF/A allows none: whoever takes it out looks after it. The envelope is locked."
    ),
)


def envelope_leaf(of: Leaf, inside: CarriedFile, pages: int) -> Leaf:
    """Return the page around the copy of another paper."""

    def story(paper: Writer) -> list[Flowable]:
        told = "1 page" if pages == 1 else f"{pages:,} pages"
        rows = [("File", inside.name), ("Holds", f"{of.title}, {told}"), ("Form", "PDF/A-3b")]
        return [
            *paper.title(_TITLE, of.title),
            *paper.said(*_SAYS),
            paper.table(rows),
            paper.fingerprint("SHA-256 of the file inside", inside.sha256),
        ]

    return Leaf(of.title, of.mark, of.stands, story)
