"""A short form that opens on the page of a concern."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from dsl_desk.ui.concerns.answers import advice_on
from dsl_desk.ui.forms.opening_form import OpeningForm

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.ui.concerns.standing import Standing
    from dsl_desk.ui.forms.opening_form import Saving


class ShortForm(OpeningForm):
    """Closed until it is wanted; what stands in it is written down beside its concern."""

    def __init__(self, title: str, act: str) -> None:
        super().__init__(title, act, advice_on)

    @abstractmethod
    def saving(self, standing: Standing, entry: EntryId) -> Saving:
        """Return how what stands in it is written down, beside a concern as it stands."""

    def be_about(self, standing: Standing) -> None:
        """Be about a concern as it stands."""
