"""How fast f and f' over long ranges are, beside hand-written NumPy, autograd and JAX."""

import time
import tracemalloc
from math import exp, log

import numpy as np

from slopecli.calculus.arrays.program import Program
from slopecli.language.parser import parse
from tests.benchmarks.measured import Table, in_turn, ratio, told

SIZES = (1000, 100_000, 1_000_000, 10_000_000)
LONG = 5_000_000  # points; beyond, the sum of forty would take minutes


def gauss(x):
    e = np.exp(-(x**2) / 4)
    s = np.sin(x)
    return s * e, np.cos(x) * e - s * e * x / 2


def quotient(x):
    y = np.exp(-2 * x)
    return (1 - y) / (1 + y), 4 * y / (1 + y) ** 2


def mixed(x):
    r, c = np.sqrt(1 + x**2), 2 + np.cos(x)
    ln = np.log(c)
    return r * ln, x / r * ln - r * np.sin(x) / c


def forty(x):
    f, slope = np.zeros_like(x), np.zeros_like(x)
    for k in range(1, 41):
        f += np.sin(k * x) / k
        slope += np.cos(k * x)
    return f, slope


def tanh(x):
    t = np.tanh(x)
    return t, 1 - t * t


SUM = " + ".join(f"sin({k}x)/{k}" for k in range(1, 41))
CASES = {
    "x/2": (lambda x: (x / 2, np.full_like(x, 0.5)), lambda x, np: x / 2),
    "tanh(x)": (tanh, lambda x, np: np.tanh(x)),
    "sin(x)*exp(-x^2/4)": (gauss, lambda x, np: np.sin(x) * np.exp(-(x**2) / 4)),
    "(1-exp(-2x))/(1+exp(-2x))": (
        quotient,
        lambda x, np: (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x)),
    ),
    "x^5-3x^3+2x": (
        lambda x: (x**5 - 3 * x**3 + 2 * x, 5 * x**4 - 9 * x**2 + 2),
        lambda x, np: x**5 - 3 * x**3 + 2 * x,
    ),
    "sqrt(1+x^2)*ln(2+cos(x))": (
        mixed,
        lambda x, np: np.sqrt(1 + x**2) * np.log(2 + np.cos(x)),
    ),
    SUM: (forty, lambda x, np: sum(np.sin(k * x) / k for k in range(1, 41))),
}


def by_hand(case, source):
    return case[0]


def by_autograd(case, source):
    import autograd.numpy as anp
    from autograd import elementwise_grad

    def f(x):
        return case[1](x, anp)

    slope = elementwise_grad(f)
    return lambda x: (f(x), slope(x))


def by_jax(case, source):
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)

    def f(x):
        return case[1](x, jnp)

    both = jax.jit(jax.vmap(jax.value_and_grad(f)))
    return lambda x: jax.block_until_ready(both(x))


def tables():
    peers = {"by hand": by_hand, "autograd": by_autograd, "JAX": by_jax}
    for size in SIZES:
        x = np.linspace(-7, 7, size)
        logs = dict.fromkeys(peers, 0.0)
        rows = []
        cases = {source: case for source, case in CASES.items() if size < LONG or source != SUM}
        for source, case in cases.items():
            works = [
                Program(parse(source), "x").run,
                *[make(case, source) for make in peers.values()],
            ]
            ours, *theirs = in_turn(
                [lambda work=work, x=x: work(x) for work in works],
                at_least=2,
                clock=time.perf_counter,  # JAX works on several cores
            )
            ratios = [ratio(each, ours) for each in theirs]
            for name, found in zip(logs, ratios, strict=True):
                logs[name] += log(found)
            name = f"`{source}`" if source != SUM else "sum of sin(k x)/k, k to 40"
            rows.append([name, *map(told, ratios)])
        means = [told(exp(each / len(cases))) for each in logs.values()]
        yield Table(
            f"f and f' at {size:,} points",
            "Another's time over ours, medians over rounds; the last line is the geometric mean."
            " By hand: f and its derivative in NumPy, as a person writes them.",
            ["f", *peers],
            [*rows, ["all", *means]],
        )
    yield memory(max(SIZES))


def memory(size):
    x = np.linspace(-7, 7, size)
    program = Program(parse("sqrt(1+x^2)*ln(2+cos(x))"), "x")
    tracemalloc.start()
    program.run(x)
    beyond = (tracemalloc.get_traced_memory()[1] - 2 * x.nbytes) / 2**20
    tracemalloc.stop()
    return Table(
        "Memory over a long range",
        "The most that is held at once, beyond x, f and f' themselves.",
        ["f", "points", "memory"],
        [["`sqrt(1+x^2)*ln(2+cos(x))`", f"{size:,}", f"{beyond:.1f} MB"]],
    )
