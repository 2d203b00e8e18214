from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.evidence.list_page import EvidencePage
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.looking import a_viewing_of
from tests.stories.looking_day import (
    EVIDENCE,
    a_picture_file,
    capture,
    decide,
    page_of,
    words_on,
)
from tests.stories.papers import goes_out
from tests.stories.people_day import added

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def wren(afternoon: Afternoon) -> PersonRef:
    added(afternoon, "Wren", "Tamarisk")
    return PersonRef("Wren Tamarisk", afternoon.window.stack.spot.what)


def test_that_a_look_is_decided_captured_closed_filed_and_printed(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    whose = wren(afternoon)
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock, whose=whose))
    decision = page.record
    assert not page.capture.card.paste.isEnabled()
    path = a_picture_file(tmp_path)
    capture(afternoon, page, ask, path)
    assert page.capture.stop.answer() is None
    assert not page.capture.card.choose.isEnabled()

    page.enough.click()
    page.found.words.setPlainText("It names Wren. Nothing else that matters.")
    page.found.button.click()
    afternoon.wait(lambda: page.view is not None and page.view.standing is Standing.ENDED)

    page.capture.list.buttons[0].click()
    viewer = page_of(afternoon, ViewerPage)
    afternoon.wait(viewer.picture.has_picture)
    assert not viewer.picture.clear
    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    assert fingerprint[:4] in words_on(viewer.facts.proof)
    assert "matches" in words_on(viewer.facts.proof)
    afternoon.clock.advance(minutes=2)

    afternoon.window.go(EVIDENCE)
    listed = page_of(afternoon, EvidencePage)
    assert "You opened 1 item in the last seven days" in words_on(listed)

    afternoon.window.go(Spot(Place.PEOPLE, whose.person))
    file = page_of(afternoon, PersonPage)
    afternoon.wait(lambda: "Decided to look at an account, VD-2026-001" in words_on(file))
    filed = words_on(file)
    assert "Evidence EV-2026-001, under VD-2026-001" in filed

    afternoon.window.go(Spot(Place.EVIDENCE, decision))
    page = page_of(afternoon, ViewingPage)
    page.paper.click()
    assert goes_out(afternoon, ask, tmp_path / "paper.pdf").startswith(b"%PDF-")


def test_that_the_concern_lists_its_decision_and_its_evidence_and_leads_to_both(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    afternoon.fill_in()
    concern = afternoon.finish()
    afternoon.at_rest()
    assert not concern.evidence.isVisible()
    about = afternoon.window.stack.spot
    draft = a_viewing_of(afternoon.member, afternoon.clock, concern=about.what)
    page = decide(afternoon, draft)
    capture(afternoon, page, ask, a_picture_file(tmp_path))
    afternoon.window.go(about)
    concern = page_of(afternoon, ConcernPage)
    assert [row.ref for row in concern.evidence.rows.values()] == ["VD-2026-001", "EV-2026-001"]
    assert "Post naming Wren and mocking her" in words_on(concern.evidence)
    concern.evidence.rows[page.record].button.click()
    assert page_of(afternoon, ViewingPage).record == page.record
    afternoon.window.go(about)
    *_rest, last = page_of(afternoon, ConcernPage).evidence.rows.values()
    last.button.click()
    page_of(afternoon, ViewerPage)
