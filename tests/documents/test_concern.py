from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from dsl_desk.documents.concern import print_concern
from dsl_desk.documents.leaf import Made
from dsl_desk.domain.concern_choices import About, BodyPlace, ConcernSort
from dsl_desk.domain.concern_parts import Injury
from dsl_desk.domain.done import NOTHING_DONE, Done
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.errors import FontsMissingError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.paper import Paper, PaperDraft
from dsl_desk.domain.policy.mark import PolicyMark
from dsl_desk.domain.referral import Consent, Referral, ReferralDraft, ReferralTo
from dsl_desk.domain.step import Step, StepDraft, StepSort
from tests.builders import a_concern, a_face, a_member
from tests.conftest import FONTS

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.concern import Concern

AT = datetime(2026, 11, 19, 12, 31, tzinfo=UTC)


def printed(concern: Concern, folder: Path, school: str = "Fernhollow Primary School") -> Path:
    paper = folder / "paper.pdf"
    paper.write_bytes(
        print_concern((concern,), NOTHING_DONE, a_face(school), Made(a_member(), AT, FONTS))
    )
    return paper


def asked(program: str, *words: str | Path) -> str:
    """Ask one of poppler's programs, which share no line with the printer."""
    run = subprocess.run(
        [program, *map(str, words)], capture_output=True, check=True, encoding="utf-8"
    )
    return run.stdout


def text_of(paper: Path) -> str:
    return asked("pdftotext", "-layout", paper, "-").replace("\u00a0", " ")


def test_that_paper_shows_the_facts_the_words_and_where_they_stand(tmp_path: Path) -> None:
    text = text_of(printed(a_concern(), tmp_path))
    for fact in (
        "Fernhollow Primary School",
        "Confidential: child protection",
        "Concern C-2026-041",
        "Wren Tamarisk",
        "Lena Harebell",
        "Maya Fernsby",
        "Thu 19 Nov 2026, 12:14",
        "C-2026-041, version 1",
        "“nobody wants u on the residential. just dont come.”",
        "Made by Maya Fernsby on 19 November 2026 at 12:31.",
        "This is a copy",
        "Ledger entry 4,321.",
        "Record fingerprint 4be1 09d7 ... 6ac2.",
        "Page 1 of 1",
    ):
        assert fact in text
    assert "4be1 09d7 " * 3 + "4be1 09d7" in text


def test_that_paper_shows_what_was_done_and_what_each_version_was_for(tmp_path: Path) -> None:
    stamp = Stamp(EntryId("02" * 16), 1, "00")
    at = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)
    decided = StepDraft(StepSort.DECISION, "2026-11-19T10:00", "No referral", why="It stopped")
    step = Step(RecordId("03" * 16), 1, at, "Owen Larkspur", decided, stamp)
    draft = ReferralDraft(
        ReferralTo.SOCIAL_CARE,
        "2026-11-18T09:00",
        "Bryony Dunlin",
        "Told them all",
        Consent.GIVEN,
        reply_due="2026-11-19",
        chased_at="2026-11-19T09:00",
        escalated="To the team manager",
    )
    waiting = Referral(RecordId("04" * 16), 1, at, "Maya Fernsby", draft, stamp)
    reply = replace(draft, at="2026-11-17", replied_at="2026-11-18T10:00", reply="They will visit")
    answered = replace(waiting, draft=reply)
    first = a_concern(sorts=(ConcernSort.CYBERBULLYING,))
    second = replace(first, version=2, reason="Wren checked her phone")
    paper = tmp_path / "paper.pdf"
    done = Done((step,), (waiting, answered))
    made = Made(a_member(), AT, FONTS)
    paper.write_bytes(print_concern((first, second), done, a_face(), made))
    text = text_of(paper)
    for fact in (
        "Unkind messages",
        "Why: It stopped",
        "Referral to children's social care · Bryony Dunlin",
        "Reply due Thu 19 Nov 2026",
        "Asked again Thu 19 Nov 2026, 09:00",
        "Escalated: To the team manager",
        "Answered Wed 18 Nov 2026, 10:00: They will visit",
        "Reason: Wren checked her phone",
        "First record.",
    ):
        assert fact in text, fact
    assert text.index("They will visit") < text.index("Reply due") < text.index("No referral")


