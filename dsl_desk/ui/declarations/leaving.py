"""A copy on its way out: asked where, written down, then made whole on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.system.copies import write_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.declarations.means import Means
    from dsl_desk.ui.kit.button import Button
    from dsl_desk.ui.kit.page import Page


class Leaving:
    """Works for one page; nothing is written down for a copy nobody wanted after all."""

    def __init__(self, page: Page, means: Means, fail: Callable[[DeskError], None]) -> None:
        self._page, self._means, self._fail = page, means, fail

    def send(self, file: str, make: Callable[[Desk], Changed[bytes]], button: Button) -> None:
        """Ask where, and make it; the file's name names nobody."""
        if button.is_busy():
            return
        title = self._page.tr("Save a copy")
        path = self._means.ask.where_to_save(self._page, title, file)
        if path is None:
            return
        button.busy(self._page.tr("Making the copy"))

        def failed(error: DeskError) -> None:
            button.rest()
            self._fail(error)

        def written(path: Path) -> None:
            button.rest()
            self._page.said.emit(self._page.tr("Saved as {name}").replace("{name}", path.name))

        def write(content: bytes) -> None:
            def job(_progress: Progress) -> Path:
                write_copy(path, content)
                return path

            self._means.errands.run(self._page, job, written, failed)

        self._means.worker.do(self._means.errands, make, write, failed)
