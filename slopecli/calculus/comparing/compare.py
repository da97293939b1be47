"""Whether two formulas are the same function: yes, no with a point as proof, or unknown.

Both are evaluated in balls at fixed points. Two balls that do not meet are a proof that the
functions differ. Balls that meet are narrowed until they are small beside their values; a zero
made by cancellation is believed only when it stays one at a high precision. Where one side has no
value, nothing is compared, but it is noted.
"""

from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.domains import inside
from slopecli.calculus.comparing.sampling import places, with_parameters
from slopecli.calculus.comparing.tape import Tape, walk
from slopecli.calculus.evaluate import Missing, Undefined
from slopecli.language.ratio import Ratio
from slopecli.language.terms import total

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from slopecli.calculus.comparing.sampling import Place
    from slopecli.language.expr import Expr

FIRST_BITS = 64
FINER_BITS = (256, 1024, 4096)
ENOUGH = 24  # points at which both have a value, and agree
LOOKS = 48  # points that are looked at more closely, where balls are too wide
_SURE = 30  # bits of a ball that must be right before meeting counts as agreement
_CONFIRMED = 8  # points at which an agreement is looked at with more digits
_CONFIRMED_BITS = 512
_BEFORE_PROOF = 40  # points tried before a proof is looked for
_NEVER = 8  # points without a value, of none with one, that make an answer wrong

_balls: "dict[Ratio, Any]" = {}


class Sampled:
    """A function of these letters that can be asked for its value at a point.

    `formulas` are what it is made of; `formula` is the one that it equals, if there is one.
    """

    __slots__ = ("formula", "formulas", "letters")

    def __init__(
        self, formulas: "Sequence[Expr]", letters: "Sequence[str]", formula: "Expr | None"
    ) -> None:
        self.formulas = formulas
        self.formula = formula
        self.letters = letters

    def quick(self, place: "Place") -> "Any":
        """A ball of few bits, or `Missing`."""
        return self.fine(place, FIRST_BITS)

    def fine(self, place: "Place", bits: int) -> "Any":
        """A narrower ball, or `Missing`."""
        raise NotImplementedError


class Curve(Sampled):
    """The value of the last formula, where all of them have one."""

    __slots__ = ("tape",)

    def __init__(self, formulas: "Sequence[Expr]", letters: "Sequence[str]") -> None:
        super().__init__(formulas, letters, formulas[-1])
        self.tape = Tape(formulas, letters, FIRST_BITS)

    def quick(self, place: "Place") -> "Any":
        """A ball of few bits, or `Missing`."""
        found = self.tape.run([_ball(value) for value in place])
        return found if isinstance(found, Missing) else found[-1]

    def fine(self, place: "Place", bits: int) -> "Any":
        """A narrower ball, by a walk that keeps exact what is exact; or `Missing`."""
        here = dict(zip(self.letters, place, strict=True))
        found = walk(self.formulas, here, Balls(bits))
        return found if isinstance(found, Missing) else found[-1]


class Comparison:
    """What sampling found. `verdict` is "same", "different" or "unknown".

    `place` with the balls `one` and `other` (None: no value) proves the difference. `domain` tells
    where the second has values: "same", "narrower", "wider" or "different"; `beyond` and `lacking`
    are points where only the second, or only the first, has one.
    """

    __slots__ = (
        "beyond",
        "certainty",
        "domain",
        "lacking",
        "one",
        "other",
        "place",
        "points",
        "verdict",
    )

    def __init__(self, verdict: str, points: int = 0) -> None:
        self.verdict = verdict
        self.points = points
        self.certainty = "proved" if verdict == "different" else "sampled"
        self.domain = "same"
        self.place: Place | None = None
        self.one: Any = None
        self.other: Any = None
        self.beyond: Place | None = None
        self.lacking: Place | None = None


def compare(one: Sampled, other: Sampled, proof: "Callable[[], bool] | None" = None) -> Comparison:
    """Whether two curves of the same letters are the same function.

    `proof` is asked once, when a number of points agree; its yes saves the other points.
    """
    return _Comparing(one, other, proof).outcome()


