"""Profile files: what is refused, on which line, in which words."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.policy.duty import By
from dsl_desk.domain.policy.flaws import SENTENCES, ProfileRefusedError, Wrong
from dsl_desk.domain.policy.lines import Lines
from dsl_desk.domain.policy.reading import LONGEST, profile_of, read_profile, tables_of
from dsl_desk.domain.policy.spelling import by_of, in_words, line_of
from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient, Unit

GOOD = '''name = "ours"
code = "FPS"
title = "Fernhollow Primary School"
approved = 2026-09-01
review_on = "2027-09-01"

[roles]
head = "Headteacher"

[[clause]]
number = "1"
words = """A clause
[[duty]]
of two lines."""

[[duty]]
id = "tell"
clause = "1"
do = "tell"
tell = ["head"]
by = "within 2 working days"
words = "Tell the head."
when.all = ["about: child", "sort: comments or nudes"]
when.none = ["safe_now: yes"]
'''


def refused(text: str) -> list[tuple[int, Wrong, str]]:
    with pytest.raises(ProfileRefusedError) as told:
        read_profile(text, "ours.toml")
    flaws = told.value.flaws
    assert told.value.lines()[0].startswith(f"ours.toml:{flaws[0].line}: {flaws[0].sentence}")
    return [(flaw.line, flaw.wrong, flaw.what) for flaw in flaws]


def test_that_a_good_file_is_read_whole() -> None:
    read = read_profile(GOOD, "ours.toml")
    assert (read.approved, read.review_on) == (date(2026, 9, 1), date(2027, 9, 1))
    assert read.roles == {Recipient.HEAD: "Headteacher"}
    assert read.clause("1").words.endswith("of two lines.")
    (duty,) = read.drives("1")
    assert (duty.act, duty.by) == (DutyAct.TELL, By(Unit.WORKING_DAYS, 2, Event.TOLD))
    assert duty.when.all[1] == {"sort: comments", "sort: nudes"}
    assert not duty.from_law
    assert read.mark("1") == "FPS 1"
    assert read.overdue(date(2027, 9, 2))
    assert not read.overdue(date(2027, 9, 1))
    assert not read_profile(GOOD.replace('review_on = "2027-09-01"', ""), "").overdue(date.max)
    assert profile_of(tables_of(GOOD, ""), "", Lines()) == read


@pytest.mark.parametrize(
    ("old", "new", "line", "wrong", "what"),
    [
        ('name = "ours"', "", 1, Wrong.MISSING_KEY, "name"),
        ('code = "FPS"', "code = 1", 2, Wrong.WRONG_TYPE, "code"),
        ('code = "FPS"', 'code = "FPS"\ncolour = "red"', 3, Wrong.UNKNOWN_TABLE, "colour"),
        ("2026-09-01", '"first of May"', 4, Wrong.NOT_A_DAY, "first of May"),
        ('head = "Head', 'haed = "Head', 8, Wrong.NOT_A_CHOICE, "haed"),
        ('number = "1"', 'number = "2"', 18, Wrong.NO_CLAUSE, "1"),
        ('id = "tell"', 'id = ""', 17, Wrong.MISSING_KEY, "id"),
        ('do = "tell"', 'do = "shout"', 19, Wrong.NOT_A_CHOICE, "shout"),
        ('tell = ["head"]', 'tell = ["hed"]', 20, Wrong.NOT_A_CHOICE, "hed"),
        ('tell = ["head"]', 'tell = "head"', 20, Wrong.WRONG_TYPE, "tell"),
        ('tell = ["head"]', "", 19, Wrong.NOBODY, "tell"),
        ("within 2 working days", "soon", 21, Wrong.NOT_A_TIME, "soon"),
        ("within 2 working days", "within 0 days", 21, Wrong.NOT_A_TIME, "within 0 days"),
        ("within 2 working days", "before tea", 21, Wrong.NOT_A_TIME, "before tea"),
        (
            "within 2 working days",
            "within 2 days of tea",
            21,
            Wrong.NOT_A_TIME,
            "within 2 days of tea",
        ),
        ("Tell the head.", "Ask for the password.", 22, Wrong.PASSWORD, "tell"),
        ("comments or nudes", "comments or nude", 23, Wrong.NOT_A_FACT, "sort: comments or nude"),
        ("when.none", "when.never", 24, Wrong.UNKNOWN_KEY, "when.never"),
        ("safe_now: yes", "about: child", 23, Wrong.NEVER, "tell"),
        ("safe_now: yes", "safe", 24, Wrong.NOT_A_FACT, "safe"),
        ('"sort: comments or nudes"', '"about: adult"', 23, Wrong.NEVER, "tell"),
        ('do = "tell"', 'do = "remove"', 21, Wrong.DESTROYS, "tell"),
        ('do = "tell"', 'do = "capture"', 23, Wrong.IMAGERY, "tell"),
        ("when.none", "rows = [true]\nwhen.none", 24, Wrong.WRONG_TYPE, "rows"),
        ("when.none", "danger = 1\nwhen.none", 24, Wrong.WRONG_TYPE, "danger"),
        ("when.none", "spare = 1\nwhen.none", 24, Wrong.UNKNOWN_KEY, "spare"),
        ("when.none", 'holds = ["x"]\nwhen.none', 24, Wrong.NOT_A_FACT, "x"),
        ("title =", "title = [", 3, Wrong.NOT_TOML, "Unclosed array"),
    ],
)
def test_that_what_is_wrong_is_refused_with_its_line(
    old: str, new: str, line: int, wrong: Wrong, what: str
) -> None:
    assert old in GOOD
    flaws = refused(GOOD.replace(old, new, 1))
    assert (line, wrong, what) in flaws or (wrong is Wrong.NOT_TOML and flaws[0][1] is wrong)


@pytest.mark.parametrize(
    ("more", "wrong", "what"),
    [
        ('[[clause]]\nnumber = "1"\nwords = "Again"', Wrong.TWICE, "1"),
        ('[[slip]]\nid = "a"\nclauses = ["9"]\nwords = "w"\nread_as = "r"', Wrong.NO_CLAUSE, "9"),
        ('[[slip]]\nid = "a"\nwords = "w"', Wrong.MISSING_KEY, "read_as"),
        ('[[rule]]\non = "tea"\nanswer = "allowed"\nwords = "w"', Wrong.NOT_A_CHOICE, "tea"),
        (
            '[[rule]]\non = "ages"\nanswer = "allowed"\nwords = "w"\nfacts = ["x"]',
            Wrong.NOT_A_FACT,
            "x",
        ),
        ('[[register]]\nkeep = "tea"\nwords = "w"', Wrong.NOT_A_CHOICE, "tea"),
        ('[register]\nkeep = "tea"', Wrong.WRONG_TYPE, "register"),
        ('[[duty]]\nwhen = 1\nid = "b"', Wrong.WRONG_TYPE, "duty"),
    ],
)
def test_that_what_only_the_whole_file_can_tell_is_refused(
    more: str, wrong: Wrong, what: str
) -> None:
    lines = GOOD.count("\n")
    flaws = refused(f"{GOOD}{more}\n")
    assert (wrong, what) in [(each, named) for _line, each, named in flaws]
    assert all(line > lines for line, _wrong, _what in flaws)


def test_that_a_table_where_a_list_of_tables_has_to_be_is_refused() -> None:
    assert (1, Wrong.WRONG_TYPE, "clause") in refused("clause = [1]\n")
    assert (1, Wrong.WRONG_TYPE, "roles") in refused("roles = 1\n")


def test_that_all_that_is_wrong_is_told_at_once_by_line() -> None:
    text = GOOD.replace('code = "FPS"', "").replace("soon", "x").replace('["head"]', '["hed"]')
    flaws = refused(text)
    assert [wrong for _line, wrong, _what in flaws] == [
        Wrong.MISSING_KEY,
        Wrong.NOBODY,
        Wrong.NOT_A_CHOICE,
    ]
    assert [line for line, _wrong, _what in flaws] == sorted(line for line, _w, _x in flaws)


def test_that_a_file_too_long_or_too_deep_is_refused() -> None:
    assert refused("#" * (LONGEST + 1)) == [(0, Wrong.TOO_LARGE, "")]
    assert refused("a = " + "[" * 5_000)[0][1] in (Wrong.TOO_LARGE, Wrong.NOT_TOML)
    assert refused('title = "')[0][:2] == (1, Wrong.NOT_TOML)


def test_that_a_guidance_file_names_its_source_and_its_duties_are_law() -> None:
    text = "guidance = true\n" + GOOD
    assert (1, Wrong.MISSING_KEY, "source") in refused(text)
    read = read_profile('source = "A law"\n' + text, "ours.toml")
    assert all(duty.from_law for duty in read.duties)


def test_that_a_day_and_a_fraction_are_kept_as_text() -> None:
    assert tables_of("a = 2026-09-01\nb = [1.5, {c = true}]", "") == {
        "a": "2026-09-01",
        "b": ["1.5", {"c": True}],
    }


def test_that_to_inform_parents_names_them_by_itself() -> None:
    text = GOOD.replace('do = "tell"', 'do = "inform_parents"').replace('tell = ["head"]', "")
    assert read_profile(text, "").duties[0].tell == (Recipient.PARENTS,)


def test_that_every_fault_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Wrong)


@given(st.text(max_size=200))
def test_that_no_text_is_anything_but_read_or_refused(text: str) -> None:
    with suppress(ProfileRefusedError):
        read_profile(text, "")


@given(
    st.sampled_from(("name", "duty", "clause", "roles", "when", "tell", "rule")),
    st.recursive(
        st.one_of(st.booleans(), st.integers(), st.text(max_size=5)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=5), inner, max_size=2)
        ),
    ),
)
def test_that_no_table_is_anything_but_read_or_refused(key: str, value: object) -> None:
    tables = {**tables_of(GOOD, ""), key: value}
    with suppress(ProfileRefusedError):
        profile_of(tables, "", Lines())  # type: ignore[arg-type]  # hypothesis makes plain JSON


@pytest.mark.parametrize(
    ("spelled", "by", "words"),
    [
        ("at once", By(Unit.AT_ONCE), "at once"),
        ("no time named", By(Unit.UNSAID), "no time is named"),
        (
            "within 72 hours of aware",
            By(Unit.HOURS, 72, Event.AWARE),
            "within 72 hours of when we became aware",
        ),
        (
            "within 1 school day of leaving",
            By(Unit.SCHOOL_DAYS, 1, Event.LEAVING),
            "within 1 school day of when the pupil leaves",
        ),
        (
            "before access",
            By(Unit.BEFORE, 0, Event.ACCESS),
            "before pupils are given access",
        ),
        ("after capture", By(Unit.AFTER, 0, Event.CAPTURE), "after a copy is kept"),
    ],
)
def test_that_a_time_is_spelled_read_and_said(spelled: str, by: By, words: str) -> None:
    assert by_of(spelled) == by
    assert in_words(by) == words


def test_that_a_line_of_facts_can_name_several_values() -> None:
    assert line_of("online") == frozenset({"online"})
    assert line_of("sort: comments or nudes") == frozenset({"sort: comments", "sort: nudes"})
    assert line_of("online: yes") is None
    assert line_of("") is None
