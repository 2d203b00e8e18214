"""What policies say of family links: read whole, or refused with file, line and sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.policy.family_links import FamilyLinks, Stance
from dsl_desk.domain.policy.flaws import ProfileRefusedError
from dsl_desk.domain.policy.reading import read_profile
from dsl_desk.domain.policy.terms import Recipient

POLICIES = Path(__file__).parents[3] / "resources" / "policies"
_AUNT = "aunt_or_uncle"
_HEAD = """name = "ours"
code = "O"
title = "Ours"
[[clause]]
number = "1"
words = "Tell us."
"""
_GOOD = """[declarations]
review = "head"
clause = "1"
words = "Tell us of links."
[[relation]]
code = "aunt"
words = "Aunt"
close = true
[[link]]
to = "pupil"
stance = "declare"
start = "agreed"
clause = "1"
words = "Told in writing."
[[condition]]
words = "Not at work"
clause = "1"
[[question]]
id = "since"
words = "Since when?"
"""


def read(text: str) -> FamilyLinks | None:
    return read_profile(_HEAD + text, "ours.toml").family_links


def test_that_a_profile_without_them_says_nothing_of_links() -> None:
    assert read("") is None


def test_that_what_is_said_of_links_is_read_whole() -> None:
    links = read(_GOOD)
    assert links is not None
    assert (links.review, links.clause, links.words) == (Recipient.HEAD, "1", "Tell us of links.")
    rule = links.rule_of(LinkKind.PUPIL, "aunt")
    assert rule is not None
    assert (rule.stance, rule.start, rule.may_agree) == (Stance.DECLARE, Decision.AGREED, True)
    assert links.rule_of(LinkKind.PARENT, "aunt") is None
    assert links.relation("cousin") is None
    assert [one.words for one in links.conditions] == ["Not at work"]
    assert [one.id for one in links.questions] == ["since"]


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (_GOOD.replace('review = "head"', 'review = "hr"'), 8, "“hr” is not one of the words"),
        (_GOOD.replace('review = "head"\n', ""), 7, "“review” is missing"),
        (_GOOD.replace('"declare"', '"maybe"'), 17, "“maybe” is not one of the words"),
        (_GOOD.replace('start = "agreed"', 'start = "yes"'), 18, "“yes” is not one of the words"),
        (_GOOD.replace('to = "pupil"', 'to = "cat"'), 16, "“cat” is not one of the words"),
        (
            _GOOD.replace('words = "Not at work"\nclause = "1"', 'words = "x"\nclause = "9"'),
            23,
            "There is no clause “9”",
        ),
        (_GOOD.replace('clause = "1"\nwords = "Tell', 'clause = "8"\nwords = "Tell'), 9, "“8”"),
        (_GOOD + '[[relation]]\ncode = "aunt"\nwords = "x"\n', 27, "“aunt” stands here twice"),
        (_GOOD + '[[question]]\nid = "since"\nwords = "x"\n', 27, "“since” stands here twice"),
        (_GOOD + "[[condition]]\nword = 1\n", 28, "“word” is not something"),
        (_GOOD.split("[[relation]]", maxsplit=1)[0], 7, "“relation” is missing"),
        ('[[relation]]\ncode = "a"\nwords = "A"\n', 7, "“declarations” is missing"),
        (
            _GOOD + '[[link]]\nto = "pupil"\nstance = "forbid"\nstart = "agreed"\nwords = "x"\n',
            27,
            "“pupil” stands here twice",
        ),
    ],
)
def test_that_what_is_wrong_is_refused_with_file_line_and_sentence(
    text: str, line: int, sentence: str
) -> None:
    with pytest.raises(ProfileRefusedError) as refused:
        read(text)
    told = refused.value.lines()
    assert any(one.startswith(f"ours.toml:{line}: ") and sentence in one for one in told), told


@pytest.mark.parametrize(
    ("name", "stance", "start", "clause", "asked"),
    [
        ("shire", Stance.DECLARE, Decision.AGREED_WITH_CONDITIONS, "Personal 3", "legitimate"),
        ("early-life", Stance.EXCEPTED, Decision.AGREED, "5.2", "close_family"),
        ("longton", Stance.ADVISE, Decision.ADVISED_AGAINST, "4.1 note", "earlier"),
        ("choysez", Stance.FORBID, Decision.ADVISED_AGAINST, "1.9", "contact_now"),
        ("northwood", Stance.SILENT, Decision.MORE_ASKED, "3.7", "good_sense"),
    ],
)
def test_that_five_policies_have_five_rules_for_the_same_aunt(
    name: str, stance: Stance, start: Decision, clause: str, asked: str
) -> None:
    links = read_profile((POLICIES / f"{name}.toml").read_text("utf-8"), name).family_links
    assert links is not None
    rule = links.rule_of(LinkKind.PUPIL, _AUNT)
    assert rule is not None
    assert (rule.stance, rule.start, rule.clause) == (stance, start, clause)
    assert rule.may_agree is (stance not in (Stance.ADVISE, Stance.FORBID))
    assert links.questions[0].id == asked
    for kind in LinkKind:
        assert links.rule_of(kind, "family_friend") is not None


def test_that_close_family_is_excepted_and_a_friend_is_not() -> None:
    links = read_profile((POLICIES / "early-life.toml").read_text("utf-8"), "x").family_links
    assert links is not None
    friend = links.rule_of(LinkKind.PUPIL, "family_friend")
    assert friend is not None
    assert friend.stance is Stance.FORBID
