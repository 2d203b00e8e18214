from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime

from dsl_desk.documents.certificate import print_certificate
from dsl_desk.documents.leaf import Made
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.copy_made import Certificate, CopyMade, SnapshotLeft
from dsl_desk.domain.disposal import Proposal, ProposalDraft, ProposalState
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.ids import EntryId, MemberId, RecordId
from dsl_desk.domain.retention import RetentionClass
from tests.builders import a_face, a_member
from tests.conftest import FONTS

AT = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)
STAMP = Stamp(EntryId("02" * 16), 4321, "4be109d7" * 8)
DRAFT = ProposalDraft(
    record=RecordId("0c" * 16),
    ref="C-2026-041",
    of=RetentionClass.CHILD_FILE,
    reason="Its day has come",
    state=ProposalState.AGREED,
    answer="Read it, and agree",
)
DONE = Proposal(
    id=RecordId("0d" * 16),
    entry=STAMP,
    draft=DRAFT,
    part=Compartment.CHILDREN,
    proposed_by=MemberId("01" * 16),
    proposer="Maya Fernsby",
    proposed_at=AT,
    answered_by=MemberId("03" * 16),
    answerer="Owen Larkspur",
    answered_at=AT,
)


def printed(certificate: Certificate) -> str:
    pdf = print_certificate(certificate, a_face(), Made(a_member(), AT, FONTS))
    command = ["pdftotext", "-layout", "-", "-"]
    read = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return " ".join(read.decode().replace("\u00a0", " ").split())


def test_that_it_says_who_decided_and_which_copies_may_hold_it_still() -> None:
    copy = CopyMade(2, AT, MemberId("01" * 16), "Maya Fernsby", "ab" * 32)
    there, away = (SnapshotLeft(AT, folder, folder == "/stick") for folder in ("/stick", "/away"))
    words = printed(Certificate(DONE, 2, 5, (STAMP, STAMP), (copy,), (there, away)))
    assert "Certificate of disposal Record C-2026-041, Child protection file" in words
    assert "2 records, 5 entries" in words
    assert "Maya Fernsby, Thu 19 Nov 2026, 12:14 Because Its day has come" in words
    assert "Owen Larkspur, Thu 19 Nov 2026, 12:14 With the words Read it, and agree" in words
    assert "Version 2, made by Maya Fernsby. Ask for it back." in words
    assert "/stick: still there." in words
    assert "/away: not to be found from this computer." in words
    assert words.count("Entry 4,321") == 2
    assert "Before its day" not in words


def test_that_it_says_so_where_no_copy_holds_it() -> None:
    draft = replace(DRAFT, ref="", early="It was a test of the desk")
    nothing_left = replace(DONE, draft=draft)
    words = printed(Certificate(nothing_left, 1, 1, (STAMP,), (), ()))
    assert "Record 0c0c0c0c" in words
    assert "1 record, 1 entry" in words
    assert "Before its day, because It was a test of the desk" in words
    assert "No copy for others was made of it." in words
    assert "No copy of the vault was made while it stood there." in words
