"""Any concern somebody may have typed, for tests that try many."""

from __future__ import annotations

from hypothesis import strategies as st

from dsl_desk.domain.concern_choices import (
    About,
    BodyPlace,
    ConcernSort,
    ConcernState,
    FourC,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Injury, Involved, Online, Plan, Teller
from dsl_desk.domain.moments import HowSure, Moment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MOMENTS = st.sampled_from(["", "2026-11-16", "2026-11-16T19:40"])
PEOPLE = st.builds(PersonRef, TEXT, st.sampled_from(["", "0a" * 16]))
DRAFTS = st.builds(
    ConcernDraft,
    people=st.lists(st.builds(Involved, PEOPLE, st.sampled_from(Involvement)), max_size=3).map(
        tuple
    ),
    told_by=st.builds(Teller, TEXT, st.just(""), st.booleans()),
    told_at=MOMENTS,
    words=TEXT,
    safe_now=st.sampled_from(SafeNow),
    about=st.sampled_from(About),
    happened=st.builds(Moment, MOMENTS, st.sampled_from(HowSure)),
    online=st.builds(Online, TEXT, TEXT, TEXT, TEXT),
    wishes=TEXT,
    view=TEXT,
    four_cs=st.lists(st.sampled_from(FourC), max_size=3).map(tuple),
    sorts=st.lists(st.sampled_from(ConcernSort), max_size=4).map(tuple),
    action=TEXT,
    parents=st.sampled_from(Parents),
    parents_why=TEXT,
    siblings=st.lists(PEOPLE, max_size=2).map(tuple),
    original=TEXT,
    injuries=st.lists(st.builds(Injury, st.sampled_from(BodyPlace), TEXT), max_size=2).map(tuple),
    plans=st.lists(st.builds(Plan, PEOPLE, TEXT, TEXT), max_size=2).map(tuple),
    state=st.sampled_from(ConcernState),
    outcome=TEXT,
    policy=st.sampled_from([NO_POLICY, PolicyMark("0e" * 16, 2, "A policy")]),
)
