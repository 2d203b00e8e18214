"""The keychain of this account: the operating system's own, through `keyring`.

Which keychains we rely on is decided here by class, never by anybody's settings: no configuration,
environment variable or plug-in can put a plain file, or nothing at all, in its place. Each call
runs on a thread of its own with a time limit: a locked one may ask a person, and wait for ever.
"""

from __future__ import annotations

import base64
import importlib
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.way_errors import KeychainError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from keyring.backend import KeyringBackend

    Job = Callable[[KeyringBackend], str | None]

T = TypeVar("T")

LIMIT: Final = 3.0
_US: Final = "DSL Desk"

# The only keychains we rely on, in the order in which they are asked.
ALLOWED: Final = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)
_FAILURES: Final = (
    ("keyring.errors", "KeyringError"),
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("win32ctypes.pywin32.pywintypes", "error"),
)
# Windows would let secrets roam with the profile; ours belong to one machine.
_OF_WINDOWS: Final = "WinVaultKeyring"
_STAYS_HERE: Final = "local machine"


@dataclass
class _Answer:
    """What came back from the thread, if anything did."""

    text: str | None = field(default=None, repr=False)
    trouble: KeychainTrouble | None = KeychainTrouble.FAILED


class SystemKeychain:
    """Asks the first of the allowed keychains that is there."""

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._asking: threading.Thread | None = None

    def read(self, name: str) -> bytes | None:
        """Return what was kept under a name; None when nothing is."""
        text = self._ask(lambda backend: backend.get_password(f"{_US} {name}", _US))
        try:
            return None if text is None else base64.b64decode(text, validate=True)
        except ValueError:
            raise KeychainError(KeychainTrouble.FAILED) from None  # the cause would carry it

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret, and see that it is there: some keychains say yes and keep nothing."""
        text = base64.b64encode(secret).decode()

        def keep(backend: KeyringBackend) -> str | None:
            backend.set_password(f"{_US} {name}", _US, text)
            return backend.get_password(f"{_US} {name}", _US)

        if self._ask(keep) != text:
            raise KeychainError(KeychainTrouble.FAILED)

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        self._ask(lambda backend: _delete(backend, f"{_US} {name}"))

    def _ask(self, job: Job) -> str | None:
        # One that hangs is not asked again: it would only hang once more.
        if self._asking is not None and self._asking.is_alive():
            raise KeychainError(KeychainTrouble.SLOW)
        answer = _Answer()
        self._asking = threading.Thread(target=_run, args=(job, answer), daemon=True)
        self._asking.start()
        self._asking.join(self._limit)
        if self._asking.is_alive():
            raise KeychainError(KeychainTrouble.SLOW)
        if answer.trouble is not None:
            raise KeychainError(answer.trouble)
        return answer.text


def _run(job: Job, answer: _Answer) -> None:
    from keyring.errors import KeyringLocked  # noqa: PLC0415 60 ms, only for who has a keychain

    known = tuple(_known_failures())
    try:
        backend = first_allowed()
        if backend is None:
            answer.trouble = KeychainTrouble.NONE
            return
        answer.text = job(backend)
        answer.trouble = None
    except KeyringLocked:
        answer.trouble = KeychainTrouble.LOCKED
    except known:
        answer.trouble = KeychainTrouble.FAILED


def _delete(backend: KeyringBackend, service: str) -> None:
    from keyring.errors import PasswordDeleteError  # noqa: PLC0415 see above

    with suppress(PasswordDeleteError):  # it was not there
        backend.delete_password(service, _US)


def first_allowed() -> KeyringBackend | None:
    """Return the keychain of this account, if it is one we rely on and it is there."""
    for module, name in ALLOWED:
        with suppress(ImportError):
            kind: type[KeyringBackend] = getattr(importlib.import_module(module), name)
            if kind.viable:
                return settled(kind())
    return None


def settled(backend: KeyringBackend) -> KeyringBackend:
    """Return the keychain, told to keep what is ours on this machine; refuse any other class."""
    kind = type(backend)
    if (kind.__module__, kind.__qualname__) not in ALLOWED:
        raise KeychainError(KeychainTrouble.NONE)
    if kind.__qualname__ == _OF_WINDOWS:
        setattr(backend, "persist", _STAYS_HERE)  # noqa: B010 it is no attribute of every keychain
    return backend


def _known_failures() -> Iterator[type[BaseException]]:
    """Name what a keychain that does not work can raise; anything else is a bug and flies."""
    yield OSError
    for module, name in _FAILURES:
        with suppress(ImportError):  # that of another system
            yield getattr(importlib.import_module(module), name)
