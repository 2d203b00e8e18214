"""Where this system keeps things: the vault for the machine, notes of faults for the account."""

from __future__ import annotations

import os
import sys

# Plain strings and os.path: the supervisor asks before it has time for pathlib.


def _home() -> str:
    return os.path.expanduser("~")  # noqa: PTH111 - as above


def _below(folder: str, *names: str) -> str:
    return os.path.join(folder, *names)  # noqa: PTH118 - as above


if sys.platform == "win32":

    def default_vault() -> str:
        """Return the folder of the vault: one for the machine, whoever of its people uses it."""
        return _below(os.environ.get("PROGRAMDATA", r"C:\ProgramData"), "DSL Desk", "vault")

    def faults() -> str:
        """Return the folder for notes of faults: places in the code and error numbers, no more."""
        home = os.environ.get("LOCALAPPDATA") or _below(_home(), "AppData", "Local")
        return _below(home, "DSL Desk", "faults")

    def waiting() -> str:
        """Return the folder for where files lie that were opened with a double click."""
        home = os.environ.get("LOCALAPPDATA") or _below(_home(), "AppData", "Local")
        return _below(home, "DSL Desk", "waiting")

    def settings() -> str:
        """Return the folder for how this account wants the desk to look; no personal data."""
        home = os.environ.get("LOCALAPPDATA") or _below(_home(), "AppData", "Local")
        return _below(home, "DSL Desk", "settings")

elif sys.platform == "darwin":

    def default_vault() -> str:
        """Return the folder of the vault."""
        return _below(_home(), "Library", "Application Support", "DSL Desk", "vault")

    def faults() -> str:
        """Return the folder for notes of faults: places in the code and error numbers, no more."""
        return _below(_home(), "Library", "Logs", "DSL Desk")

    def waiting() -> str:
        """Return the folder for where files lie that were opened with a double click."""
        return _below(_home(), "Library", "Application Support", "DSL Desk", "waiting")

    def settings() -> str:
        """Return the folder for how this account wants the desk to look; no personal data."""
        return _below(_home(), "Library", "Preferences", "DSL Desk")

else:

    def default_vault() -> str:
        """Return the folder of the vault.

        A Linux machine has no folder that several accounts may write without an administrator.
        """
        return _below(_xdg("XDG_DATA_HOME", ".local", "share"), "dsl-desk", "vault")

    def faults() -> str:
        """Return the folder for notes of faults: places in the code and error numbers, no more."""
        return _below(_xdg("XDG_STATE_HOME", ".local", "state"), "dsl-desk")

    def waiting() -> str:
        """Return the folder for where files lie that were opened with a double click."""
        return _below(_xdg("XDG_STATE_HOME", ".local", "state"), "dsl-desk", "waiting")

    def settings() -> str:
        """Return the folder for how this account wants the desk to look; no personal data."""
        return _below(_xdg("XDG_CONFIG_HOME", ".config"), "dsl-desk")

    def _xdg(name: str, *otherwise: str) -> str:
        folder = os.environ.get(name, "")
        # The standard says: a path that is not absolute is to be ignored.
        return folder if folder.startswith("/") else _below(_home(), *otherwise)
