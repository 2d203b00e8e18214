"""A planted name, and where it must not be: files, representations, errors, output."""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.errors import DraftError
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from tests.conftest import TrainingVault


def forms_of(canary: str) -> list[bytes]:
    octets = canary.encode()
    return [
        octets,
        canary.encode("utf-16-le"),
        octets.hex().encode(),
        base64.b64encode(octets)[:12],
        octets[::-1],
    ]


def test_that_a_planted_name_is_in_no_file_of_the_vault(
    vault: TrainingVault, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    canary = f"Tamarisk{secrets.token_hex(8)}"
    desk = vault.unlock()
    draft = a_concern_draft(about=canary, told_by=canary, words=canary)
    concern = desk.concerns.record(draft, an_entry_id(vault.clock)).answer
    desk.concerns.open(concern.id)
    desk.concerns.make_pdf(concern.id)
    desk.drafts.keep("concern", {"words": canary})
    files = [path for path in vault.folder.rglob("*") if path.is_file()]
    for hidden in forms_of(canary):
        for path in files:
            assert hidden not in path.read_bytes()
            assert canary not in path.name
    for shown in (desk, concern, draft, desk.concerns.page(0, 1), desk.sitting, vault):
        assert canary not in repr(shown)
    desk.close()
    assert canary not in caplog.text
    assert canary not in "".join(capfd.readouterr())


def test_that_a_refused_draft_tells_its_fields_and_not_its_words(vault: TrainingVault) -> None:
    canary = f"Tamarisk{secrets.token_hex(8)}"
    desk = vault.unlock()
    with pytest.raises(DraftError) as told:
        desk.concerns.record(a_concern_draft(about="", words=canary), an_entry_id(vault.clock))
    desk.close()
    assert canary not in repr(told.value)
    assert canary not in str(told.value)


def test_that_the_search_would_find_a_name_that_was_written_plainly(vault: TrainingVault) -> None:
    page = (vault.folder / "vault.json").read_bytes()
    assert any(hidden in page for hidden in forms_of("Maya Fernsby"))  # the lock screen shows it
