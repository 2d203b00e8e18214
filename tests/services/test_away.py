from __future__ import annotations

import io

import pypdfium2

from dsl_desk.domain.face import Face
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Member, Role
from dsl_desk.services.away import away_sheet
from tests.builders import SCHOOL
from tests.conftest import FONTS


def test_that_the_sheet_is_two_pages_with_the_posts_and_a_form() -> None:
    face = Face(SCHOOL, (Member(MemberId("m"), "Maya Fernsby", Role.DSL),))
    paper = pypdfium2.PdfDocument(io.BytesIO(away_sheet(face, FONTS)))
    first, second = (page.get_textpage().get_text_range() for page in paper)
    assert len(paper) == 2
    assert "Maya Fernsby" in first
    assert "999" in first
    assert SCHOOL in second
    assert "it is the original" in second.replace("\r\n", " ")
