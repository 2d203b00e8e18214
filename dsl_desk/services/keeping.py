"""Filing and keeping together: what was filed wrongly, how long things are kept, and disposal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.services.disposals import Disposals
from dsl_desk.services.misfilings import Misfilings
from dsl_desk.services.retention import Retention
from dsl_desk.services.sealed_disposals import SealedDisposals

if TYPE_CHECKING:
    from dsl_desk.domain.copy_made import Certificate
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting


class Keeping:
    """The services of keeping, made of the same things; the desk offers each by its own name."""

    def __init__(
        self,
        sitting: Sitting,
        cases: Cases,
        concerns: Concerns,
        directory: Directory,
        paper: ConcernPaper,
    ) -> None:
        self.misfilings = Misfilings(sitting, cases, concerns, directory)
        self.retention = Retention(sitting, directory, paper.fonts.parent)
        printing = partial(_print, sitting, paper)
        self.disposals = Disposals(sitting, self.retention, cases.book, cases.drafts, printing)
        self.sealed = SealedDisposals(cases, printing, self.retention.reckoned)


def _print(sitting: Sitting, paper: ConcernPaper, certificate: Certificate) -> bytes:
    from dsl_desk.documents.certificate import print_certificate  # noqa: PLC0415 reportlab is slow to import and seldom needed
    from dsl_desk.documents.leaf import Made  # noqa: PLC0415 as above

    return print_certificate(
        certificate, paper.face, Made(sitting.member, sitting.clock.now(), paper.fonts)
    )
