"""A picture in words, for those who cannot see it."""

from math import inf

from slopecli.answers.pictures.curve import Mark, trace
from slopecli.answers.pictures.plot import Picture
from slopecli.answers.pictures.sight import Sight
from slopecli.answers.pictures.survey import Cell, Survey
from slopecli.language.text import text
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.answers.pictures.places import Place

_SHOWN = 6  # digits
MOST = 12  # of a kind: more are counted
_COURSES = (phrase("rises from"), phrase("falls from"), phrase("is constant from"))


def describe(picture: Picture) -> list[str]:
    """Sentences about each curve: where it rises and falls, extrema, inflections, poles, ends."""
    told: list[str] = []
    for expr, survey in zip(picture.expressions, picture.surveys, strict=True):
        told += Words(text(expr), picture.variable, survey).lines
    return told


class Words:
    """The lines that tell one function."""

    def __init__(self, name: str, variable: str, survey: Survey) -> None:
        self.x = variable
        self.survey = _with_curvature(survey)
        self.sight = self.survey.sight
        self.lines = [
            tell(
                "{curve}, from {letter} = {start} to {end}",
                curve=f"f({variable}) = {name}",
                letter=variable,
                start=self._at(0),
                end=self._at(1),
            )
        ]
        self._domain()
        self._directions()
        self._turns()
        self._special()
        self._ends()
        if [cell for cell in self.survey.dense if not cell.band.bounds]:
            self.lines.append("  " + tell("In some places too much happens to be told apart."))

    def _at(self, end: int) -> str:
        return short(self.sight.x(self.survey.end if end else self.survey.start))

    def _tell(self, what: str, items: list[str]) -> None:
        if len(items) > MOST:
            items = [*items[:MOST], tell("and {count} more", count=len(items) - MOST)]
        if items:
            listed = tell(", ").join(items)
            self.lines.append("  " + tell("{what}: {listed}", what=tell(what), listed=listed))

    def _domain(self) -> None:
        gaps = _joined([cell for cell in self.survey.cells if cell.band.absent])
        self._tell(phrase("no values between"), [self._stretch(*gap) for gap in gaps])

    def _stretch(self, start: Cell, end: Cell) -> str:
        return tell("{left} and {right}", left=self._edge(start.start), right=self._edge(end.end))

    def _edge(self, place: "object") -> str:
        """An edge of a stretch; beside a special place, that place."""
        x = self.sight.x(place)  # type: ignore[arg-type]
        reach = (self.sight.x(self.survey.end) - self.sight.x(self.survey.start)) / 4000
        near = [each.x for each in self.survey.places if abs(each.x - x) <= reach]
        return short(near[0] if near else x)

    def _directions(self) -> None:
        """Where the curve rises, falls, stays: by the sign of the slope."""
        runs: dict[str, list[str]] = {each: [] for each in _COURSES}
        for course, start, end in self._runs():
            runs[course].append(tell("{left} to {right}", left=short(start), right=short(end)))
        for course, stretches in runs.items():
            self._tell(course, stretches)

    def _runs(self) -> list[tuple[str, float, float]]:
        runs: list[tuple[str, float, float]] = []
        breaks = [place.x for place in self.survey.places]
        turns = [x for x, _ in self._changes(1)]
        edges = sorted(
            {self.sight.x(self.survey.start), self.sight.x(self.survey.end), *breaks, *turns}
        )
        for k in range(1, len(edges)):
            word = self._direction(edges[k - 1], edges[k])
            if word is None:
                continue
            if (
                runs
                and runs[-1][0] == word
                and runs[-1][2] == edges[k - 1]
                and self._whole(edges[k - 1])
            ):
                runs[-1] = (word, runs[-1][1], edges[k])
            else:
                runs.append((word, edges[k - 1], edges[k]))
        return runs

    def _whole(self, x: float) -> bool:
        """Whether the curve goes through here without a break."""
        return not [p for p in self.survey.places if p.x == x and not p.continuous(0)]

    def _direction(self, start: float, end: float) -> str | None:
        slopes = []
        for cell in self.survey.cells:
            if start <= self.sight.x(cell.start) and self.sight.x(cell.end) <= end:
                row = self.sight.at(cell.middle)
                slopes += row[1:2]
        rising, falling = [s for s in slopes if s > 0], [s for s in slopes if s < 0]
        if not slopes:
            return None
        if not rising and not falling:
            return _COURSES[2]
        return _COURSES[0] if len(rising) > len(falling) else _COURSES[1]

    def _changes(self, order: int) -> list[tuple[float, bool]]:
        """Where the derivative of this order changes its sign, and whether upwards."""
        found = []
        last: tuple[Cell, float] | None = None
        for cell in self.survey.cells:
            row = self.sight.at(cell.middle)
            if cell.band.absent or len(row) <= order or not abs(row[order]) < inf:
                last = None
                continue
            crosses = last is not None and last[1] * row[order] < 0
            if crosses and last is not None and not self._between(last[0], cell):
                found.append((self._root(order, last[0], cell), row[order] > 0))
            if row[order]:
                last = (cell, row[order])
        return found

    def _between(self, one: Cell, other: Cell) -> "list[Place]":
        return [
            each for each in self.survey.places if one.end <= each.start and each.end <= other.start
        ]

    def _root(self, order: int, one: Cell, other: Cell) -> float:
        start, end = one.middle, other.middle
        below = self.sight.at(start)[order] < 0
        from slopecli.answers.pictures.places import HALF
        from slopecli.calculus.zeros.fractions import simplest

        for _ in range(48):
            middle = (start + end) * HALF
            row = self.sight.at(middle)
            if len(row) <= order or not row[order]:
                start = end = middle
                break
            start, end = (middle, end) if (row[order] < 0) == below else (start, middle)
        simple = simplest(start, end)
        return self.sight.x(simple)

    def _turns(self) -> None:
        high: list[str] = []
        low: list[str] = []
        for x, upwards in self._changes(1):
            (low if upwards else high).append(self._point(x))
        for place in self.survey.places:
            corner = self._turning_corner(place)
            if corner:
                (low if corner > 0 else high).append(
                    f"({short(place.x)}, {short(place.values[0])})"
                )
        self._tell(phrase("maximum at"), high)
        self._tell(phrase("minimum at"), low)
        self._tell(phrase("inflection at"), [self._point(x) for x, _ in self._changes(2)])

    def _turning_corner(self, place: "Place") -> int:
        """1 where a corner or cusp is a minimum, -1 where it is a maximum."""
        left, right = place.left[1], place.right[1]
        if not place.continuous(0) or left is None or right is None:
            return 0
        return 1 if left < 0 < right else -1 if left > 0 > right else 0

    def _point(self, x: float) -> str:
        from slopecli.language.ratio import Ratio

        place = Ratio(*x.as_integer_ratio())
        row = Sight(self.sight.expr, self.sight.variable, 1, False).at(place)
        return f"({short(x)}, {short(row[0])})" if row else short(x)

    def _special(self) -> None:
        curve = trace(self.survey, 0, 0, -1e9, 1e9)
        poles = [f"{self.x} = {short(mark.x)}" for mark in curve.marks if mark.kind == "pole"]
        self._tell(
            phrase("pole at"),
            [tell("{place} ({sides})", place=pole, sides=self._beside(pole)) for pole in poles],
        )
        ends = [place for place in self.survey.places if self._is_end(place)]
        self._tell(phrase("ends at"), [f"({short(p.x)}, {short(_only(p))})" for p in ends])
        self._tell(
            phrase("corner at"), [_spot(mark) for mark in curve.marks if mark.kind == "corner"]
        )
        self._tell(phrase("hole at"), [_spot(mark) for mark in curve.marks if self._is_hole(mark)])
        jumps = [place for place in self.survey.places if self._is_jump(place)]
        self._tell(
            phrase("jump at"),
            [
                tell(
                    "{variable} = {place} (from {left} to {right})",
                    variable=self.x,
                    place=short(p.x),
                    left=short(p.left[0]),
                    right=short(p.right[0]),
                )
                for p in jumps
            ],
        )

    def _beside(self, pole: str) -> str:
        for place in self.survey.places:
            if f"{self.x} = {short(place.x)}" == pole:
                sides = []
                for name, here, limit in zip(
                    (phrase("left: towards {limit}"), phrase("right: towards {limit}")),
                    place.sides,
                    (place.left[0], place.right[0]),
                    strict=True,
                ):
                    if here and limit is not None:
                        sides.append(tell(name, limit=short(limit)))
                return tell(", ").join(sides)
        return ""

    def _is_hole(self, mark: Mark) -> bool:
        return mark.kind == "open" and any(
            place.x == mark.x and place.left[0] is not None and place.left[0] == place.right[0]
            for place in self.survey.places
        )

    def _is_end(self, place: "Place") -> bool:
        inside = self.survey.start < place.start and place.end < self.survey.end
        only = _only(place)
        return inside and place.sides[0] != place.sides[1] and only is not None and abs(only) < inf

    def _is_jump(self, place: "Place") -> bool:
        left, right = place.left[0], place.right[0]
        inside = self.survey.start < place.start and place.end < self.survey.end
        if left is None or right is None or not inside or inf in (abs(left), abs(right)):
            return False
        return abs(left - right) > 1e-9 * max(1.0, abs(left), abs(right))

    def _ends(self) -> None:
        for place, said in (
            (self.survey.start, phrase("at the left end, {at}: {value}")),
            (self.survey.end, phrase("at the right end, {at}: {value}")),
        ):
            row = self.sight.at(place)
            if row:
                at = f"{self.x} = {short(self.sight.x(place))}"
                self.lines.append("  " + tell(said, at=at, value=short(row[0])))


def _only(place: "Place") -> float | None:
    """The limit on the one side where there is a curve."""
    return place.left[0] if place.sides[0] else place.right[0]


def _with_curvature(survey: Survey) -> Survey:
    """The same look, with second derivatives."""
    sight = survey.sight
    if sight.order >= 2:
        return survey
    wider = Sight(sight.expr, sight.variable, 2, sight.in_pi)
    return Survey(wider, survey.start, survey.end, survey.count)


def _joined(cells: list[Cell]) -> list[tuple[Cell, Cell]]:
    runs: list[tuple[Cell, Cell]] = []
    for cell in cells:
        if runs and runs[-1][1].end == cell.start:
            runs[-1] = (runs[-1][0], cell)
        else:
            runs.append((cell, cell))
    return runs


def _spot(mark: Mark) -> str:
    return f"({short(mark.x)}, {short(mark.y)})"


def short(number: float | None) -> str:
    """A number in a few digits."""
    if number is None:
        return tell("nothing")
    if abs(number) == inf:
        return tell("infinity") if number > 0 else tell("minus infinity")
    if abs(number) < 1e-12:
        return "0"
    return f"{number:.{_SHOWN}g}"
