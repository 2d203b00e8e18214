from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.transcript import Turn, names_in, shared_turns, turns_of

NAMES = ("wren.t", "ivy.x", "The group: 6H")
TYPED = """wren.t: are you coming tomorrow
ivy.x: why would i
because you said so?
IVY.X : never mind"""


def test_that_a_message_begins_with_a_name_and_a_colon_and_goes_on_until_the_next() -> None:
    assert turns_of(TYPED, NAMES) == (
        Turn("wren.t", "", "are you coming tomorrow"),
        Turn("ivy.x", "", "why would i\nbecause you said so?"),
        Turn("ivy.x", "", "never mind"),
    )


def test_that_a_chat_is_read_as_the_apps_export_it() -> None:
    pasted = (
        "[18/11/2026, 19:02:33] wren.t: hello\n18/11/26, 19:03 - ivy.x: go away\n7:04 pm wren.t: ok"
    )
    assert [(turn.speaker, turn.at, turn.words) for turn in turns_of(pasted, NAMES)] == [
        ("wren.t", "18/11/2026, 19:02:33", "hello"),
        ("ivy.x", "18/11/26, 19:03", "go away"),
        ("wren.t", "7:04 pm", "ok"),
    ]


def test_that_words_before_any_name_are_nobodys_and_kept() -> None:
    assert turns_of("\n  Today\nwren.t: hi", NAMES) == (
        Turn("", "", "Today"),
        Turn("wren.t", "", "hi"),
    )
    assert turns_of("anna: hi", NAMES) == (Turn("", "", "anna: hi"),)
    assert turns_of("", NAMES) == ()


def test_that_a_name_with_a_colon_in_it_is_known() -> None:
    (turn,) = turns_of("The group: 6H: we meet at 4:30", NAMES)
    assert (turn.speaker, turn.words) == ("The group: 6H", "we meet at 4:30")


def test_that_names_are_offered_once_and_addresses_are_none() -> None:
    words = "wren.t: hi\nWREN.T: again\nhttps://example.org\nnote: x\n: y\n19:02 ivy.x: no"
    assert names_in(words) == ("wren.t", "ivy.x")


@given(st.lists(st.sampled_from(["wren.t: a", "ivy.x: b b", "c", "", "19:02 d", "\t", "é: f"])))
def test_that_no_word_is_lost(lines: list[str]) -> None:
    turns = turns_of("\n".join(lines), NAMES)
    told = " ".join(f"{turn.speaker} {turn.at} {turn.words}" for turn in turns).split()
    for word in "\n".join(lines).split():
        assert word.removesuffix(":") in told or word in told


def slowly(before: list[Turn], after: list[Turn]) -> int:
    """Return the longest end that is a beginning, the obvious way."""
    best = 0
    for count in range(1, len(before) + 1):
        if [turn.words for turn in before[-count:]] == [turn.words for turn in after[:count]]:
            best = count
    return best


MESSAGES = st.lists(st.sampled_from([Turn("a", "", "x"), Turn("a", "", "y")]), max_size=7)


@given(MESSAGES, MESSAGES)
def test_that_shared_messages_are_the_longest_end_that_is_a_beginning(
    before: list[Turn], after: list[Turn]
) -> None:
    assert shared_turns(before, after) == slowly(before, after)


def test_that_messages_are_the_same_however_they_were_spaced_and_whenever_they_came() -> None:
    one, two = Turn("Wren.T", "19:02", "Hello  there"), Turn("wren.t", "", "hello there")
    assert one.same_as(two)
    assert not one.same_as(Turn("ivy.x", "", "hello there"))
