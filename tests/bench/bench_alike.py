"""How many changed pictures are known again, and how many strangers are taken for the same.

Run: python -m tests.bench.bench_alike [pictures]
Every picture is drawn; each kind has so many. A change is made to each, and the changed one is held
beside its original; strangers are all pairs of one kind, which look most alike, and of all kinds.
"""

from __future__ import annotations

import io
import sys
import time
from itertools import combinations
from typing import TYPE_CHECKING, Final

from PIL import Image

from dsl_desk.decoder.likeness import likeness_of, spots_of
from dsl_desk.domain.alike import Asked, Likeness
from dsl_desk.domain.picture import distance
from tests.bench.drawn_pictures import chat, photograph, post

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[Image.Image], Image.Image]

SIDE: Final = 640  # as the desk asks for it, while a file is captured
KINDS: Final = {"photograph": photograph, "post": post, "chat": chat}


def jpeg(picture: Image.Image, quality: int = 75) -> Image.Image:
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=quality)
    return Image.open(kept)


def cut(left: float, top: float, right: float, bottom: float) -> Change:
    def change(picture: Image.Image) -> Image.Image:
        wide, high = picture.size
        box = (int(left * wide), int(top * high), int(right * wide), int(bottom * high))
        return jpeg(picture.crop(box))

    return change


CHANGES: Final[dict[str, Change]] = {
    "JPEG, quality 30": lambda picture: jpeg(picture, 30),
    "JPEG, quality 10": lambda picture: jpeg(picture, 10),
    "half as wide": lambda picture: jpeg(picture.resize((picture.width // 2, picture.height // 2))),
    "a quarter as wide": lambda picture: picture.resize((picture.width // 4, picture.height // 4)),
    "10 % cut off all round": cut(0.1, 0.1, 0.9, 0.9),
    "20 % cut off all round": cut(0.2, 0.2, 0.8, 0.8),
    "the upper half": cut(0, 0, 1, 0.5),
    "60 % of both sides, upper left": cut(0, 0, 0.6, 0.6),
    "the lower right quarter": cut(0.5, 0.5, 1, 1),
    "a third of both sides": cut(0.3, 0.3, 0.65, 0.65),
    "turned over": lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
}


def likeness(picture: Image.Image) -> Likeness:
    seen = picture.convert("RGBA")
    seen.thumbnail((SIDE, SIDE))
    return Likeness(likeness_of(seen), spots_of(seen))


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 40
    begun = time.process_time()
    likenesses = {
        kind: [likeness(draw(seed)) for seed in range(count)] for kind, draw in KINDS.items()
    }
    each = (time.process_time() - begun) / (len(KINDS) * count)
    print(f"{count} of each kind; drawing one and its likeness: {each * 1000:.0f} ms of processor")
    for name, change in CHANGES.items():
        told = []
        for kind, draw in KINDS.items():
            same = [
                Asked(one).is_same(likeness(change(draw(seed))))
                for seed, one in enumerate(likenesses[kind])
            ]
            told.append(f"{kind} {sum(same)}")
        print(f"{name}: {', '.join(told)}, of {count} each")
    _strangers(likenesses)


def _strangers(likenesses: dict[str, list[Likeness]]) -> None:
    every = [one for kind in likenesses.values() for one in kind]
    for name, some in (*likenesses.items(), ("all kinds", every)):
        begun = time.process_time()
        taken = [Asked(one).is_same(two) for one, two in combinations(some, 2)]
        each = (time.process_time() - begun) / len(taken)
        near = sum((distance(a.whole, b.whole) or 0) <= 10 for a, b in combinations(some, 2))
        print(
            f"strangers, {name}: {sum(taken)} of {len(taken)} pairs taken for the same "
            f"({near} have wholes within 10 bits); {each * 1000:.2f} ms of processor a pair"
        )


if __name__ == "__main__":
    main()
