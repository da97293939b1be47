"""A study as a list of what there is, as the table of variations that schools teach, as JSON."""

from slopecli.answers.studies.marks import Mark
from slopecli.answers.studies.places_where import Places
from slopecli.answers.studies.study import Study
from slopecli.calculus.digits import of_ratio
from slopecli.language.text import text
from slopecli.render.lines import digits, json_line
from slopecli.wording import phrase, tell
from slopecli.wording.columns import left

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = 80  # columns of a table; a longer one goes on below
_LABEL = 12
_LISTED = 6  # points of a kind that a legend names
_ARROWS = {1: "↗", -1: "↘", 0: "→", None: "?"}
_PLAIN = {1: "/", -1: "\\", 0: "-", None: "?"}
_SIGNS = {1: "+", -1: "-", 0: "0", None: "?"}
_POINTS = (
    ("maximum", phrase("maxima")),
    ("minimum", phrase("minima")),
    ("saddle", phrase("saddles")),
    ("inflection", phrase("inflections")),
    ("corner", phrase("corners")),
    ("vertical tangent", phrase("upright")),
)
_COURSE = (
    (phrase("rises"), 1, 1),
    (phrase("falls"), 1, -1),
    (phrase("bends up"), 2, 1),
    (phrase("bends down"), 2, -1),
)
_BREAKS = (
    ("pole", phrase("poles")),
    ("hole", phrase("holes")),
    ("jump", phrase("jumps")),
    ("border", phrase("borders")),
)


def study_lines(study: Study, *, plain: bool = False) -> "Iterator[str]":
    """The list, an empty line, the table."""
    yield from _facts(study)
    yield ""
    yield from _table(study, _PLAIN if plain else _ARROWS)


def _fact(label: str, told: str) -> str:
    return f"{left(tell(label), _LABEL)} {told}"


def _facts(study: Study) -> "Iterator[str]":
    yield _fact(phrase("defined"), _spans(study.domain(), True) or tell("nowhere"))
    zeros = [mark.x for mark in _zeros(study)]
    zeros += [_from_to(one, two) for one, two in study.where(0, 0)]
    yield _fact(phrase("zeros"), tell(", ").join(zeros) or tell("none"))
    for kind, label in _POINTS:
        marks = study.all(kind)
        if marks:
            yield _fact(label, tell(", ").join([_point(mark, kind) for mark in marks]))
    for kind, label in _BREAKS:
        marks = study.all(kind)
        if marks:
            yield _fact(label, tell(", ").join([_broken(study, mark) for mark in marks]))
    for label, order, sign in _COURSE:
        spans = study.where(order, sign)
        if spans:
            yield _fact(label, _spans(spans))
    if study.limits is not None and study.limits != ("", ""):
        ends = zip(("-inf", "inf"), study.limits, strict=True)
        told = [
            tell("{limit} at {end}", limit=_limit(limit), end=end)
            for end, limit in ends
            if limit != ""
        ]
        yield _fact(phrase("limits"), tell(", ").join(told))
    for between in _undecided(study):
        yield _fact(phrase("undecided"), between)


def _limit(limit: str | None) -> str:
    if limit == "none":
        return tell("none")
    return limit or tell("not known")


def _undecided(study: Study) -> "Iterator[str]":
    for doubt in study.doubts:
        yield tell(
            "{what} between {low} and {high}",
            what=doubt.what,
            low=of_ratio(doubt.low, 6),
            high=of_ratio(doubt.high, 6),
        )
    if study.late:
        yield tell("what there was no time for; --timeout 60 gives it more")


def doubts(study: Study) -> list[str]:
    """What could not be decided, as sentences."""
    return [tell("cannot decide: {what}.", what=between) for between in _undecided(study)]


def doubts_of_places(found: Places) -> list[str]:
    """Where it could not be decided whether there is a place, as sentences."""
    return [
        tell(
            "cannot decide whether there is one between {left} and {right}.",
            left=of_ratio(doubt.low, 6),
            right=of_ratio(doubt.high, 6),
        )
        for doubt in found.doubts
    ]


def points_told(study: Study) -> list[tuple[str, str]]:
    """Each kind of point that a picture marks, with a line that names them all."""
    told = []
    for kind, label in (("zero", phrase("zeros")), *_POINTS, *_BREAKS):
        marks = _zeros(study) if kind == "zero" else study.all(kind)
        named = [mark.x if kind == "zero" else _point(mark, "") for mark in marks]
        if kind in ("pole", "hole", "jump", "border"):
            named = [f"{study.variable} = {mark.x}" for mark in marks]
        if len(named) > _LISTED:
            named = [*named[:_LISTED], tell("and {count} more", count=len(named) - _LISTED)]
        if named:
            points = tell(", ").join(named)
            told.append((kind, tell("{kind}: {points}", kind=tell(label), points=points)))
    return told


def _zeros(study: Study) -> list[Mark]:
    """The zeros that are no ends of a stretch where f is 0 all over."""
    flat = {id(mark) for span in study.where(0, 0) for mark in span}
    return [mark for mark in study.all("zero") if id(mark) not in flat]


def _point(mark: Mark, kind: str) -> str:
    told = f"({mark.x}, {mark.value or '?'})"
    if kind == "inflection" and mark.slope is not None:
        told = tell("{point} with slope {slope}", point=told, slope=mark.slope)
    return told


def _broken(study: Study, mark: Mark) -> str:
    sides = [
        tell("{limit} on the left" if side == "left" else "{limit} on the right", limit=limit)
        for limit, side in ((mark.left, "left"), (mark.right, "right"))
        if limit is not None
    ]
    place = f"{study.variable} = {mark.x}"
    if not sides:
        return place
    return tell("{place} ({sides})", place=place, sides=tell(", ").join(sides))


