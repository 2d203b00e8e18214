"""The five policies as data: every row covered, our own words, nothing unlawful asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.policy.terms import Answer, DutyAct, RuledOn
from dsl_desk.services.profiles import guidance_in, policies_in
from tests.house.rules import coverage, runs
from tests.house.rules.plan import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

POLICIES = tuple(one.profile for one in policies_in(HOUSE / "resources"))
GUIDANCE = guidance_in(HOUSE / "resources")


def test_that_the_five_policies_and_the_guidance_are_read_whole() -> None:
    assert [one.name for one in POLICIES] == sorted(coverage.OF)
    assert all(not one.guidance and one.duties and one.slips for one in POLICIES)
    assert all(one.guidance and one.source for one in GUIDANCE)
    assert all(duty.from_law for one in GUIDANCE for duty in one.duties)
    assert not any(duty.from_law for one in POLICIES for duty in one.duties)


def test_that_every_row_of_the_duty_table_is_covered_once_and_by_its_own_policy() -> None:
    assert coverage.wrongly_covered(coverage.covers(HOUSE)) == []


def test_that_a_row_that_is_covered_by_nothing_or_twice_is_named() -> None:
    found = coverage.covers(HOUSE)
    assert coverage.wrongly_covered([one for one in found if one.row != 20]) == [
        "row 20 is covered by nothing"
    ]
    out = replace(found[0], row=141, policy="longton", way="out of scope")
    stray = [replace(out, row=145), replace(out, row=1)]
    assert coverage.wrongly_covered([*found, out, *stray]) == [
        "row 1 is out of scope and covered",
        "row 1 is covered by another policy",
        "row 141 is out of scope and covered",
        "there is no row 145",
    ]


def test_that_the_page_of_what_is_covered_is_the_one_the_data_make() -> None:
    page = (HOUSE / coverage.PAGE).read_text("utf-8")
    assert page == coverage.page_of(coverage.covers(HOUSE)), (
        "python -m tests.house.rules.coverage writes it anew"
    )


def test_that_no_nine_words_in_a_row_are_a_policys_own() -> None:
    kept = runs.known_runs()
    assert len(kept) > 10_000
    assert runs.copied(HOUSE, kept) == []


def test_that_a_run_of_a_policys_words_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "policies"
    folder.mkdir(parents=True)
    line = "one two three four Five six, seven eight nine"
    (folder / "a.toml").write_text(f'words = "{line}"', "utf-8")
    kept = frozenset({runs.digest("one two three four five six seven eight nine")})
    assert runs.copied(tmp_path, kept) == [
        "resources/policies/a.toml copies: one two three four five six seven eight nine"
    ]


def test_that_what_is_unlawful_or_destroys_evidence_is_a_slip_and_no_duty() -> None:
    slips = {(one.name, slip.id) for one in POLICIES for slip in one.slips if slip.never_a_duty}
    assert {
        ("early-life", "staff_passwords"),
        ("early-life", "remove_first"),
        ("choysez", "remove_first"),
        ("northwood", "delete_first"),
        ("shire", "delete_first"),
        ("shire", "in_confidence"),
        ("longton", "vetting_banned"),
    } <= slips
    for profile in POLICIES:
        for duty in profile.duties:
            if duty.act is DutyAct.REMOVE:
                keeping = [
                    one
                    for one in profile.duties
                    if one.act is DutyAct.CAPTURE and set(one.when.all) == set(duty.when.all)
                ]
                assert keeping, f"{profile.name} {duty.id} removes what nobody kept"
            assert "vet" not in duty.id


def test_that_a_duty_names_a_password_only_to_keep_it_out() -> None:
    named = {
        f"{one.name} {duty.id}"
        for one in (*POLICIES, *GUIDANCE)
        for duty in one.duties
        if "password" in duty.words.casefold()
    }
    assert named == {
        "early-life account_approved",
        "early-life safe_transfer",
        "northwood no_breaking_in",
    }


def test_that_policies_differ_on_what_the_table_says_they_differ_on() -> None:
    said = {
        (one.name, on): rule.answer for one in POLICIES for on in RuledOn if (rule := one.rule(on))
    }
    assert [said[name, RuledOn.FAMILY_LINK] for name in coverage.OF] == [
        Answer.SILENT,
        Answer.TELL_FIRST,
        Answer.ALLOWED,
        Answer.FORBIDDEN,
        Answer.ADVISED_AGAINST,
    ]
    assert [said[name, RuledOn.FORMER_PUPILS] for name in coverage.OF] == [
        Answer.SILENT,
        Answer.FORBIDDEN,
        Answer.ADVISED_AGAINST,
        Answer.FORBIDDEN,
        Answer.ADVISED_AGAINST,
    ]
    assert [said[name, RuledOn.VIEWING] for name in coverage.OF] == [
        Answer.WITH_RECORD,
        Answer.WITH_RECORD,
        Answer.WITH_APPROVAL,
        Answer.SILENT,
        Answer.SILENT,
    ]
