"""Rounded decimals: an answer that agrees to the digits it gives."""

from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.compare import Sampled
from slopecli.calculus.comparing.domains import inside
from slopecli.calculus.comparing.sampling import places, with_parameters
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.language.expr import Call, Expr, Num, Var, nodes
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from slopecli.calculus.comparing.sampling import Place

_BITS = 128
_ENOUGH = 12  # points where both have a value
_COARSE = 5  # bits: a ball of three digits has nine, and loses some on the way


def agrees_when_rounded(
    key: Sampled, yours: Sampled, formula: Expr, rounded: dict[Ratio, Ratio]
) -> bool:
    """Whether the key passes through the answer's balls when each decimal is read as rounded.

    `rounded` gives half a unit in the last place of each decimal that may have been rounded. Balls
    that are too wide must be met too, but count for nothing.
    """
    balls = Balls(_BITS)

    def there(tried: "Iterable[Place]") -> "Iterator[tuple[dict[str, Any], Any]]":
        for place in tried:
            right = key.quick(place)
            if not isinstance(right, Missing):
                here = [balls.ball(value) for value in place]
                yield dict(zip(key.letters, here, strict=True)), right

    def has_value(point: Ratio) -> bool:
        place = next(with_parameters([point], len(key.letters) - 1))
        return not isinstance(yours.quick(place), Missing)

    tried = list(places(key.letters, [*key.formulas, *yours.formulas]))
    met = _meetings(formula, rounded, there(tried))
    if met is not None and met < _ENOUGH:  # x^0.333 has no value left of 0, but x^(1/3) has
        nearer = inside(has_value, [place[0] for place in tried])
        met = _meetings(formula, rounded, there(with_parameters(nearer, len(key.letters) - 1)))
    return met is not None and met >= _ENOUGH


def meets_when_rounded(
    formula: Expr,
    rounded: dict[Ratio, Ratio],
    there: "Iterable[tuple[dict[str, Any], Any]]",
    enough: int,
) -> bool:
    """The same at given points: the letters' numbers, and the right ball."""
    met = _meetings(formula, rounded, there)
    return met is not None and met >= enough


def _meetings(
    formula: Expr,
    rounded: dict[Ratio, Ratio],
    there: "Iterable[tuple[dict[str, Any], Any]]",
) -> int | None:
    """At how many points narrow balls meet; None where there are no decimals, or some differ."""
    loose, widths = _loosened(formula, rounded)
    if not widths:
        return None
    balls = Balls(_BITS)
    wide = {name: _wide(balls, value, half) for name, (value, half) in widths.items()}
    narrow = 0
    for here, right in there:
        found = evaluate(loose, {**here, **wide}, balls)
        if isinstance(found, Missing):
            continue
        found = balls.ball(found)
        if not found.overlaps(right):
            return None
        if found.rel_accuracy_bits() >= _COARSE:
            narrow += 1
    return narrow


def _loosened(
    formula: Expr, rounded: dict[Ratio, Ratio]
) -> tuple[Expr, dict[str, tuple[Ratio, Ratio]]]:
    """The formula with a letter for each decimal, and what the letters stand for."""
    widths: dict[str, tuple[Ratio, Ratio]] = {}
    new: dict[int, Expr] = {}
    for node in nodes(formula):
        result: Expr = node
        if type(node) is Num and node.value in rounded:
            name = f"decimal {len(widths)}"
            widths[name] = node.value, rounded[node.value]
            result = Var(name)
        elif type(node) is Call and node.args:
            result = Call(node.name, tuple([new[id(arg)] for arg in node.args]))
        new[id(node)] = result
    return new[id(formula)], widths


def _wide(balls: Balls, value: Ratio, half: Ratio) -> "Any":
    import flint

    middle = balls.ball(value)
    return flint.arb(middle.mid(), balls.ball(half).abs_upper() + middle.rad())
