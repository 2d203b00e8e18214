"""Decisions, stops and captures with valid answers; a test overrides what matters to it."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dsl_desk.domain.evidence import EvidenceDraft
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.stop import Stop, StopAnswer, WayIn
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands, ViewingDraft
from tests.builders import an_entry_id

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.viewing import Viewing
    from dsl_desk.services.desk import Desk


def a_viewing(desk: Desk, **more: object) -> ViewingDraft:
    """Return a decision of whoever sits at this desk."""
    return a_viewing_of(desk.member.id, desk.sitting.clock, **more)


def a_viewing_of(member: str, clock: Clock, **more: object) -> ViewingDraft:
    """Maya looks at a public account until the end of the school day; Hester has said yes."""
    now = clock.now()
    draft = ViewingDraft(
        whose=PersonRef("Wren Tamarisk"),
        stands=Stands.CHILD,
        look=Look.LOOK,
        platform="Instagram",
        handle="6h.secrets",
        address="instagram.com/6h.secrets",
        open_to_all=OpenToAll.YES,
        open_how="Opened without logging in, in a private window",
        to_confirm="Whether the page names Wren",
        why="It is said to name Wren. Looking is the only way to confirm or refute it.",
        less_intrusive="Wren and her mother were asked; neither can see it any more",
        proportionate="One public page, one viewing, about one child's safety",
        best_placed="Maya. Not Lena Harebell: she teaches 6H and would be recognised.",
        looker=PersonRef("Maya Fernsby"),
        looker_member=member,
        device="The laptop of the office, with no account",
        school_device=True,
        own_account=True,
        not_vetting=True,
        this_case=True,
        authority=Authority.GIVEN,
        authoriser="Hester Winterbourne",
        authority_why="By telephone at 10:40",
        starts=wall_clock(now),
        ends=wall_clock(now + timedelta(hours=4)),
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def an_urgent_viewing(desk: Desk, **more: object) -> ViewingDraft:
    """Whose account, why, and who looks; nothing else."""
    now = desk.sitting.clock.now()
    draft = ViewingDraft(
        whose=PersonRef("Wren Tamarisk"),
        stands=Stands.CHILD,
        look=Look.URGENT,
        why="She wrote that she will not be here tomorrow",
        looker=PersonRef("Maya Fernsby"),
        looker_member=desk.member.id,
        starts=wall_clock(now),
        ends=wall_clock(now + timedelta(hours=4)),
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def decided(desk: Desk, **more: object) -> Viewing:
    return desk.viewings.decide(a_viewing(desk, **more), an_entry_id(desk.sitting.clock)).answer


def a_stop(desk: Desk, basis: RecordId, **more: object) -> Stop:
    now = desk.sitting.clock.now()
    stop = Stop(fresh_id(now), StopAnswer.NO, WayIn.FILE, 1, basis, now)
    return replace(stop, **more)  # type: ignore[arg-type]  # a test names fields it knows


def an_evidence_draft(clock: Clock, **more: object) -> EvidenceDraft:
    draft = EvidenceDraft(
        shows="Post naming Wren and mocking her for not going on the residential",
        address="instagram.com/6h.secrets",
        seen_at=wall_clock(clock.now()),
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def a_picture(width: int = 24, height: int = 16) -> bytes:
    """A real PNG without any library: grey rows."""

    def chunk(name: bytes, body: bytes) -> bytes:
        sum_of = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", sum_of)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\x00" + bytes([(8 * row) % 256]) * width for row in range(height))
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def captured(desk: Desk, basis: RecordId, content: bytes = b"", **more: object) -> Evidence:
    clock = desk.sitting.clock
    door = desk.evidence.let_in(a_stop(desk, basis))
    sealed = door.seal(io.BytesIO(content or a_picture()), "Screenshot 12.png")
    draft = an_evidence_draft(clock, **more)
    return desk.evidence.keep(sealed, draft, an_entry_id(clock)).answer


def fresh_entry(desk: Desk) -> EntryId:
    return an_entry_id(desk.sitting.clock)
