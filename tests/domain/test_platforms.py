"""Ages of platforms: by terms or by law, from a day on, and what was announced."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsl_desk.domain.platforms import (
    Basis,
    PlatformsError,
    named_in,
    read_platforms,
    too_young,
)

DATA = Path(__file__).parents[2] / "resources" / "platforms" / "ages.toml"
ALL = read_platforms(DATA.read_text("utf-8"))
BY_NAME = {each.name: each for each in ALL}
TODAY = "2026-11-19"


def test_that_every_age_has_its_source_and_the_day_it_was_looked_at() -> None:
    rules = [rule for platform in ALL for rule in platform.rules]
    assert all(rule.source and rule.checked for rule in rules)
    assert {rule.basis for rule in rules} == set(Basis)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Instagram", ["Instagram"]),
        ("a group on whatsapp", ["WhatsApp"]),
        ("WhatsApp, Snap", ["Snapchat", "WhatsApp"]),
        ("YouTube Kids", ["YouTube Kids"]),
        ("YouTube and YouTube Kids", ["YouTube", "YouTube Kids"]),
        ("X (Twitter)", ["X"]),
        ("Xbox", []),
        ("", []),
    ],
)
def test_that_a_platform_is_known_by_what_people_write(written: str, names: list[str]) -> None:
    assert [each.name for each in named_in(ALL, written)] == names


def test_that_both_numbers_and_the_announced_age_are_told() -> None:
    now, later = too_young("Wren Tamarisk", 10, BY_NAME["Instagram"], TODAY)
    assert now.words == "Wren Tamarisk is 10. Instagram is from 13, by its terms."
    assert later.words == (
        "Wren Tamarisk is 10. From spring 2027 (announced 15 June 2026) Instagram is to be"
        " from 16, by the law."
    )


def test_that_an_age_nobody_confirmed_is_told_as_such() -> None:
    (told,) = too_young("Wren Tamarisk", 10, BY_NAME["Reddit"], TODAY)
    assert told.words.endswith("This age is not confirmed: look it up.")


@pytest.mark.parametrize(
    ("age", "platform", "ages"),
    [
        (13, "Instagram", [16]),
        (16, "Instagram", []),
        (12, "WhatsApp", [13]),
        (13, "WhatsApp", []),
        (4, "YouTube Kids", []),
    ],
)
def test_that_nothing_is_told_of_a_child_who_is_old_enough(
    age: int, platform: str, ages: list[int]
) -> None:
    assert [one.rule.age for one in too_young("Wren", age, BY_NAME[platform], TODAY)] == ages


def test_that_an_announced_age_holds_from_the_day_somebody_writes() -> None:
    said = 'announced = "2026-06-15"\nexpected = "spring 2027"'
    text = DATA.read_text("utf-8").replace(said, f'{said}\nfrom = "2027-04-06"')
    instagram = {each.name: each for each in read_platforms(text)}["Instagram"]
    before, since = instagram.least("2027-04-05"), instagram.least("2027-04-06")
    assert before is not None
    assert since is not None
    assert (before.age, since.age, since.basis) == (13, 16, Basis.STATUTE)
    (told,) = too_young("Wren", 14, instagram, "2027-04-06")
    assert told.words == "Wren is 14. Instagram is from 16, by the law."
    (ahead,) = too_young("Wren", 14, instagram, "2027-04-05")
    assert "From spring 2027" in ahead.words


def test_that_a_coming_age_without_an_announcement_is_told_by_its_day() -> None:
    row = 'age = 15\nbasis = "terms"\nsource = "x"\nchecked = "2026-11-21"\nfrom = "2027-01-01"'
    (one,) = read_platforms(f'[[platform]]\nname = "Chirrup"\n[[platform.age]]\n{row}\n')
    assert one.least(TODAY) is None
    (told,) = too_young("Wren", 10, one, TODAY)
    assert told.words == "Wren is 10. From 2027-01-01 Chirrup is to be from 15, by its terms."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[[platform]]\n",
        'platform = "none"',
        '[[platform]]\nname = "a"\n[[platform.age]]\nage = 13\n',
        '[[platform]]\nname = "a"\n[[platform.age]]\nage = 13\nbasis = "rumour"\nsource = ""\n',
        (
            '[[platform]]\nname = "a"\n[[platform.age]]\nage = 13\nbasis = "terms"\n'
            'source = "x"\nchecked = "some day"\n'
        ),
        "not toml",
    ],
)
def test_that_data_that_is_wrong_is_refused(text: str) -> None:
    with pytest.raises(PlatformsError):
        read_platforms(text)
