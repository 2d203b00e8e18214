"""Whether single letters do something to a picture or a list that has the focus."""

from __future__ import annotations


class LetterKeys:
    """On until somebody switches them off; then off on every page, until the desk is locked.

    Whoever speaks to the computer, or whose hands hit keys by chance, does without them: all that
    they do can be done with a button, too.
    """

    def __init__(self) -> None:
        self.on = True

    def switch(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        """Switch them on, or off."""
        self.on = on
