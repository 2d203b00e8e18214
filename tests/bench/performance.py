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

DOCS: Final = Path(__file__).parents[2] / "docs"
PLOT: Final = "performance.svg"
_INKS: Final = ("black", "teal", "purple", "chocolate", "navy", "crimson", "olive", "slategray")
_DASHES: Final = (None, (5, 2), (1, 2), (7, 2, 1, 2))

_HEAD: Final = """# What the services take, and how it grows

This page is made by `dsl-desk bench OUT.json`, then `python -m tests.bench.performance OUT.json`;
nobody types a figure. Each vault is a training vault, made by the services themselves; each line
stands beside its floor, measured in the same run in turns with it: what the library below, the
file or the index would take for the same, bare. Milliseconds are medians by the clock; the ratio
is by the processor's time of this process, where that can be told, since others were at work on
the machine. The exponent is the slope through all sizes: 0 takes as long however many entries
there are, 1 ten times as long for ten times as many.

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

Sizes that no column shows: making them took longer than this run was given. What was measured of
100,000 and 1,000,000 entries by other programs, and everything of evidence, drops, packs and
pictures, stands in [speed.md](speed.md) with the command that made it.
"""


def _measures(found: dict[str, Any], sizes: list[str]) -> str:
    lines = [_row("what, ms (times its floor)", *sizes, "exponent"), _rule(len(sizes) + 2)]
    for nth, one in enumerate(found["runs"][0]["measures"]):
        each = [run["measures"][nth] for run in found["runs"]]
        told = [f"{_ms(line['ours']['wall'])} ({line['ratio']:.1f})" for line in each]
        slope = found["growth"][one["name"]]
        lines.append(_row(one["name"], *told, "" if slope is None else f"{slope:.2f}"))
    return "".join(lines)


def _floors(run: dict[str, Any]) -> str:
    lines = [_row("what", "its floor"), _rule(2)]
    lines += [_row(one["name"], one["floor_is"]) for one in run["measures"]]
    return f"\n## The floors\n\n{''.join(lines)}"


def _rest(runs: list[dict[str, Any]], sizes: list[str]) -> str:
    rates = [f"{run['entries'] / run['made_in_seconds']:,.0f} a second" for run in runs]
    lines = (
        _row("what", *sizes),
        _rule(len(sizes) + 1),
        _row("making the vault", *(f"{run['made_in_seconds']:,.0f} s" for run in runs)),
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
    names = [one["name"] for one in runs[0]["measures"]]
    drawing = Drawing(760, 380)
    chart = LinePlot()
    chart.x, chart.y, chart.width, chart.height = 50, 40, 420, 310
    chart.data = [
        [
            (log10(run["entries"]), log10(max(0.01, run["measures"][nth]["ours"]["wall"])))
            for run in runs
        ]
        for nth in range(len(names))
    ]
    _mark_axes(chart, runs)
    legend = LineLegend()
    legend.x, legend.y, legend.columnMaximum, legend.alignment = 490, 330, len(names), "right"
    legend.colorNamePairs = []
    for nth, name in enumerate(names):
        ink = toColor(_INKS[nth % len(_INKS)])
        chart.lines[nth].strokeColor, chart.lines[nth].strokeWidth = ink, 1.6
        chart.lines[nth].strokeDashArray = _DASHES[nth % len(_DASHES)]
        legend.colorNamePairs.append((ink, name))
    paper = Rect(0, 0, 760, 380)
    paper.fillColor = paper.strokeColor = toColor("white")
    drawing.add(paper)
    drawing.add(chart)
    drawing.add(legend)
    drawing.add(String(50, 362, "milliseconds, by the number of entries", fontSize=11))
    return drawing


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text("utf-8")))
