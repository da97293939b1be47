"""The points of a study in a picture: zeros, extrema, inflections; poles and holes are there."""

from slopecli.answers.pictures.curve import Mark
from slopecli.answers.pictures.plot import Picture
from slopecli.answers.studies import marks as places
from slopecli.answers.studies.study import Study
from slopecli.language.ratio import Ratio

KINDS = ("zero", "inflection", "minimum", "maximum")  # the last is seen where two meet


def mark_studies(found: Picture, studies: list[Study]) -> None:
    """Mark on each curve what its study found; say in the picture whose studies they are."""
    found.studies = studies
    curves = [curve for panel in found.panels for curve in panel.curves if not curve.order]
    for curve in curves:
        for kind in KINDS:
            for place in studies[curve.number].all(kind):
                curve.marks += _marked(found, curve.number, kind, place)


def _marked(found: Picture, number: int, kind: str, place: places.Mark) -> list[Mark]:
    digits = place.digits(17)
    at = Ratio(*float(digits).as_integer_ratio()) if digits != "?" else place.low
    sight = found.surveys[number].sight
    if kind == "zero":
        return [Mark(kind, at.numerator / at.denominator, 0.0)]
    values = sight.exactly(at)  # the place is a number; those of the sight may be parts of pi
    return [Mark(kind, at.numerator / at.denominator, values[0])] if values else []
