"""What Linux says of its drives: which kind of filing system stands where."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import PurePath

# Drives of other computers. What runs through FUSE is another program's, and promises nothing of
# locks and flushes; `fuseblk` is a drive of this computer all the same (NTFS, exFAT).
_NETWORK: Final = frozenset(
    {"afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs", "gfs2", "glusterfs", "lustre"}
    | {"ncpfs", "nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs", "webdav"}
)
_MOUNT_POINT: Final = 4
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")


def kind_of(place: PurePath, mounts: str) -> str:
    """Return the kind of filing system at a place, from the words of /proc/self/mountinfo."""
    kind, depth = "", -1
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split(" ")
        if not separator or len(fields) <= _MOUNT_POINT:
            continue
        point = PurePosixPath(_plain(fields[_MOUNT_POINT]))
        # Of two at one place the later covers the earlier.
        if place.is_relative_to(point) and len(point.parts) >= depth:
            kind, depth = after.split(" ")[0], len(point.parts)
    return kind


def is_network(kind: str) -> bool:
    """Tell whether saves there depend on another computer or another program."""
    return kind in _NETWORK or kind == "fuse" or kind.startswith("fuse.")


def _plain(escaped: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), escaped)
