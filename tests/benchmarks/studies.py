"""Studies: are all zeros and extrema found, and none that is not there? Beside mpmath's roots.

A polynomial has its roots; a sum of sines and cosines of whole multiples is a polynomial in
e^(ix), whose roots on the unit circle are its zeros. So the list to compare with is complete.
"""

import random

import mpmath
import sympy

from slopecli.answers.interval import Interval
from slopecli.answers.question import ask
from slopecli.answers.studies.study import study
from tests.benchmarks.measured import Table

RANGES = {"polynomials": ("-10", "10"), "sums of waves": ("-3", "3")}
Z = sympy.Symbol("z")
COUNT = 100  # of each kind
NEAR = 1e-9
REAL = mpmath.mpf(10) ** -20
HIGHEST = 9  # degree of a polynomial
WAVES = 5  # sin x to sin 5x


def random_polynomial():
    """Whole coefficients, the highest first; every third has a double root."""
    degree = random.randint(2, HIGHEST)
    if random.random() < 1 / 3:
        root = random.randint(-6, 6)
        rest = [random.randint(-9, 9) for _ in range(max(degree - 2, 1))]
        rest[0] = rest[0] or 1
        found = [0] * (len(rest) + 2)
        for place, each in enumerate(rest):
            for power, factor in enumerate((1, -2 * root, root * root)):
                found[place + power] += each * factor
        return found
    return [random.randint(1, 9), *[random.randint(-9, 9) for _ in range(degree)]]


def roots_of_polynomial(coefficients, low, high):
    """The real roots between two ends, each once."""
    while coefficients and not coefficients[0]:
        coefficients = coefficients[1:]
    if len(coefficients) < 2:
        return []
    found = simple_roots(sympy.Poly(coefficients, Z, domain="QQ"))
    return once([root.real for root in found if abs(root.imag) < REAL and low <= root.real <= high])


def simple_roots(poly):
    """Each root once, also one that is many times a root."""
    parts = [each.as_real_imag() for each in poly.sqf_part().all_coeffs()]
    numbers = [mpmath.mpc(*[mpmath.mpf(each.p) / each.q for each in pair]) for pair in parts]
    return mpmath.polyroots(numbers, maxsteps=500, extraprec=200) if len(numbers) > 1 else []


def once(numbers):
    apart = []
    for number in sorted(numbers):
        if not apart or number - apart[-1] > NEAR:
            apart.append(number)
    return apart


def random_waves():
    """A list of (k, a, b): a sin kx + b cos kx."""
    parts = sorted(random.sample(range(1, WAVES + 1), random.randint(1, 4)))
    return [(k, random.randint(-5, 5), random.randint(1, 5)) for k in parts]


def roots_of_waves(waves, low, high):
    """By z = e^(ix): the sum of (b - ia)/2 z^k + (b + ia)/2 z^-k."""
    top = max(k for k, _, _ in waves)
    terms = [sympy.Integer(0)] * (2 * top + 1)
    for k, a, b in waves:
        terms[top - k] += b - a * sympy.I
        terms[top + k] += b + a * sympy.I
    found = []
    for root in simple_roots(sympy.Poly(terms, Z, domain="QQ_I")):
        if abs(abs(root) - 1) < REAL:
            angle = mpmath.arg(root)
            turns = range(int(low / 6) - 2, int(high / 6) + 3)
            found += [angle + 2 * mpmath.pi * turn for turn in turns]
    return once([x for x in found if low <= x <= high])


def turning(roots, slope):
    """Those zeros of the slope at which it changes its sign: (x, whether it is a maximum)."""
    found = []
    for x in roots:
        before, after = slope(x - mpmath.mpf(10) ** -8), slope(x + mpmath.mpf(10) ** -8)
        if before * after < 0:
            found.append((x, before > 0))
    return found


def cases(kind):
    low, high = [mpmath.mpf(end) for end in RANGES[kind]]
    for _ in range(COUNT):
        if kind == "polynomials":
            c = random_polynomial()
            n = len(c) - 1
            slopes = [each * (n - place) for place, each in enumerate(c[:-1])]
            source = " + ".join([f"({each})*x^{n - place}" for place, each in enumerate(c)])
            zeros = roots_of_polynomial(c, low, high)
            turns = turning(
                roots_of_polynomial(slopes, low, high), lambda x, s=slopes: mpmath.polyval(s, x)
            )
        else:
            waves = random_waves()
            slopes = [(k, -k * b, k * a) for k, a, b in waves]
            source = " + ".join([f"({a})*sin({k}x) + ({b})*cos({k}x)" for k, a, b in waves])
            zeros = roots_of_waves(waves, low, high)
            turns = turning(
                roots_of_waves(slopes, low, high),
                lambda x, s=slopes: sum(
                    a * mpmath.sin(k * x) + b * mpmath.cos(k * x) for k, a, b in s
                ),
            )
        yield source, zeros, turns


def compared(right, marks):
    """How many are missed and how many invented."""
    found = [mpmath.mpf(mark.digits(20)) for mark in marks]
    missed = [x for x in right if not any(abs(x - each) < NEAR for each in found)]
    invented = [each for each in found if not any(abs(x - each) < NEAR for x in right)]
    return len(missed), len(invented)


def row(kind):
    random.seed(7)
    counted, missed, invented, undecided = [0, 0], [0, 0], [0, 0], 0
    for source, zeros, turns in cases(kind):
        question = ask(source, at=RANGES[kind])
        found = study(question.fixed, question.variable, Interval(*question.points))
        undecided += bool(found.doubts)
        high = [x for x, up in turns if up]
        low = [x for x, up in turns if not up]
        pairs = [
            (0, zeros, found.all("zero")),
            (1, high, found.all("maximum")),
            (1, low, found.all("minimum")),
        ]
        for place, right, marks in pairs:
            lost, made = compared(right, marks)
            counted[place] += len(right)
            missed[place] += lost
            invented[place] += made
    return [
        f"{COUNT} {kind}",
        *[f"{counted[k]}: {missed[k]} missed, {invented[k]} invented" for k in (0, 1)],
        undecided,
    ]


def tables():
    with mpmath.workdps(60):
        rows = [row(kind) for kind in RANGES]
    yield Table(
        "Studies beside all roots",
        f"Random polynomials up to degree {HIGHEST} from -10 to 10, a third with a double root, and"
        f" sums of up to four sines and cosines of x to {WAVES}x from -3 to 3, beside the complete"
        " lists of their roots (mpmath, sixty digits).",
        ["f", "zeros", "extrema", "undecided"],
        rows,
    )
