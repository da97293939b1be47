"""The pieces of the axis on which something holds, as far as 800 looks can tell."""

from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NODES = 800
_HALVINGS = 40
_IN_EACH = 32  # points inside each piece
_MOST = 16  # pieces that are tried


def pieces(
    holds: "Callable[[Ratio], bool]", also: "Iterable[Ratio]" = ()
) -> list[tuple[Ratio, Ratio]]:
    """Where it holds: the axis is looked at from -500 to 500, closest together at 0, and `also`."""
    found: list[tuple[Ratio, Ratio]] = []
    start: Ratio | None = None
    before: Ratio | None = None
    for here in sorted({*_nodes(), *also}):
        if holds(here):
            if start is None:
                start = here if before is None else _border(holds, here, before)
        elif start is not None and before is not None:
            found.append((start, _border(holds, before, here)))
            start = None
        before = here
    if start is not None and before is not None:
        found.append((start, before))
    return found


def inside(holds: "Callable[[Ratio], bool]", also: "Iterable[Ratio]" = ()) -> list[Ratio]:
    """Points inside each piece."""
    return [
        start + (end - start) * Ratio(2 * k + 1, 2 * _IN_EACH)
        for start, end in pieces(holds, also)[:_MOST]
        for k in range(_IN_EACH)
    ]


def _nodes() -> list[Ratio]:
    """Spaced as the tangent of equal angles."""
    from math import pi, tan

    return [
        Ratio(round(2**20 * tan(pi * (k + 0.5) / (NODES + 1) - pi / 2)), 2**20)
        for k in range(NODES + 1)
    ]


def _border(holds: "Callable[[Ratio], bool]", yes: Ratio, no: Ratio) -> Ratio:
    """The last place on the side where it holds, by halving."""
    for _ in range(_HALVINGS):
        middle = (yes + no) / Ratio(2)
        if holds(middle):
            yes = middle
        else:
            no = middle
    return yes
