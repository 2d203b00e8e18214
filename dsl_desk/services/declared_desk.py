"""What every desk knows of family links: declarations, their rounds and papers, and the fence."""

from __future__ import annotations

from functools import cached_property

from dsl_desk.services.declaration_papers import DeclarationPapers
from dsl_desk.services.declaration_rounds import DeclarationRounds
from dsl_desk.services.declaration_routes import DeclarationRoutes
from dsl_desk.services.declarations import Declarations
from dsl_desk.services.fence import Fence
from dsl_desk.services.school_desk import SchoolDesk
from dsl_desk.services.signed_papers import SignedPapers


class DeclaredDesk(SchoolDesk):
    """Declarations, upon what every desk stands on."""

    @cached_property
    def declarations(self) -> Declarations:
        """Family links, declared and reviewed."""
        routes = DeclarationRoutes(self.cases, self.policy)
        return Declarations(self.sitting, routes, self.calendars, self.ways_in.prove)

    @cached_property
    def declaration_rounds(self) -> DeclarationRounds:
        """The yearly rounds of declarations."""
        return DeclarationRounds(self.sitting, self.declarations, self.people)

    @cached_property
    def declaration_papers(self) -> DeclarationPapers:
        """Declarations on paper, and as a table."""
        rounds = self.declaration_rounds
        return DeclarationPapers(self.sitting, self.declarations, rounds, self.paper)

    @cached_property
    def signed_papers(self) -> SignedPapers:
        """The signed papers of declarations, and their scans."""
        return SignedPapers(self.sitting, self.declarations)

    @cached_property
    def fence(self) -> Fence:
        """What is noticed before somebody is given what touches a child."""
        return Fence(self.sitting, self.declarations, self.people)
