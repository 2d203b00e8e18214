"""docs/performance.md and its plot, made of what `dsl-desk bench` found.

Run: python -m tests.bench.performance OUT.json
"""

from __future__ import annotations

import json
import sys
from math import log10
from pathlib import Path
from typing import Any, Final

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.legends import LineLegend
from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import toColor

from dsl_desk.app.bench.growth import growth_of, told_of

DOCS: Final = Path(__file__).parents[2] / "docs"
PLOT: Final = "performance.svg"
_INKS: Final = ("black", "teal", "purple", "chocolate", "navy", "crimson", "olive", "slategray")
_MANY: Final = 100
_DASHES: Final = (None, (5, 2), (1, 2), (7, 2, 1, 2))

_HEAD: Final = """# What the services take, and how it grows

This page is made by `dsl-desk bench OUT.json`, then `python -m tests.bench.performance OUT.json`;
nobody types a figure. Each vault is a training vault, made by the services themselves; each line
stands beside its floor, measured in the same run in turns with it: what the library below, the
file or the index would take for the same, bare. Milliseconds are medians by the processor's time
of this process, and so is the ratio: others were at work on the machine, and the clock would tell
of them. Waiting for the disk is not in it. The exponent is the slope through all sizes: 0 takes as
long however many entries there are, 1 ten times as long for ten times as many.

"""


def main(found: dict[str, Any]) -> None:
    (DOCS / "performance.md").write_text(page(found), "utf-8")
    renderSVG.drawToFile(plot(found["runs"]), str(DOCS / PLOT))


def page(found: dict[str, Any]) -> str:
    runs = found["runs"]
    sizes = [f"{run['entries']:,}" for run in runs]
    head = f"{_HEAD}{found['machine']}, version {found['version']}, {found['at']}.\n\n"
    parts = (head, _measures(found, sizes), f"\n![Time by number of entries]({PLOT})\n")
    return "".join((*parts, _floors(runs[0]), _rest(runs, sizes), _stalls(runs, sizes), _OPEN))


_OPEN: Final = """
## Not measured here

Sizes that no column shows: making them took longer than this run was given. What was measured by
other programs, of 1,000,000 entries, drops, packs of pictures, locking and starting, stands in
[speed.md](speed.md) with the command that made it.
"""


def _measures(found: dict[str, Any], sizes: list[str]) -> str:
    lines = [_row("what, ms (times its floor)", *sizes, "exponent"), _rule(len(sizes) + 2)]
    growth = growth_of(found["runs"])
    for name in _names(found["runs"]):
        told = [_told(_line(run, name)) for run in found["runs"]]
        slope = growth[name]
        lines.append(_row(name, *told, "" if slope is None else f"{slope:.2f}"))
    return "".join(lines)


def _names(runs: list[dict[str, Any]]) -> list[str]:
    """Return every measure once, in the order in which it was taken."""
    return list(dict.fromkeys(one["name"] for run in runs for one in run["measures"]))


def _line(run: dict[str, Any], name: str) -> dict[str, Any] | None:
    return next((one for one in run["measures"] if one["name"] == name), None)


def _told(line: dict[str, Any] | None) -> str:
    if line is None:
        return "not measured"
    times = line["ratio"]
    return f"{_ms(told_of(line['ours']))} ({times:,.0f})" if times >= _MANY else _few(line)


def _few(line: dict[str, Any]) -> str:
    return f"{_ms(told_of(line['ours']))} ({line['ratio']:.1f})"


def _floors(run: dict[str, Any]) -> str:
    lines = [_row("what", "its floor"), _rule(2)]
    lines += [_row(one["name"], one["floor_is"]) for one in run["measures"]]
    return f"\n## The floors\n\n{''.join(lines)}"


def _rest(runs: list[dict[str, Any]], sizes: list[str]) -> str:
    took = [run["made_in_seconds"] for run in runs]
    made = [f"{one:,.0f} s" if one else "stood before" for one in took]
    rates = [
        f"{run['entries'] / one:,.0f} a second" if one else ""
        for run, one in zip(runs, took, strict=True)
    ]
    lines = (
        _row("what", *sizes),
        _rule(len(sizes) + 1),
        _row("making the vault", *made),
        _row("that is, in entries", *rates),
        _row("its size", *(f"{run['bytes'] / 1e6:,.0f} MB" for run in runs)),
        _row("most memory until then", *(f"{run['highest_memory_mb']:,.0f} MB" for run in runs)),
    )
    return f"\n## Size and memory\n\n{''.join(lines)}"


def _stalls(runs: list[dict[str, Any]], sizes: list[str]) -> str:
    lines = [_row("longest stall while going to, ms", *sizes), _rule(len(sizes) + 1)]
    lines += [
        _row(place, *(f"{run['stalls'][place]:.0f}" for run in runs)) for place in runs[0]["stalls"]
    ]
    told = "By the processor's time of the main thread. The goal is 50.\n\n"
    return f"\n## Stalls of the main thread\n\n{told}{''.join(lines)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _rule(count: int) -> str:
    return f"|{'---|' * count}\n"


def _ms(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}" if value < 1 else f"{value:.1f}"


def _mark_axes(chart: LinePlot, runs: list[dict[str, Any]]) -> None:
    for axis in (chart.xValueAxis, chart.yValueAxis):
        axis.labelTextFormat = lambda power: f"{10**power:,.4g}"
    chart.xValueAxis.valueSteps = [log10(run["entries"]) for run in runs]
    chart.yValueAxis.valueSteps = [-2, -1, 0, 1, 2, 3, 4, 5, 6]


def plot(runs: list[dict[str, Any]]) -> Drawing:
    """Both axes by their logarithms, so that a power law is a straight line."""
    names = _names(runs)
    drawing = Drawing(860, 420)
    chart = LinePlot()
    chart.x, chart.y, chart.width, chart.height = 50, 40, 420, 350
    chart.data = [
        [
            (log10(run["entries"]), log10(max(0.01, told_of(line["ours"]))))
            for run in runs
            if (line := _line(run, name)) is not None
        ]
        for name in names
    ]
    _mark_axes(chart, runs)
    legend = LineLegend()
    legend.x, legend.y, legend.columnMaximum, legend.alignment = 490, 390, len(names), "right"
    legend.colorNamePairs = []
    for nth, name in enumerate(names):
        ink = toColor(_INKS[nth % len(_INKS)])
        chart.lines[nth].strokeColor, chart.lines[nth].strokeWidth = ink, 1.6
        chart.lines[nth].strokeDashArray = _DASHES[nth % len(_DASHES)]
        legend.colorNamePairs.append((ink, name))
    paper = Rect(0, 0, 860, 420)
    paper.fillColor = paper.strokeColor = toColor("white")
    drawing.add(paper)
    drawing.add(chart)
    drawing.add(legend)
    drawing.add(String(50, 402, "milliseconds, by the number of entries", fontSize=11))
    return drawing


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text("utf-8")))
