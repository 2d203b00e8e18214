"""What came from another school goes by two people, parcel and entries at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.errors import RecordDisposedError, RecordMissingError
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import parcels
from dsl_desk.services.parcels import open_parcel
from tests.services.looking import fresh_entry
from tests.services.parcel_post import HERE, WORDS, a_parcel
from tests.services.staffroom import MAYA, OWEN
from tests.services.test_leaving_a_transfer import a_leaver
from tests.services.way_out import somebody

if TYPE_CHECKING:
    from tests.services.staffroom import Staffroom

WHY = "The school it came from asked for it back"


def test_that_a_parcel_goes_with_every_entry_that_came_in_it(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcels, "USUAL", FLOOR)
    with school.desk(MAYA) as desk:
        arrived = open_parcel(a_parcel(desk, a_leaver(desk)), WORDS)
        sorrel = somebody(desk, "Sorrel Yarrow")
        taken = desk.parcels.take_in(arrived, sorrel).answer
        came = [row.record for row in desk.chronology.of(sorrel.person, 0, 100).rows]
        assert len(came) > 1
        proposal = desk.disposals.propose(taken.record, WHY, fresh_entry(desk), WHY).answer
    with school.desk(OWEN) as desk:
        desk.disposals.agree(proposal.id, "Read it, and agree", fresh_entry(desk))
        for record in came:
            with pytest.raises(RecordDisposedError):
                desk.sitting.part(HERE).ledger.newest(record)
        with pytest.raises(RecordMissingError):
            desk.retention.of(taken.record)
        assert not desk.chronology.of(sorrel.person, 0, 100).rows
        assert desk.vault.check(lambda _done, _of: None).entries
