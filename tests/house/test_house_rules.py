from __future__ import annotations

from tests.house.rules import captions, names, papers, sizes, waits
from tests.house.rules.plan import HOUSE


def nothing(wrong: list[str]) -> None:
    assert not wrong, "\n" + "\n".join(wrong)


def test_that_no_file_is_longer_than_300_lines() -> None:
    nothing(sizes.files_too_long(HOUSE))


def test_that_no_function_is_longer_than_30_lines() -> None:
    nothing(sizes.functions_too_long(HOUSE))


def test_that_every_package_holds_its_caption_and_nothing_else() -> None:
    nothing(captions.wrong_captions(HOUSE))


def test_that_the_map_in_the_architecture_page_repeats_the_captions() -> None:
    nothing(captions.map_is_old(HOUSE))


def test_that_no_name_could_stand_for_anything() -> None:
    nothing(names.empty_names(HOUSE))


def test_that_every_name_of_a_test_is_a_claim() -> None:
    nothing(names.names_without_claim(HOUSE))


def test_that_everybody_is_handed_five_fixtures_and_no_more() -> None:
    nothing(names.fixtures_beyond_five(HOUSE))


def test_that_the_lock_holds_every_library_as_it_was_asked_for() -> None:
    nothing(papers.not_in_the_lock(HOUSE))


def test_that_nothing_waits_for_time() -> None:
    nothing(waits.waits_for_time(HOUSE))


def test_that_only_the_last_resort_catches_everything() -> None:
    nothing(waits.swallows_bugs(HOUSE))


def test_that_a_gate_is_silenced_only_by_code_and_with_a_reason() -> None:
    nothing(waits.silenced_without_reason(HOUSE))


def test_that_the_top_of_the_house_holds_only_what_belongs_there() -> None:
    nothing(papers.strangers_at_the_top(HOUSE))


def test_that_the_changelog_tells_of_this_version() -> None:
    nothing(papers.version_without_news(HOUSE))


def test_that_every_decision_record_has_its_form() -> None:
    nothing(papers.formless_decisions(HOUSE))


def test_that_no_text_names_the_machine_it_was_written_on() -> None:
    nothing(papers.names_a_machine(HOUSE))
