"""What a keychain is asked for: everything of a real vault, nothing of a training vault."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.ids import fresh_id
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.training import training_id
from dsl_desk.domain.way_errors import KeychainError
from dsl_desk.keys.training_keychain import NoneForTraining
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)


def test_that_what_is_kept_for_a_real_vault_reaches_the_keychain() -> None:
    behind = FakeKeychain()
    keychain, name = NoneForTraining(behind), f"witness {fresh_id(NOW)} somebody"
    keychain.write(name, b"seen")
    assert (keychain.read(name), behind.kept) == (b"seen", {name: b"seen"})
    keychain.forget(name)
    assert behind.kept == {}


@pytest.mark.parametrize("word", ["tries {}", "witness {} somebody", "{}"])
def test_that_nothing_of_a_training_vault_is_asked_of_anybody(word: str) -> None:
    behind, name = FakeKeychain(), word.format(training_id(NOW))
    keychain = NoneForTraining(behind)
    asks: tuple[Callable[[], object], ...] = (
        lambda: keychain.read(name),
        lambda: keychain.write(name, b"seen"),
        lambda: keychain.forget(name),
    )
    for ask in asks:
        with pytest.raises(KeychainError) as error:
            ask()
        assert error.value.trouble is KeychainTrouble.NONE
    assert behind.kept == {}