def test_that_a_written_disagreement_is_printed_word_for_word_with_every_copy(
    tmp_path: Path,
) -> None:
    at = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)
    wrote = StepDraft(
        StepSort.DISAGREEMENT,
        "2026-11-19T10:00",
        "I never said that.\nAda started it.",
        with_whom="Carys Tamarisk, mother",
    )
    step = Step(
        RecordId("03" * 16), 1, at, "Owen Larkspur", wrote, Stamp(EntryId("02" * 16), 1, "0")
    )
    paper = tmp_path / "paper.pdf"
    made = Made(a_member(), AT, FONTS)
    paper.write_bytes(print_concern((a_concern(),), Done((step,)), a_face(), made))
    text = text_of(paper)
    assert "Written disagreement of Carys Tamarisk, mother" in text
    assert "I never said that." in text
    assert "Ada started it." in text
    assert "attached by Owen Larkspur" in text
    assert "What was done since" not in text


def test_that_paper_says_by_how_much_an_entry_is_late(tmp_path: Path) -> None:
    late = a_concern(told_at="2026-11-16T08:45")
    assert "Late entry: written 3 days after we were told" in " ".join(
        text_of(printed(late, tmp_path)).split()
    )
    assert "Late entry" not in text_of(printed(a_concern(told_at="2026-11-19T08:45"), tmp_path))


def test_that_paper_names_the_policy_under_which_the_record_was_made(tmp_path: Path) -> None:
    assert "Policy in force" not in text_of(printed(a_concern(), tmp_path))
    mark = PolicyMark("0e" * 16, 3, "Fernhollow Primary School, social media policy")
    text = text_of(printed(a_concern(policy=mark), tmp_path))
    assert "Policy in force" in text
    assert "Fernhollow Primary School, social media policy, version 3" in text


def test_that_paper_about_a_member_of_staff_says_so(tmp_path: Path) -> None:
    text = text_of(printed(a_concern(), tmp_path))
    assert "Confidential: child protection" in text
    draft = replace(a_concern().draft, about=About.ADULT)
    text = text_of(printed(replace(a_concern(), draft=draft), tmp_path))
    assert "Confidential: staff" in text


def test_that_the_paper_is_one_a4_page_that_names_nobody_on_its_outside(tmp_path: Path) -> None:
    facts = asked("pdfinfo", printed(a_concern(), tmp_path))
    assert "Concern C-2026-041" in facts
    assert "(A4)" in facts
    assert "Pages:           1\n" in facts
    assert "JavaScript:      no" in facts
    for person in ("Wren", "Maya", "Lena", "Fernhollow"):
        assert person not in facts


def test_that_every_typeface_is_embedded(tmp_path: Path) -> None:
    fonts = asked("pdffonts", printed(a_concern(), tmp_path)).splitlines()[2:]
    names = {line.split()[0].split("+")[1] for line in fonts}
    assert names == {
        "Inter-Regular",
        "Inter-SemiBold",
        "JetBrainsMono-Regular",
        "SourceSerif4-Regular",
        "SourceSerif4-SemiBold",
    }
    assert all(" yes yes yes " in line for line in fonts)


def test_that_one_record_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    once = printed(a_concern(), tmp_path).read_bytes()
    printed(a_concern(words="other words 中"), tmp_path)
    assert printed(a_concern(), tmp_path).read_bytes() == once


def test_that_long_words_flow_over_pages_and_none_is_lost(tmp_path: Path) -> None:
    words = "\n\n".join(f"Line {number} of what she said." for number in range(200))
    text = text_of(printed(a_concern(words=words), tmp_path))
    assert all(f"Line {number} of what she said." in text for number in range(200))
    pages = text.count("Confidential: child protection")
    assert pages > 3
    assert all(f"Page {page} of {pages}" in text for page in range(1, pages + 1))
    assert text.count("This is a copy") == pages


def test_that_one_unbroken_line_of_thousands_of_words_flows_too(tmp_path: Path) -> None:
    words = " ".join(f"w{number}" for number in range(4000))
    text = text_of(printed(a_concern(words=words), tmp_path)).split()
    assert {f"w{number}" for number in range(4000)} <= set(text)


