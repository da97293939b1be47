"""Marks on an axis where a person would put them: 0, 0.5, 1, or in multiples of pi."""

from math import floor, log10, pi

_STEPS = (1, 2, 5, 10)
_PI_STEPS = ((1, 12), (1, 6), (1, 4), (1, 3), (1, 2), (1, 1), (2, 1), (5, 1), (10, 1))


def ticks(
    low: float, high: float, most: int, in_pi: bool = False, sign: str = "π"
) -> list[tuple[float, str]]:
    """At most about so many places between low and high, with their labels."""
    most = max(most, 2)
    if in_pi:
        marks = _in_pi(low, high, most, sign)
        if marks:
            return marks
    raw = high / most - low / most
    if not raw > 0 or raw == float("inf"):
        return []
    power = floor(log10(raw))
    if not -300 < power < 300:
        return [(low, f"{low:.2g}"), (high, f"{high:.2g}")]
    step = next(each for each in _STEPS if each * 10.0**power >= raw * 0.999)
    if step == 10:
        step, power = 1, power + 1
    unit = step * 10.0**power
    first, last = floor(low / unit + 1 - 1e-9), floor(high / unit + 1e-9)
    return [(number * unit, _label(number * step, power)) for number in range(first, last + 1)]


def _label(number: int, power: int) -> str:
    """number * 10^power, exactly."""
    if not number:
        return "0"
    if power > 4 or power < -4:
        digits = str(abs(number)).rstrip("0")
        power += len(str(abs(number))) - len(digits)
        power += len(digits) - 1
        whole = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
        return f"{'-' if number < 0 else ''}{whole}e{power}"
    if power >= 0:
        return str(number * 10**power)
    return f"{number / 10**-power:.{-power}f}".rstrip("0").rstrip(".")


def _in_pi(low: float, high: float, most: int, sign: str) -> list[tuple[float, str]]:
    for above, below in _PI_STEPS:
        unit = pi * above / below
        if (high - low) / unit <= most:
            first, last = floor(low / unit + 1 - 1e-9), floor(high / unit + 1e-9)
            return [(n * unit, _pi_label(n * above, below, sign)) for n in range(first, last + 1)]
    return []


def _pi_label(above: int, below: int, sign: str) -> str:
    from math import gcd

    if not above:
        return "0"
    common = gcd(above, below)
    above, below = above // common, below // common
    times = {1: "", -1: "-"}.get(above, str(above))
    return f"{times}{sign}" + (f"/{below}" if below > 1 else "")
