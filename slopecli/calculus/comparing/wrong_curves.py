"""The wrong ways to the slope of a curve, one row each, beside those to the slope of a function.

A row says: instead of its slope, this was given. Rules are text in slopecli's own language.

    kind     "implicit" for an equation F = 0, "pair" for (x(t), y(t)), "polar" for r(θ)
    order    of the slope that was asked; 0 for every order
    rule     of an equation: fx, fy (the partial slopes of F), mx, my (those of the formula for y')
             of a pair: dx, dy, ddx, ddy (slopes in the parameter), dm (that of dy/dx), r and dr
             of both: m (dy/dx), k (the right answer)
    says     what it looks as if happened; `{x}` and `{y}` are the letters across and up, `{t}` the
             parameter
    law      the right rule, for a hint

The commonest come first: where several explain an answer, the first is told first.
"""

from slopecli.wording import phrase

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator


class WrongCurve:
    """One wrong way."""

    __slots__ = ("kind", "law", "mistake", "order", "rule", "says")

    def __init__(
        self, mistake: str, kind: str, order: int, rule: str, says: str, law: str = ""
    ) -> None:
        self.mistake = mistake
        self.kind = kind
        self.order = order
        self.rule = rule
        self.says = says
        self.law = law


_BOTH_SIDES = phrase(
    "both sides derived in {x}, where {y} is a function of {x} with the slope {y}'"
)
_SOLVE = phrase("solving for {y}': what stands beside {y}' goes below, with the other sign above")
_AGAIN = phrase("deriving {y}' once more: {y} is a function of {x} there, too; then {y}' is put in")
_QUOTIENT = phrase("dy/dx = (dy/d{t})/(dx/d{t})")
_SECOND = phrase("d^2y/dx^2 = (d/d{t} of dy/dx)/(dx/d{t})")
_POLAR = phrase("x = r cos({t}), y = r sin({t}), and then dy/dx = (dy/d{t})/(dx/d{t})")

# fmt: off
WRONG_CURVES = (
    # Equations
    WrongCurve("impl-sign", "implicit", 1, "-k",
               phrase("a sign was lost on the way to {y}'"), _SOLVE),
    WrongCurve("impl-recip", "implicit", 1, "1/k",
               phrase("the fraction stands upside down: that is d{x}/d{y}"), _SOLVE),
    WrongCurve("impl-recip-sign", "implicit", 1, "-1/k",
               phrase("the fraction stands upside down, and its sign was lost"), _SOLVE),
    WrongCurve("impl-no-dydx", "implicit", 1, "fx + fy",
               phrase("{y} was derived as if it were {x}: each term with {y} needs a factor {y}'"),
               _BOTH_SIDES),
    WrongCurve("impl-no-dydx-negative", "implicit", 1, "-fx - fy",
               phrase("{y} was derived as if it were {x}: each term with {y} needs a factor {y}'"),
               _BOTH_SIDES),
    WrongCurve("impl-y-constant", "implicit", 1, "fx",
               phrase("{y} was taken for a constant: it is a function of {x}"), _BOTH_SIDES),
    WrongCurve("impl-y-constant-negative", "implicit", 1, "-fx",
               phrase("{y} was taken for a constant: it is a function of {x}"), _BOTH_SIDES),
    WrongCurve("impl-x-constant", "implicit", 1, "fy",
               phrase("it was derived in {y}: the variable is {x}"), _BOTH_SIDES),
    WrongCurve("impl-y-constant-second", "implicit", 2, "mx",
               phrase("{y} was taken for a constant where {y}' was derived again"), _AGAIN),
    WrongCurve("impl-no-dydx-second", "implicit", 2, "mx + my",
               phrase("the factor {y}' is missing where {y}' was derived again"), _AGAIN),
    WrongCurve("impl-sign-second", "implicit", 2, "mx - my*m",
               phrase("{y}' was put in with the wrong sign"), _AGAIN),
    WrongCurve("impl-recip-second", "implicit", 2, "mx + my/m",
               phrase("{y}' was put in upside down"), _AGAIN),

    # Pairs and polar curves
    WrongCurve("param-invert", "pair", 1, "1/k",
               phrase("the fraction stands upside down: dy/d{t} belongs above, dx/d{t} below"),
               _QUOTIENT),
    WrongCurve("param-one-y", "pair", 1, "dy",
               phrase("only dy/d{t} was given: divide it by dx/d{t}"), _QUOTIENT),
    WrongCurve("param-one-x", "pair", 1, "dx",
               phrase("only dx/d{t} was given: dy/dx is dy/d{t} divided by it"), _QUOTIENT),
    WrongCurve("param-product", "pair", 1, "dy*dx",
               phrase("dy/d{t} and dx/d{t} were multiplied: divide them"), _QUOTIENT),
    WrongCurve("param-ratio", "pair", 1, "y/x",
               phrase("y was divided by x: divide their slopes"), _QUOTIENT),
    WrongCurve("polar-radius", "polar", 1, "dr",
               phrase("the slope of r was given: dy/dx is that of y against x"), _POLAR),
    WrongCurve("polar-radius-ratio", "polar", 1, "dr/r",
               phrase("r' was divided by r: dy/dx is that of y against x"), _POLAR),
    WrongCurve("param-second", "pair", 2, "ddy/ddx",
               phrase("the second slopes of y and x were divided: derive dy/dx instead"), _SECOND),
    WrongCurve("param-second-undivided", "pair", 2, "dm",
               phrase("dy/dx was derived in {t}, but not divided by dx/d{t} again"), _SECOND),
    WrongCurve("param-second-square", "pair", 2, "ddy/dx^2",
               phrase("d^2y/d{t}^2 was divided by the square of dx/d{t}: derive dy/dx instead"),
               _SECOND),
    WrongCurve("param-second-one-y", "pair", 2, "ddy",
               phrase("d^2y/d{t}^2 was given: derive dy/dx in {t} and divide by dx/d{t}"),
               _SECOND),

    # Both
    WrongCurve("order-too-low", "", 2, "m", phrase("it was derived once, but asked is twice"),
               phrase("to derive once more")),
    WrongCurve("second-as-square", "", 2, "m^2",
               phrase("the slope was squared: the second derivative is the slope of the slope"),
               phrase("to derive the slope once more")),
    WrongCurve("sign-all", "", 0, "-k", phrase("the sign of the whole answer is wrong"),
               phrase("the sign")),
)
# fmt: on


def wrong_ways(kind: str, order: int) -> "Iterator[WrongCurve]":
    """The rows for this kind of curve: implicit, parametric or polar."""
    kinds = {"": True, "implicit": kind == "implicit", "pair": kind != "implicit"}
    kinds["polar"] = kind == "polar"
    for row in WRONG_CURVES:
        if kinds[row.kind] and row.order in (0, order):
            yield row
