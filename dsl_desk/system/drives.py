"""What kind of place a folder is: on a drive of this computer, on another's, or copied elsewhere.

A vault in use must not lie where saves can be lost unseen: network drives break the locks and the
order of writes, and programs that copy a folder elsewhere take a file and its journal at different
moments, and put old ones back. Snapshots may go to all of these places.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.errors import DiskSpaceError, NetworkDriveError
from dsl_desk.system.synced import refuse_synced

if TYPE_CHECKING:
    from pathlib import Path

LOW: Final = 500_000_000
_SPARE: Final = 200_000_000  # what must be left for the records when evidence is brought in


def refuse_unsuited(folder: Path) -> None:
    """Refuse a folder that a vault in use cannot live in, with the reason. It need not be there."""
    if _is_on_a_network(folder.resolve()):
        raise NetworkDriveError
    refuse_synced(folder)


def free_space(folder: Path) -> int:
    """Return how many bytes may still be written where this folder is, or will be."""
    try:
        return shutil.disk_usage(_what_is_there(folder)).free
    except OSError as failure:
        raise what_the_disk_did(failure) from failure


def is_low(folder: Path) -> bool:
    """Tell whether it is time to warn that the drive is nearly full."""
    return free_space(folder) < LOW


def need_space(folder: Path, size: int, spare: int = _SPARE) -> None:
    """Refuse to begin what would fill the drive."""
    if free_space(folder) < size + spare:
        raise DiskSpaceError(size + spare)


def on_one_drive(one: Path, other: Path) -> bool:
    """Tell whether both would be lost together with one drive."""
    return _what_is_there(one).stat().st_dev == _what_is_there(other).stat().st_dev


def _what_is_there(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists."""
    there = folder.resolve()
    while not there.exists():
        there = there.parent
    return there


if sys.platform == "win32":
    import ctypes

    _REMOTE: Final = 4  # DRIVE_REMOTE of GetDriveTypeW

    def _is_on_a_network(place: Path) -> bool:
        # A letter may stand for a share, and a share need have no letter.
        root = os.path.splitdrive(place)[0] + "\\"
        return root.startswith("\\\\") or (ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE)

elif sys.platform == "darwin":
    import ctypes

    _LOCAL: Final = 0x1000  # MNT_LOCAL
    _FLAGS_AT: Final = 64  # of struct statfs, 64-bit inodes
    _ROOM: Final = 4096

    def _is_on_a_network(place: Path) -> bool:
        answer = ctypes.create_string_buffer(_ROOM)
        system = ctypes.CDLL(None)
        statfs = getattr(system, "statfs$INODE64", None) or system.statfs
        if statfs(os.fsencode(_what_is_there(place)), answer) != 0:
            return False
        return not int.from_bytes(answer.raw[_FLAGS_AT : _FLAGS_AT + 4], "little") & _LOCAL

else:
    from pathlib import Path as _Path

    from dsl_desk.system.mounts import is_network, kind_of

    def _is_on_a_network(place: Path) -> bool:
        try:
            mounts = _Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
        except OSError:  # a system without it cannot be asked
            return False
        return is_network(kind_of(place, mounts))
