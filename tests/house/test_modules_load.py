from __future__ import annotations

import importlib
import pkgutil

import pytest

import dsl_desk.documents
import dsl_desk.domain
import dsl_desk.keys
import dsl_desk.services
import dsl_desk.storage

ROOMS = (
    dsl_desk.documents,
    dsl_desk.domain,
    dsl_desk.keys,
    dsl_desk.services,
    dsl_desk.storage,
)
MODULES = [
    module.name
    for room in ROOMS
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_that_every_module_below_the_ui_loads_and_says_what_it_is(name: str) -> None:
    assert importlib.import_module(name).__doc__
