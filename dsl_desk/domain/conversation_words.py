"""What is said of a picture in a conversation, the same on screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.conversation import Meets

if TYPE_CHECKING:
    from dsl_desk.domain.conversation_file import Stretch


def met(stretch: Stretch) -> str:
    """Return how a picture meets the one before it, in words; nothing where it just follows."""
    note = stretch.shot.note.strip()
    if stretch.shot.meets is Meets.GAP:
        words = "Gap: what came before this picture was not captured."
    elif stretch.shot.meets is Meets.OVERLAPS:
        words = "Overlaps the picture before."
        if stretch.told_before:
            words = f"Overlaps the picture before: {_first(stretch.shared)} and is read there."
            words = words.replace("messages stand in both and is", "messages stand in both and are")
    else:
        words = ""
    return f"{words} {note}".strip()


def set_aside_words(*, set_aside: bool) -> str:
    """Return what stands in the place of a picture that is not shown."""
    if set_aside:
        return "Set aside, captured by mistake. Nobody opens, prints or copies it."
    return "It could not be shown. The original is kept as it was."


def _first(shared: int) -> str:
    if shared == 1:
        return "its first message stands in both"
    return f"its first {shared} messages stand in both"
