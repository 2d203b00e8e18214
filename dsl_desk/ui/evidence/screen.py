"""The door to the screen: one still picture of it, where the system lets a program take one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication, QImage

from dsl_desk.domain.stop_errors import ScreenGrabError, ScreenTrouble

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WAYLAND: Final = "wayland"


class Screen:
    """The screen a window stands on. Nothing is read of it but in `still`."""

    def refusal(self) -> ScreenTrouble | None:
        """Return why the system would not give a picture, as far as it can be known before."""
        if QGuiApplication.platformName().startswith(_WAYLAND):
            return ScreenTrouble.WAYLAND
        return None

    def still(self, window: QWidget) -> QImage:
        """Return the whole screen as it is now; ScreenGrabError where the system refuses it."""
        trouble = self.refusal()
        if trouble is not None:
            raise ScreenGrabError(trouble)
        image = window.screen().grabWindow(0).toImage()
        if image.isNull() or _is_of_one_colour(image):
            raise ScreenGrabError(ScreenTrouble.PERMISSION)
        return image


def _is_of_one_colour(image: QImage) -> bool:
    """Tell whether a picture is empty: what a system gives that has not been asked for leave."""
    small = image.scaled(16, 16)
    colours = {small.pixel(x, y) for x in range(16) for y in range(16)}
    return len(colours) == 1