class _Comparing:
    """One comparison under way."""

    def __init__(
        self, one: Sampled, other: Sampled, proof: "Callable[[], bool] | None" = None
    ) -> None:
        self.one = one
        self.other = other
        self.proof = proof
        self.proved = False
        self.agreed: list[Place] = []
        self.unsure: list[Place] = []
        self.lacking: list[Place] = []
        self.beyond: list[Place] = []

    def outcome(self) -> Comparison:
        formulas = [*self.one.formulas, *self.other.formulas]
        found = self._sampled(places(self.one.letters, formulas))
        if found is None and not self.proved:
            found = self._closer()
        if found is None and len(self.agreed) < ENOUGH and not self.proved:
            tried = [place[0] for place in places(self.one.letters, formulas)]
            found = self._inside(tried) or self._closer()
        found = found or self._confirmed()
        if found is None:
            found = self._judged()
        self._compare_domains(found)
        return found

    def _sampled(self, tried: "Iterable[Place]") -> Comparison | None:
        for count, place in enumerate(tried):
            if count == _BEFORE_PROOF and self.proof is not None and self.agreed:
                self.proved, self.proof = self.proof(), None
            if self.proved and len(self.agreed) >= ENOUGH:
                return None
            one, other = self.one.quick(place), self.other.quick(place)
            if not self._noted(place, one, other, final=False):
                return self._different(place, one, other)
        return None

    def _noted(self, place: "Place", one: "Any", other: "Any", final: bool) -> bool:
        """Note what a point shows; False where it proves a difference."""
        if isinstance(one, Missing) or isinstance(other, Missing):
            if not isinstance(one, Missing):
                (self.lacking if type(other) is Undefined else self.unsure).append(place)
            elif not isinstance(other, Missing):
                (self.beyond if type(one) is Undefined else self.unsure).append(place)
            elif not (type(one) is Undefined and type(other) is Undefined):
                self.unsure.append(place)
            return True
        if not one.overlaps(other):
            return False
        if (_is_narrow(one) and _is_narrow(other)) or (
            final and _is_nothing(one) and _is_nothing(other)
        ):
            self.agreed.append(place)
        else:
            self.unsure.append(place)
        return True

    def _closer(self) -> Comparison | None:
        """Look again, with more digits, where the balls were too wide to tell."""
        for bits in FINER_BITS:
            again, self.unsure = self.unsure[:LOOKS], []
            if bits == FINER_BITS[-1] and len(self.agreed) >= ENOUGH:
                break
            for place in again:
                one, other = self.one.fine(place, bits), self.other.fine(place, bits)
                if not self._noted(place, one, other, final=bits >= FINER_BITS[1]):
                    return self._different(place, one, other)
        return None

    def _inside(self, also: "list[Ratio]") -> Comparison | None:
        """Look for the pieces of the axis where the first has values, and try points in each."""
        parameters = len(self.one.letters) - 1

        def has_value(point: Ratio) -> bool:
            place = next(with_parameters([point], parameters))
            return not isinstance(self.one.quick(place), Missing)

        return self._sampled(with_parameters(inside(has_value, also), parameters))

    def _confirmed(self) -> Comparison | None:
        """Look at a few points of agreement with many digits: e^x is not e^x + 10^-30.

        Also at what is left of the difference when like terms have cancelled: no number of digits
        would be enough for 4^(e^9) + 1.
        """
        if self.proved:
            return None
        gap = None
        if self.one.formula is not None and self.other.formula is not None:
            left = total([(1, self.one.formula), (-1, self.other.formula)])
            gap = Curve([left], self.one.letters)
        for place in self.agreed[:: max(1, len(self.agreed) // _CONFIRMED)]:
            one, other = (curve.fine(place, _CONFIRMED_BITS) for curve in (self.one, self.other))
            if isinstance(one, Missing) or isinstance(other, Missing):
                continue
            between: Any = None if gap is None else gap.quick(place)
            apart = hasattr(between, "contains") and not between.contains(0)
            if apart or not one.overlaps(other):
                return self._different(place, one, other)
        return None

    def _judged(self) -> Comparison:
        if not self.agreed and len(self.lacking) >= _NEVER:
            return self._different(self.lacking[0], self.one.quick(self.lacking[0]), None)
        if len(self.agreed) >= ENOUGH or (self.proved and self.agreed):
            found = Comparison("same", len(self.agreed))
            found.certainty = "proved" if self.proved else "sampled"
            return found
        return Comparison("unknown", len(self.agreed))

    def _different(self, place: "Place", one: "Any", other: "Any") -> Comparison:
        found = Comparison("different", len(self.agreed))
        found.place, found.one, found.other = place, one, other
        return found

    def _compare_domains(self, found: Comparison) -> None:
        if found.verdict != "same":
            return
        found.lacking = self._on_an_interval(self.lacking, self.one, self.other)
        found.beyond = self._on_an_interval(self.beyond, self.other, self.one)
        if found.lacking and found.beyond:
            found.domain = "different"
        elif found.lacking or found.beyond:
            found.domain = "narrower" if found.lacking else "wider"

    @staticmethod
    def _on_an_interval(
        noted: "list[Place]", with_value: Sampled, without: Sampled
    ) -> "Place | None":
        """The first of the points that is no mere hole: beside it the same holds."""
        for place in noted[:LOOKS]:
            for step in (Ratio(1, 997), Ratio(-1, 997)):
                beside = (place[0] + step, *place[1:])
                lacking = type(without.quick(beside)) is Undefined
                if lacking and not isinstance(with_value.quick(beside), Missing):
                    return place
        return None


def _ball(value: Ratio) -> "Any":
    ball = _balls.get(value)
    if ball is None:
        if len(_balls) > 4096:
            _balls.clear()
        ball = _balls[value] = Balls(FIRST_BITS).ball(value)
    return ball


def _is_narrow(ball: "Any") -> bool:
    return bool(ball.rel_accuracy_bits() >= _SURE)


def _is_nothing(ball: "Any") -> bool:
    """Whether a ball at a high precision holds hardly anything but zero."""
    return bool(ball.contains(0)) and bool(abs(ball) < _tiny())


def _tiny() -> "Any":
    import flint

    return flint.arb(2) ** -300
