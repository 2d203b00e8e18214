"""The keychain behind its time limit, over keychains of the test's own; the real one is beside."""

from __future__ import annotations

import base64
import subprocess
import sys
import threading
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.backends.Windows
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError
from typing_extensions import override

from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.way_errors import KeychainError
from dsl_desk.keys import keychain
from dsl_desk.keys.keychain import ALLOWED, SystemKeychain, first_allowed, settled

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "device " + "0a" * 16
SECRET = bytes(range(32))


class InMemory(KeyringBackend):
    """Keeps what it is given; `meet` is called before anything."""

    viable = True

    def __init__(self, meet: Callable[[], object] = lambda: None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring types half of itself
        self.kept: dict[tuple[str, str], str] = {}
        self.meet = meet

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.meet()
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.meet()
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        self.meet()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class NotThere(InMemory):
    viable = False


def fail_with(failure: BaseException) -> Callable[[], object]:
    def fail() -> None:
        raise failure

    return fail


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    backend = InMemory()
    monkeypatch.setattr(keychain, "first_allowed", lambda: backend)
    return backend


def trouble_of(call: Callable[[], object]) -> KeychainTrouble:
    with pytest.raises(KeychainError) as told:
        call()
    assert told.value.__cause__ is None
    return told.value.trouble


def test_that_a_secret_comes_back_as_it_was_and_is_gone_when_forgotten(backend: InMemory) -> None:
    chain = SystemKeychain()
    assert chain.read(NAME) is None
    chain.write(NAME, SECRET)
    assert chain.read(NAME) == SECRET
    assert SystemKeychain().read(NAME) == SECRET
    chain.forget(NAME)
    chain.forget(NAME)
    assert chain.read(NAME) is None
    assert backend.kept == {}


def test_that_what_is_kept_is_named_after_the_program_and_the_vault_alone(
    backend: InMemory,
) -> None:
    SystemKeychain().write(NAME, SECRET)
    assert backend.kept == {(f"DSL Desk {NAME}", "DSL Desk"): base64.b64encode(SECRET).decode()}


def test_that_a_keychain_that_says_yes_and_keeps_nothing_failed(backend: InMemory) -> None:
    backend.kept = Sieve()
    assert trouble_of(lambda: SystemKeychain().write(NAME, SECRET)) is KeychainTrouble.FAILED


class Sieve(dict[tuple[str, str], str]):
    @override
    def __setitem__(self, key: tuple[str, str], value: str) -> None:
        pass


@pytest.mark.parametrize("kept", ["no base 64", "AAA", "\u00e9"])
def test_that_what_somebody_else_put_there_is_no_secret(backend: InMemory, kept: str) -> None:
    backend.kept[f"DSL Desk {NAME}", "DSL Desk"] = kept
    assert trouble_of(lambda: SystemKeychain().read(NAME)) is KeychainTrouble.FAILED


@pytest.mark.parametrize(
    ("failure", "trouble"),
    [
        (KeyringLocked("Failed to unlock"), KeychainTrouble.LOCKED),
        (KeyringError("no"), KeychainTrouble.FAILED),
        (ConnectionRefusedError("no"), KeychainTrouble.FAILED),
    ],
)
def test_that_each_failure_is_told_as_a_fact(
    backend: InMemory, failure: Exception, trouble: KeychainTrouble
) -> None:
    backend.meet = fail_with(failure)
    for call in (
        lambda: SystemKeychain().read(NAME),
        lambda: SystemKeychain().write(NAME, SECRET),
        lambda: SystemKeychain().forget(NAME),
    ):
        assert trouble_of(call) is trouble


def test_that_a_bug_in_a_keychain_flies_and_keeps_nobody_waiting(
    backend: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    flown: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: flown.append(told.exc_type))
    backend.meet = fail_with(ZeroDivisionError())
    assert trouble_of(lambda: SystemKeychain().read(NAME)) is KeychainTrouble.FAILED
    assert flown == [ZeroDivisionError]


def test_that_one_that_hangs_is_left_at_the_limit_and_asked_again_once_it_lets_go(
    backend: InMemory,
) -> None:
    let_go = threading.Event()
    asked: list[int] = []

    def hang() -> None:
        asked.append(1)
        let_go.wait(30)

    backend.meet = hang
    chain = SystemKeychain(limit=0.05)
    assert trouble_of(lambda: chain.read(NAME)) is KeychainTrouble.SLOW
    assert trouble_of(lambda: chain.write(NAME, SECRET)) is KeychainTrouble.SLOW
    assert trouble_of(lambda: chain.forget(NAME)) is KeychainTrouble.SLOW
    assert asked == [1]
    let_go.set()
    assert chain._asking is not None
    chain._asking.join()
    assert SystemKeychain().read(NAME) is None


@pytest.mark.parametrize(
    "refused",
    [
        keyring.backends.null.Keyring,
        keyring.backends.fail.Keyring,
        keyring.backends.chainer.ChainerBackend,
        InMemory,
        type("Keyring", (InMemory,), {"__module__": "keyrings.alt.file"}),
        type("Mine", (InMemory,), {"__module__": "keyring.backends.SecretService"}),
    ],
    ids=["null", "fail", "chainer", "plain", "plain file", "subclass"],
)
def test_that_a_keychain_is_relied_on_by_its_class_alone(refused: type[KeyringBackend]) -> None:
    assert trouble_of(lambda: settled(refused())) is KeychainTrouble.NONE


def test_that_the_ones_relied_on_are_those_of_the_systems() -> None:
    assert ALLOWED == (
        ("keyring.backends.Windows", "WinVaultKeyring"),
        ("keyring.backends.macOS", "Keyring"),
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    )


def test_that_the_one_of_windows_keeps_what_is_ours_on_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    windows = keyring.backends.Windows
    kinds = SimpleNamespace(CRED_PERSIST_LOCAL_MACHINE=2, CRED_PERSIST_ENTERPRISE=3)
    monkeypatch.setattr(windows, "win32cred", kinds, raising=False)
    backend = windows.WinVaultKeyring()  # type: ignore[no-untyped-call]  # as above
    assert backend.persist == 3
    settled(backend)
    assert backend.persist == 2


def test_that_the_first_allowed_one_that_is_there_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    there = ModuleType("there")
    for name, kind in (("Absent", NotThere), ("Present", InMemory)):
        made = type(name, (kind,), {"__module__": "there", "__qualname__": name})
        setattr(there, name, made)
    monkeypatch.setitem(sys.modules, "there", there)
    names = (("nowhere", "Keyring"), ("there", "Absent"), ("there", "Present"))
    monkeypatch.setattr(keychain, "ALLOWED", names)
    assert type(first_allowed()).__qualname__ == "Present"
    monkeypatch.setattr(keychain, "ALLOWED", names[:2])
    assert first_allowed() is None
    assert trouble_of(lambda: SystemKeychain().read(NAME)) is KeychainTrouble.NONE


@pytest.mark.parametrize(
    "asked_for",
    ["keyring.backends.null.Keyring", "keyring.backends.chainer.ChainerBackend", "no.such.Thing"],
)
def test_that_nobody_s_settings_choose_the_keychain(
    asked_for: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", asked_for)
    keep = lambda: SystemKeychain().write(NAME, SECRET)  # noqa: E731 called in one place
    assert trouble_of(keep) is KeychainTrouble.NONE


def test_that_the_keychain_is_loaded_when_it_is_asked_and_not_before() -> None:
    look = "import sys, dsl_desk.keys.keychain; print('keyring' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True, text=True)
    assert run.stdout == "False\n"
