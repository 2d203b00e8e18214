"""From the spot of the manual to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.manual.means import Means as ManualMeans
from dsl_desk.ui.manual.page import ManualPage

if TYPE_CHECKING:
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means


def manual_page(means: Means) -> Page:
    """Make the page. The manual lies beside the resources, in a checkout and when installed."""
    resources = means.words.parent
    folder = resources.parent / "docs" / "manual"
    return ManualPage(ManualMeans(folder, resources / "fonts", means.errands, means.ask))
