from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError
from dsl_desk.ui.errors.sentences import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BELOW_UI = ("domain", "keys", "storage", "documents", "intake", "services", "system")


def with_children(kind: type[DeskError]) -> Iterator[type[DeskError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from with_children(child)


def without_words(kinds: Iterable[type[DeskError]]) -> list[str]:
    return [kind.__name__ for kind in kinds if kind not in SENTENCES]


def every_kind() -> list[type[DeskError]]:
    for room in BELOW_UI:
        package = importlib.import_module(f"dsl_desk.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return [kind for kind in with_children(DeskError) if kind.__module__.startswith("dsl_desk.")]


def test_that_every_failure_has_its_words() -> None:
    assert without_words(every_kind()) == []


def test_that_a_new_failure_without_words_is_named() -> None:
    class BellTowerError(DeskError): ...

    assert without_words(with_children(BellTowerError)) == ["BellTowerError"]


def test_that_failures_are_declared_in_the_domain_only() -> None:
    elsewhere = [
        kind for kind in every_kind() if not kind.__module__.startswith("dsl_desk.domain.")
    ]
    assert elsewhere == []


def test_that_no_words_are_kept_for_a_failure_that_is_gone() -> None:
    assert set(SENTENCES) <= set(every_kind())
