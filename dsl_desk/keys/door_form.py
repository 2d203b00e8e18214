"""What each kind of door has to look like on the vault's page; anything else is no door of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.device import MARK_LENGTH, SECRET_LENGTH
from dsl_desk.keys.doors import NONCE_LENGTH
from dsl_desk.keys.kit import NO_COST
from dsl_desk.keys.person import SECRET_LENGTH as PRIVATE_KEYS_LENGTH
from dsl_desk.keys.stretching import SALT_LENGTH

if TYPE_CHECKING:
    from dsl_desk.keys.doors import Door

_TAG: Final = 16
_SEALED: Final = PRIVATE_KEYS_LENGTH + _TAG
_KEPT: Final = NONCE_LENGTH + SECRET_LENGTH + _TAG
_WITH_A_SECRET: Final = frozenset({Way.PASSPHRASE, Way.KEY_FILE})


def well_formed(door: Door) -> bool:
    """Tell whether every piece of a door has its length. Its price is checked before it is paid."""
    lock = door.lock
    beside = (MARK_LENGTH, _KEPT) if lock.way in _WITH_A_SECRET else (0, 0)
    lengths = (len(lock.recipe.salt), len(door.nonce), len(door.sealed))
    return (
        lengths == (SALT_LENGTH, NONCE_LENGTH, _SEALED)
        and (len(lock.mark), len(door.kept)) == beside
        and (lock.way is not Way.KIT or lock.recipe.cost == NO_COST)
    )
