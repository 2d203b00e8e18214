"""What every desk knows of looking at accounts: decisions, evidence, and what became of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dsl_desk.services.concerns import Concerns
from dsl_desk.services.files_for_machines import FilesForMachines
from dsl_desk.services.listed_desk import ListedDesk
from dsl_desk.services.looks import looks_of
from dsl_desk.services.machine_readable import MachineReadable
from dsl_desk.services.sweeping import Sweeping
from dsl_desk.services.uses import Uses
from dsl_desk.services.viewing_book import ViewingBook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.services.captures import Captures
    from dsl_desk.services.conversations import Conversations
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.same_picture import SamePicture
    from dsl_desk.services.sharing import Sharing
    from dsl_desk.services.told import Told
    from dsl_desk.services.viewings import Viewings


class LookingDesk(ListedDesk):
    """Concerns and what was looked at, upon what every desk stands on."""

    @cached_property
    def concerns(self) -> Concerns:
        """What was told, and what became of it."""
        return Concerns(self.sitting, self.cases, self.paper, self.policy)

    @cached_property
    def looks(self) -> Looks:
        """Looking at accounts: five services made of the same things."""
        book = ViewingBook(self.sitting, self.concerns)
        return looks_of(book, self.cases, self.people.directory, self.policy)

    @property
    def viewings(self) -> Viewings:
        """Decisions to look."""
        return self.looks.viewings

    @property
    def told(self) -> Told:
        """What was handed in, or told in words only."""
        return self.looks.told

    @property
    def evidence(self) -> Captures:
        """What was captured."""
        return self.looks.evidence

    @property
    def conversations(self) -> Conversations:
        """Pictures put in order, with their words."""
        return self.looks.conversations

    @property
    def same_picture(self) -> SamePicture:
        """Pictures that come again."""
        return self.looks.same_picture

    @property
    def sharing(self) -> Sharing:
        """Copies of it for others, with what is covered."""
        return self.looks.sharing

    @cached_property
    def uses(self) -> Uses:
        """Evidence in more than one record."""
        return Uses(self.evidence, self.custody, self.quarantines, self.concerns)

    @cached_property
    def machine_readable(self) -> MachineReadable:
        """Everything this member may open, for machines."""
        files = FilesForMachines(self.looks)
        return MachineReadable(self.sitting, self.face.school, self._resources, files)

    def sweep(self) -> Iterator[None]:
        """Finish, a step at a time, what a killed desk began with sealed files."""
        return Sweeping(self.sitting, self.quarantines).round()

    @property
    def custody(self) -> Custody:
        """What became of what was captured."""
        return self.looks.custody

    @property
    def quarantines(self) -> Quarantines:
        """What was captured by mistake."""
        return self.looks.quarantines
