"""Folders that a program copies elsewhere: OneDrive, Dropbox, Google Drive and their like.

Told by what the program says in the environment, by the names it gives its folders, by the marks
it leaves in them, and on Windows by the tags it puts on files that are elsewhere.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import SyncedFolderError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAID: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
# Where case is heeded, the word is a common one.
_NAMED: Final = (
    (re.compile(r"(?i)onedrive( - .+)?|skydrive"), "OneDrive"),
    (re.compile(r"(?i)dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"(?i)google ?drive( \(.+\))?|my drive|drivefs"), "Google Drive"),
    (re.compile(r"(?i)icloud ?drive|mobile documents"), "iCloud Drive"),
    (re.compile(r"(?i)cloudstorage"), "a cloud service"),
    (re.compile(r"Box|Box Sync"), "Box"),
    (re.compile(r"(?i)nextcloud\d?"), "Nextcloud"),
    (re.compile(r"(?i)owncloud\d?"), "ownCloud"),
    (re.compile(r"MEGA|MEGAsync"), "MEGA"),
    (re.compile(r"(?i)pcloud ?drive"), "pCloud"),
    (re.compile(r"(?i)synologydrive|cloudstation"), "Synology Drive"),
    (re.compile(r"(?i)egnyte( drive)?"), "Egnyte"),
    (re.compile(r"(?i)tresorit"), "Tresorit"),
)
_MARKED: Final = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".syncthing", "Syncthing"),
)
# IO_REPARSE_TAG_CLOUD and its fifteen sisters differ in one digit only.
_CLOUD_TAG: Final = 0x9000001A
_ANY_SISTER: Final = 0xFFFF0FFF
_FETCHED_WHEN_READ: Final = 0x00400000 | 0x00040000  # RECALL_ON_DATA_ACCESS, RECALL_ON_OPEN


def refuse_synced(folder: Path, said: Mapping[str, str] = os.environ) -> None:
    """Refuse a folder that is, or lies in, one that a program copies elsewhere."""
    for place in {folder.absolute(), folder.resolve()}:
        for above in (place, *place.parents):
            why = _copied_by(above, said)
            if why:
                raise SyncedFolderError(why)


def _copied_by(place: Path, said: Mapping[str, str]) -> str:
    """Return the program that copies this very folder, or nothing."""
    for name in _SAID:
        root = said.get(name)
        if root and place == Path(root).resolve():
            return "OneDrive"
    for pattern, program in _NAMED:
        if pattern.fullmatch(place.name):
            return program
    for mark, program in _MARKED:
        if (place / mark).exists():
            return program
    return "a cloud service" if _is_elsewhere(place) else ""


def _is_elsewhere(place: Path) -> bool:
    try:
        facts = os.lstat(place)
    except OSError:  # not there yet, so nobody has tagged it
        return False
    # Only Windows has these two.
    return is_cloud(getattr(facts, "st_reparse_tag", 0), getattr(facts, "st_file_attributes", 0))


def is_cloud(tag: int, attributes: int) -> bool:
    """Tell whether Windows has tagged a file as one that is fetched from elsewhere."""
    return tag & _ANY_SISTER == _CLOUD_TAG or bool(attributes & _FETCHED_WHEN_READ)
