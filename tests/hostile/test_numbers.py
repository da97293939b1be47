"""Numbers beyond all bounds: the right digits, words for them, or a reason; never a crash."""

import pytest
from clean import faults

POINTS = [
    "0", "-0", "1e-4000", "1e3999", "-1e3999", "10^10^9", "2^(10^18)", "-2^(10^18)", "e^(-10^10)", "e^(10^10)",
    "10^10^9 + 1/2", "pi*10^10^9", "exp(exp(40))", "gamma(10^18)", "1/2^2^60", "2^(2^62)", "sqrt(2)^(10^12)",
]  # fmt: skip
CURVES = [
    "x", "1/x", "x^2", "x^(1/3)", "x^x", "2^x", "e^-x", "ln x", "sqrt(x)", "sin x", "tan x", "asin x", "atan x",
    "sinh x", "tanh x", "erf x", "erfc x", "gamma(x)", "digamma(x)", "polygamma(2, x)", "lambertw(x)", "x!",
    "floor(x)", "round(x)", "mod(x, 7)", "mod(7, x)", "|x|", "sign(x)", "max(x, 1)", "hypot(x, 1)",
    "atan2(x, 1)", "sinc(x)", "sigmoid(x)", "softplus(x)", "if(x<1, x, 2x)", "log(x, 3)", "x^pi",
]  # fmt: skip


@pytest.mark.parametrize("curve", CURVES)
def test_no_point_is_too_far_out(slope, curve):
    for point in POINTS:
        done = slope(curve, "--at", point)
        assert (faults(done), len(done.out.splitlines()) <= 1) == ([], True), point


@pytest.mark.parametrize("point", POINTS)
def test_no_number_is_too_long_for_any_question(slope, point):
    for words in (
        [f"x^({point})", "--at", "0"],
        [f"x^({point})", "--at", "2", "--json"],
        [f"|x|^({point})", "--at", "0", "--order", "3"],
        [f"({point})*x"],
        [f"x^({point})"],
        ["steps", f"sin(x)^({point})"],
        ["a*x", "--let", f"a={point}", "--at", "1"],
        ["x^2", "--range", "0", point],
        ["x^2", "--range", point, point],
        ["plot", "x", "--range", "0", point],
        ["plot", f"x + {point}"],
        ["equal", f"x + {point}", f"{point} + x"],
        ["check", f"({point}) x", point],
        ["x^2", "--at", point, "--exact"],
        ["x^2", "--at", point, "--digits", "2000"],
    ):
        assert faults(slope(*words)) == [], words


@pytest.mark.parametrize(
    ("source", "point", "printed"),
    [
        ("x^2", "1e3999", "2e+3999"),
        ("x^2", "2^(10^18)", "above 10^999999999"),
        ("1/x", "2^(10^18)", "between -10^-999999999 and 0"),
        ("erf(x)", "2^(10^18)", "between -10^-999999999 and 10^-999999999"),
        ("x e^-x", "2^(10^18)", "between -10^-999999999 and 10^-999999999"),
        ("x^(10^9)", "0", "0"),
        ("x^1e300", "0", "0"),
        ("sin(x)", "1e22", "0.523214785395139"),
        ("|x|^1.00001", "0", "0"),
        ("|x|^(10^9*pi)", "0", "0"),
        ("(sin(x) - x)^1e30", "0", "0"),
    ],
)
def test_what_can_be_known_is_known(slope, source, point, printed):
    assert slope(source, "--at", point).out == printed + "\n"


@pytest.mark.parametrize(
    "option", ["--digits", "--order", "--points", "--step", "--taylor", "--timeout"]
)
@pytest.mark.parametrize(
    "value",
    [
        "0",
        "-1",
        "1.5",
        "nan",
        "inf",
        "-inf",
        "1e9",
        "",
        " ",
        "x",
        "9" * 5000,
        "٣",
        "0x10",
        "+2",
        "1_0",
    ],
)
def test_an_option_takes_its_number_or_says_which_numbers_it_takes(slope, option, value):
    words = ["--range", "0", "1"] if option in ("--points", "--step") else ["--at", "1"]
    assert faults(slope("x^2", *words, option, value)) == []
