"""What stands on a recovery kit's paper, once for the PDF and for the printer."""

from __future__ import annotations

from typing import Final

KIT_TITLE: Final = "Recovery kit"
KIT_MARK: Final = "Confidential: keep sealed"
SIGNS: Final = (
    "Letters and digits only: there is no letter O, I, L or U. A slip of any one sign is found "
    "when the code is typed. Capitals, spaces and dashes do not matter."
)
WHEN: Final = "When you need it"
FORGOTTEN: Final = (
    "If you forget your passphrase, or use DSL Desk on another laptop or account: on the lock "
    "screen choose your name, then “I cannot get in”, and type the code. Choose a new passphrase "
    "at once. Then print a new kit: it ends this one."
)
LAPTOP_GONE: Final = (
    "If the laptop is gone: install DSL Desk on another one, choose “Our school has a vault: bring "
    "back a copy of it”, choose the folder of the copies on their drive or stick, then choose your "
    "name and type the code."
)
OPENS: Final = (
    "The code works without your passphrase, but only together with the laptop or a copy of its "
    "records. Whoever has both can read all that you can read."
)
WHO_KEEPS: Final = "Who keeps it"
KEEPER: Final = (
    "Put it in an envelope, seal it and sign across the flap. Give it to somebody whose own case "
    "would never come to you: for a DSL or a deputy that is the Headteacher, for the Headteacher "
    "the chair of governors, for the chair the trust or the local authority. Never keep it with "
    "the laptop, never photograph it, never store it on a computer."
)
UNOPENED: Final = (
    "Whoever keeps it hands it back to you, in person and unopened. If the flap is broken, make a "
    "new kit the same day."
)
TO_WRITE: Final = ("Kept by (name and post)", "Where", "Handed over on")
TO_SIGN: Final = ("Signature of the owner", "Signature of the keeper")
