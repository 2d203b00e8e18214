from __future__ import annotations

import sys

import pytest

from dsl_desk.system import folders

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Linux rules")


def test_that_the_vault_is_in_the_accounts_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert folders.default_vault() == "/data/dsl-desk/vault"


@pytest.mark.parametrize("ignored", ["", "not/absolute"])
def test_that_a_data_folder_that_is_not_absolute_is_ignored(
    monkeypatch: pytest.MonkeyPatch, ignored: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", ignored)
    monkeypatch.setenv("HOME", "/home/somebody")
    assert folders.default_vault() == "/home/somebody/.local/share/dsl-desk/vault"


def test_that_notes_of_faults_are_kept_away_from_the_vault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert folders.faults() == "/state/dsl-desk"
