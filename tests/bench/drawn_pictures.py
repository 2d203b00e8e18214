"""Pictures that never were: photographs of nothing, posts, and screens of a chat."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFilter, ImageFont

_FONT: Final = Path(__file__).parents[2] / "resources" / "fonts" / "Inter_400Regular.ttf"
_WORDS: Final = (
    *("are you coming", "tomorrow why", "would because", "said never mind", "please stop"),
    *("sending it round", "everybody has", "seen that", "picture already", "who told them"),
    *("ask ivy", "she knows nothing", "about the trip", "on friday bring", "your own lunch"),
    *("and do not", "tell miss harebell", "see you", "at the gate", "half past four"),
)


def chance_of(seed: int) -> Random:
    """Return chance that falls the same way for the same seed."""
    return Random(seed)  # noqa: S311 pictures, not keys


def photograph(seed: int, size: tuple[int, int] = (1200, 900)) -> Image.Image:
    """Soft noise at several sizes, with shapes on it: as much in it as in a holiday picture."""
    chance = chance_of(seed)
    picture = Image.new("RGB", size)
    for parts, weight in ((4, 0.6), (16, 0.3), (64, 0.15)):
        noise = Image.frombytes("RGB", (parts, parts), chance.randbytes(parts * parts * 3))
        picture = Image.blend(picture, noise.resize(size, Image.Resampling.BICUBIC), weight)
    draw = ImageDraw.Draw(picture)
    for _ in range(25):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        wide, high = chance.randrange(30, size[0] // 4), chance.randrange(30, size[1] // 4)
        colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        shape = chance.choice((draw.ellipse, draw.rectangle))
        shape((x, y, x + wide, y + high), fill=colour)
    return picture.filter(ImageFilter.GaussianBlur(1.5))


def post(seed: int) -> Image.Image:
    """A photograph in the frame of an app, with words under it."""
    chance = chance_of(seed)
    page = Image.new("RGB", (1080, 1920), "white")
    draw = ImageDraw.Draw(page)
    draw.text((40, 40), "12:14        Friends", fill="black", font=_font(44))
    page.paste(photograph(seed, (1080, 1080)), (0, 160))
    _write(draw, chance, (40, 1290, 1040), 8)
    return page


def chat(seed: int) -> Image.Image:
    """A screen of a chat: always the same frame, other words in it."""
    chance = chance_of(seed)
    page = Image.new("RGB", (1080, 2340), "#ece5dd")
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, 1080, 210), fill="#075e54")
    draw.text((150, 110), "6H girls", fill="white", font=_font(50))
    top = 250
    while top < 2080:
        lines = chance.randrange(1, 4)
        left = chance.choice((40, 300))
        box = (left, top, left + 740, top + 40 + lines * 52)
        draw.rounded_rectangle(box, 24, fill="white" if left == 40 else "#dcf8c6")
        _write(draw, chance, (left + 30, top + 16, left + 700), lines)
        top = box[3] + 24
    draw.rounded_rectangle((30, 2210, 1050, 2310), 50, fill="white")
    return page


def _write(
    draw: ImageDraw.ImageDraw, chance: Random, box: tuple[int, int, int], lines: int
) -> None:
    left, top, right = box
    for line in range(lines):
        words, at = [], left
        while at < right - 160:
            word = chance.choice(_WORDS)
            words.append(word)
            at += 20 * len(word) + 12
        draw.text((left, top + line * 52), " ".join(words), fill="#16211e", font=_font(38))


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONT, size)