def _from_to(one: Mark, two: Mark) -> str:
    return tell("{left} to {right}", left=one.x, right=two.x)


def _spans(spans: "list[tuple[Mark, Mark]]", exactly: bool = False) -> str:
    """Intervals; with `exactly` the brackets say which ends belong to them."""
    told = []
    for one, two in spans:
        if one is two:
            told.append(f"{{{one.x}}}")
            continue
        opened = "[" if one.value is not None or not exactly else "("
        closed = "]" if two.value is not None or not exactly else ")"
        if not exactly:
            told.append(_from_to(one, two))
            continue
        told.append(f"{opened}{one.x}, {two.x}{closed}")
    return tell(", ").join(told)


def _table(study: Study, arrows: dict[int | None, str]) -> "Iterator[str]":
    """Blocks of columns, a mark and the stretch after it; a block begins with the last mark."""
    x = study.variable
    heads = (x, f"f''({x})", f"f'({x})", f"f({x})")
    columns = _columns(study, arrows)
    while columns:
        count, width = 1, 10 + len(columns[0][0])
        while count < len(columns):
            more = sum(_width(column) + 1 for column in columns[count : count + 2])
            if width + more > _WIDE and count > 2:
                break
            width += more
            count += 2
        yield from _block(heads, columns[:count])
        columns = columns[count - 1 :] if count < len(columns) else []
        if columns:
            yield ""


def _columns(study: Study, arrows: dict[int | None, str]) -> list[tuple[str, ...]]:
    columns: list[tuple[str, ...]] = []
    for place, mark in enumerate(study.marks):
        value = mark.short_value or ("||" if mark.special or mark.edge else "?")
        columns.append((mark.short_x, _at(mark, 2), _at(mark, 1), value))
        if place < len(study.stretches):
            stretch = study.stretches[place]
            if stretch.absent:
                columns.append(("", "", "", ""))
            else:
                _, slope, bend = stretch.signs
                columns.append(("", _SIGNS[bend], _SIGNS[slope], arrows[slope]))
    for place in (0, -1):
        if columns and study.marks[place].value is None and not study.marks[place].kinds:
            beside = study.stretches[place]
            if beside.absent:  # nothing to be seen between the end of the range and the curve
                columns = columns[2:] if place == 0 else columns[:-2]
    return columns


def _at(mark: Mark, order: int) -> str:
    if order in mark.orders and not mark.special:
        return "0"
    if not mark.special:
        return ""
    if order == 1 and mark.slope is not None:
        return mark.slope if len(mark.slope) < _LABEL else "+" if mark.slope[0] != "-" else "-"
    return "||"


def _width(column: tuple[str, ...]) -> int:
    return max([3, *[len(cell) for cell in column]])


def _block(heads: tuple[str, ...], columns: list[tuple[str, ...]]) -> "Iterator[str]":
    widths = [_width(column) for column in columns]
    first = max(len(head) for head in heads)
    for row, head in enumerate(heads):
        cells = [column[row].center(width) for column, width in zip(columns, widths, strict=True)]
        yield f"{head.ljust(first)} | {' '.join(cells)}".rstrip()
        if not row:
            yield f"{'-' * first}-+-{'-' * (sum(widths) + len(widths) - 1)}"


def study_json(study: Study) -> str:
    """One object: every list by its name, every place with its digits and its exact form."""
    interval = study.interval
    pairs: list[tuple[str, object]] = [
        ("expression", text(study.expr)),
        ("variable", study.variable),
        ("range", [interval.left.text, interval.right.text]),
        ("domain", [_span(*span) for span in study.domain()]),
        ("zeros", [_place(mark) for mark in _zeros(study)]),
        ("zero_from_to", [_span(*span) for span in study.where(0, 0)]),
    ]
    for kind, label in (*_POINTS, *_BREAKS, ("end", "ends")):
        pairs.append((label, [_place(mark) for mark in study.all(kind)]))
    for label, order, sign in _COURSE:
        pairs.append((label.replace(" ", "_"), [_span(*span) for span in study.where(order, sign)]))
    if study.limits is not None:
        limits = [digits(limit or None) for limit in study.limits]
        pairs.append(("limits", dict(zip(("-inf", "inf"), limits, strict=True))))
    pairs.append(
        (
            "undecided",
            [
                {
                    "what": doubt.what,
                    "from": digits(of_ratio(doubt.low)),
                    "to": digits(of_ratio(doubt.high)),
                }
                for doubt in study.doubts
            ],
        )
    )
    return json_line(pairs)


def places_json(found: Places, what: str, value: str) -> str:
    """One object: where f, or its slope, has a value."""
    return json_line(
        [
            ("expression", text(found.expr)),
            (what, value),
            ("places", [_at_x(mark) for mark in found.marks]),
            (
                "stretches",
                [[digits(of_ratio(low)), digits(of_ratio(high))] for low, high in found.flat],
            ),
            (
                "undecided",
                [
                    [digits(of_ratio(doubt.low)), digits(of_ratio(doubt.high))]
                    for doubt in found.doubts
                ],
            ),
        ]
    )


def _at_x(mark: Mark) -> dict[str, object]:
    exact = text(mark.exact) if mark.exact is not None else None
    return {"x": digits(mark.digits()), "exact": exact}


def _span(one: Mark, two: Mark) -> list[str]:
    return [one.x, two.x]


def _place(mark: Mark) -> dict[str, object]:
    found: dict[str, object] = {
        "x": digits(mark.digits()),
        "exact": text(mark.exact) if mark.exact is not None else None,
        "value": digits(mark.value) if mark.value is None or "/" not in mark.value else mark.value,
    }
    if mark.left is not None or mark.right is not None:
        found["left"], found["right"] = digits(mark.left), digits(mark.right)
    return found
