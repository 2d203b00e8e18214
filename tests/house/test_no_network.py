from __future__ import annotations

import _socket
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import no_network

if TYPE_CHECKING:
    from collections.abc import Callable

WAYS_OUT: dict[str, Callable[[], object]] = {
    "a plain socket": socket.socket,
    "a socket of version 6": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    "the socket below the socket": lambda: _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM),
    "a connection": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    "a name": lambda: socket.getaddrinfo("fernhollow.example", 443),
    "a name, the old way": lambda: socket.gethostbyname("fernhollow.example"),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_that_every_way_to_a_network_is_refused_by_name(way: str) -> None:
    with pytest.raises(no_network.NetworkRefusedError, match="tests reach no network"):
        WAYS_OUT[way]()


def test_that_the_local_socket_of_a_keychain_stays_open() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    with ours, theirs:
        ours.sendall(b"still here")
        assert theirs.recv(10) == b"still here"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's fence is Linux's")
def test_that_a_process_started_by_a_test_stands_behind_the_fence_too() -> None:
    assert no_network.FENCED_IN_KERNEL
    opening = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    child = subprocess.run([sys.executable, "-c", opening], capture_output=True, check=False)
    assert b"PermissionError" in child.stderr
