"""Terms over one divisor whose sum is a multiple of it: x^2/(x^2 + 1) + 1/(x^2 + 1) is 1."""

from slopecli.language.expr import Call, Expr
from slopecli.language.factors import Factors, number, total
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.language.terms import Key

    Numerator = tuple[Ratio, list[Expr]]
    Amounts = dict[Key, Ratio]


def cancelled(above: "list[Numerator]", below: list[Expr]) -> Expr | None:
    """The numerators over the divisor, if they are one term or cancel a sum in it; else None."""
    products = [_product(factors).times(number(*_ends(ratio))) for ratio, factors in above]
    whole = total([(1, product.product()) for product in products])
    if not (type(whole) is Call and whole.name in ("+", "-")):
        return _over(Factors().times(whole), below)
    numerators = _numerators(whole)
    if numerators is None:
        return None
    shared, amounts = _amounts(numerators)
    for factor in below:
        base = _sum_in(factor)
        if base is None:
            continue
        ratio = _multiple(amounts, _terms(base))
        if ratio is not None:
            found = Factors(ratio.numerator, ratio.denominator).times_power(shared, 1).times(base)
            return _over(found, below)
    return None


def _over(product: Factors, below: list[Expr]) -> Expr:
    for each in below:
        product.over(each)
    return product.product()


def _ends(ratio: Ratio) -> tuple[int, int]:
    return ratio.numerator, ratio.denominator


def _numerators(whole: Expr) -> "list[Numerator] | None":
    """The terms of a sum as numbers and factors; None where one is a fraction itself."""
    from slopecli.language.terms import split

    found: list[Numerator] = []
    for sign, term in signed(whole):
        top, bottom, _, above, below = split(term)
        if below:
            return None
        found.append((Ratio(sign * top, bottom), above))
    return found


def _amounts(above: "list[Numerator]") -> "tuple[Factors, Amounts]":
    """What all numerators have in common, and how often the rest of each occurs."""
    products = [_product(factors) for _, factors in above]
    shared = Factors()
    for key, exponent in products[0].powers.items():
        if isinstance(exponent, int) and all(
            isinstance(other.powers.get(key), int) for other in products
        ):
            shared.powers[key] = min([other.powers[key] for other in products])  # type: ignore[type-var]
    amounts: Amounts = {}
    for (ratio, _), product in zip(above, products, strict=True):
        _add(amounts, product.times_power(shared, -1).product(), ratio)
    return shared, amounts


def _product(factors: list[Expr]) -> Factors:
    product = Factors()
    for factor in factors:
        product.times(factor)
    return product


def _sum_in(factor: Expr) -> Expr | None:
    """The sum that a factor of the divisor is, or is a power of."""
    if type(factor) is Call and factor.name in ("^", "realpow", "sqrt"):
        factor = factor.args[0]
    return factor if type(factor) is Call and factor.name in ("+", "-") else None


def _terms(expr: Expr) -> "Amounts":
    amounts: Amounts = {}
    for sign, term in signed(expr):
        _add(amounts, term, Ratio(sign))
    return amounts


def signed(expr: Expr, most: int | None = None) -> list[tuple[int, Expr]]:
    """The terms of a sum, each with its sign; where there are more than `most`, one more."""
    found: list[tuple[int, Expr]] = []
    stack = [(1, expr)]
    while stack:
        sign, node = stack.pop()
        if type(node) is Call and node.name in ("+", "-"):
            stack.append((-sign if node.name == "-" else sign, node.args[1]))
            stack.append((sign, node.args[0]))
        elif type(node) is Call and node.name == "neg":
            stack.append((-sign, node.args[0]))
        else:
            found.append((sign, node))
            if most is not None and len(found) > most:
                break
    return found


def _add(amounts: "Amounts", term: Expr, times: Ratio) -> None:
    from slopecli.language.terms import like, split

    top, bottom, _, above, below = split(term)
    key = like(above, below)
    amounts[key] = amounts.get(key, Ratio(0)) + Ratio(top, bottom) * times


def _multiple(amounts: "Amounts", others: "Amounts") -> Ratio | None:
    """The number that turns the others into the amounts, if there is one."""
    if amounts.keys() != others.keys():
        return None
    ratios = {key: amounts[key] / other for key, other in others.items() if other}
    found = set(ratios.values())
    return found.pop() if len(found) == 1 and len(ratios) == len(others) else None
