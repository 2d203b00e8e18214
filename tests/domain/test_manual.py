from __future__ import annotations

from dsl_desk.domain.manual import Block, Sort, Tone, find, read_page, spoken

TEXT = """# How do I begin?
You need a printer. Then you
go on.

![A page](01-a-page)

## Set up
1. Press **Create the vault**.
2. Type `dsl-desk`
   and wait:

       dsl-desk check

- One
- Two

```toml
name = "x"
```
"""


def test_that_a_page_is_read_as_its_text_says_it() -> None:
    page = read_page("01-begin", TEXT)
    assert (page.name, page.title) == ("01-begin", "How do I begin?")
    assert page.blocks == (
        Block(Sort.WORDS, ("You need a printer. Then you go on.",)),
        Block(Sort.PICTURE, ("01-a-page", "A page")),
        Block(Sort.HEADING, ("Set up",)),
        Block(Sort.STEPS, ("Press **Create the vault**.", "Type `dsl-desk` and wait:")),
        Block(Sort.CODE, ("dsl-desk check",)),
        Block(Sort.POINTS, ("One", "Two")),
        Block(Sort.CODE, ('name = "x"',)),
    )


def test_that_its_first_sentence_says_what_it_is_about() -> None:
    assert read_page("01-begin", TEXT).begins == "You need a printer."
    assert read_page("empty", "# Empty").begins == ""


def test_that_a_line_is_taken_apart_by_its_tones() -> None:
    assert spoken("Press **Lock** or `dsl` now") == [
        ("Press ", Tone.PLAIN),
        ("Lock", Tone.CONTROL),
        (" or ", Tone.PLAIN),
        ("dsl", Tone.TYPED),
        (" now", Tone.PLAIN),
    ]
    assert spoken("") == []


def test_that_a_list_ends_where_a_heading_begins_and_a_fence_may_stay_open() -> None:
    page = read_page("x", "# X\n- One\n## Two\n```\nleft open")
    assert [block.sort for block in page.blocks] == [Sort.POINTS, Sort.HEADING, Sort.CODE]


def test_that_pages_are_found_by_all_of_their_words_and_titles_come_first() -> None:
    begin = read_page("a", TEXT)
    other = read_page(
        "b", "# How do I create a kit?\n" + "Long before " * 9 + "the printer prints."
    )
    assert [one.page.name for one in find((begin, other), "create printer")] == ["b", "a"]
    assert find((begin, other), "printer prints now") == []
    assert find((begin, other), " ") == []


def test_that_what_was_found_is_shown_with_whole_words_around_it() -> None:
    other = read_page(
        "b", "# A kit\n" + "Long before " * 9 + "the printer prints. " + "After " * 20
    )
    early = read_page("c", "# Another\nThe printer prints. " + "After it " * 20)
    first, second = find((other, early), "PRINTER")
    assert first.around.startswith("… ")
    assert "the printer prints. After" in first.around
    assert second.around.startswith("The printer prints. After")
    titled = find((other,), "kit")
    assert titled[0].around.startswith("Long before")
