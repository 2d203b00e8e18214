"""What the tests of the real keychain run inside a private D-Bus session.

`python -m tests.keys.in_a_session WHAT`: prints one word for each call, for the test to compare.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import tests.no_network
from dsl_desk.domain.way_errors import KeychainError
from dsl_desk.keys.keychain import SystemKeychain, first_allowed

if TYPE_CHECKING:
    from collections.abc import Callable

VAULT = "0a" * 16
SECRET = bytes(range(32))
LIMIT = 3.0


def main(what: str) -> int:
    assert tests.no_network.FENCED_IN_KERNEL or sys.platform != "linux"
    {"keep": keep, "locked": locked, "silent": silent, "class": say_class}[what]()
    return 0


def start_daemon(passphrase: bytes = b"of this test\n") -> None:
    subprocess.run(
        ["gnome-keyring-daemon", "--unlock", "--components=secrets"],  # noqa: S607 as installed
        input=passphrase,
        capture_output=True,
        check=True,
    )


def keep() -> None:
    start_daemon()
    chain = SystemKeychain(LIMIT)
    say(lambda: chain.read(f"device {VAULT}"))
    say(lambda: chain.write(f"device {VAULT}", SECRET))
    say(lambda: SystemKeychain(LIMIT).read(f"device {VAULT}") == SECRET)
    say(lambda: chain.read(f"tries {VAULT}"))
    say(lambda: chain.write(f"device {VAULT}", SECRET[::-1]))
    say(lambda: chain.read(f"device {VAULT}") == SECRET[::-1])
    say(lambda: chain.forget(f"device {VAULT}"))
    say(lambda: chain.read(f"device {VAULT}"))
    say(lambda: chain.forget(f"device {VAULT}"))


def locked() -> None:
    """Meet a keychain that nobody unlocked, where nobody can be asked."""
    subprocess.run(
        ["gnome-keyring-daemon", "--start", "--components=secrets"],  # noqa: S607 as installed
        capture_output=True,
        check=True,
    )
    say(lambda: SystemKeychain(LIMIT).write(f"device {VAULT}", SECRET))


def silent() -> None:
    """Meet a keychain that takes every question and never answers."""
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 only in the session
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 only in the session

    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    mute = open_dbus_connection()
    mute.send_and_get_reply(
        new_method_call(bus, "RequestName", "su", ("org.freedesktop.secrets", 0))
    )
    chain = SystemKeychain(LIMIT)
    begun = time.monotonic()
    say(lambda: chain.read(f"device {VAULT}"))
    first = time.monotonic() - begun
    say(lambda: chain.read(f"device {VAULT}"))
    again = time.monotonic() - begun - first
    sys.stdout.write(f"{LIMIT <= first < LIMIT + 1} {again < 1}\n")


def say_class() -> None:
    start_daemon()
    backend = first_allowed()
    sys.stdout.write(f"{type(backend).__module__}.{type(backend).__qualname__}\n")


def say(call: Callable[[], object]) -> None:
    try:
        sys.stdout.write(f"{call()}\n")
    except KeychainError as failure:
        sys.stdout.write(f"{failure.trouble.value}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