@pytest.mark.parametrize(
    "words",
    [
        "<b>bold</b> & <i>tags</i>",
        '<img src="file:///etc/hostname"/>',
        '<a href="file:///etc">here</a>',
        "<font color='white'>hidden</font>",
        "&nbsp; &amp; &lt;",
        "<para>unclosed",
        "</para></b>",
    ],
)
def test_that_markup_in_somebody_s_words_is_only_words(tmp_path: Path, words: str) -> None:
    paper = printed(a_concern(words=words, about=words), tmp_path)
    assert words in text_of(paper)
    assert b"/URI" not in paper.read_bytes()
    assert asked("pdfimages", "-list", paper).count("\n") == 2


@pytest.mark.parametrize(
    ("sign", "named"),
    [
        ("\u05d0", "[U+05D0]"),
        ("\u202e", "[U+202E]"),
        ("\u200b", "[U+200B]"),
        ("\0", "[U+0000]"),
        ("\x07", "[U+0007]"),
        ("\U0001d11e", "[U+1D11E]"),
        ("\ue000", "[U+E000]"),
    ],
)
def test_that_a_sign_no_typeface_has_is_named_and_does_not_vanish(
    tmp_path: Path, sign: str, named: str
) -> None:
    text = text_of(printed(a_concern(words=f"a{sign}b", about=f"c{sign}d"), tmp_path))
    assert f"a{named}b" in text
    assert f"c{named}d" in text


def test_that_accents_quotes_and_somebody_s_own_spacing_are_kept(tmp_path: Path) -> None:
    words = "Zoë said:  “Świątek\u2019s”\n    indented, cafe\u0301 \u2013 £5 …"
    text = text_of(printed(a_concern(words=words), tmp_path))
    assert "Zoë said: “Świątek\u2019s”" in text  # the reader of PDF runs spaces together
    assert "café \u2013 £5 …" in text
    said = next(line for line in text.splitlines() if "Zoë" in line)
    indented = next(line for line in text.splitlines() if "indented" in line)
    assert indented.index("indented") > said.index("Zoë")


def test_that_long_names_push_nothing_off_the_paper(tmp_path: Path) -> None:
    about = "Wren-Marie Tamarisk-Winterbourne of the Long Meadow " * 3
    text = text_of(printed(a_concern(about=about), tmp_path, "St Ethelburga and All " * 6))
    assert text.count("Winterbourne") >= 6
    assert "Page 1 of 1" in text


def test_that_missing_fonts_are_told_and_nothing_else_is_printed_with(tmp_path: Path) -> None:
    with pytest.raises(FontsMissingError):
        print_concern((a_concern(),), NOTHING_DONE, a_face(), Made(a_member(), AT, tmp_path))
    (tmp_path / "Inter_400Regular.ttf").write_bytes(b"not a font")
    with pytest.raises(FontsMissingError):
        print_concern((a_concern(),), NOTHING_DONE, a_face(), Made(a_member(), AT, tmp_path))


def test_that_a_scan_that_is_kept_is_named_by_its_fingerprint_and_not_printed(
    tmp_path: Path,
) -> None:
    stamp = Stamp(EntryId("02" * 16), 1, "00")
    draft = PaperDraft("", "", "", "4be109d7aa00bb11cc", 1_258_291)
    scan = Paper(RecordId("03" * 16), AT, "Maya Fernsby", draft, stamp)
    paper = tmp_path / "paper.pdf"
    done = Done(papers=(scan,))
    paper.write_bytes(print_concern((a_concern(),), done, a_face(), Made(a_member(), AT, FONTS)))
    text = text_of(paper)
    assert "Kept sealed, 1.2 MB, fingerprint 4be1 09d7 aa00 bb11." in text
    assert asked("pdfimages", "-list", paper).count("\n") == 2


def test_that_injuries_are_printed_in_words_by_place_under_both_figures(tmp_path: Path) -> None:
    hurt = (
        Injury(BodyPlace.UPPER_ARM_LEFT, "three round bruises, a finger's width apart"),
        Injury(BodyPlace.LOWER_BACK, "a graze as long as a hand"),
    )
    text = text_of(printed(a_concern(injuries=hurt), tmp_path))
    for fact in ("Injuries, in words", "Left upper arm", "three round bruises", "Lower back"):
        assert fact in text
    assert text.index("Front") < text.index("three round bruises")
    assert "Front" not in text_of(printed(a_concern(), tmp_path))
