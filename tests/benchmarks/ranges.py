"""How fast f and f' over long ranges are, beside hand-written NumPy, autograd and JAX.

Run by hand: python tests/benchmarks/ranges.py. Each ratio is another's time over ours in the same
run, so above 1 we are faster. The best of several alternating rounds counts.
"""

import random
import sys
import time
import tracemalloc
from math import exp, log

import numpy as np

from slopecli.calculus.arrays.program import Program
from slopecli.language.parser import parse


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


def best_of(functions, x):
    """The shortest time of each, in rounds that take turns in a random order.

    In a fixed order, whoever comes after the one that frees most memory pays for asking it back.
    """
    times = [float("inf")] * len(functions)
    for function in functions:
        function(x)
    end = time.perf_counter() + (2 if x.size < 5_000_000 else 6)
    rounds = 0
    while time.perf_counter() < end or rounds < 3:
        rounds += 1
        for k in random.sample(range(len(functions)), len(functions)):
            function = functions[k]
            start = time.perf_counter()
            function(x)
            times[k] = min(times[k], time.perf_counter() - start)
    return times


def main(sizes):
    peers = {"hand": by_hand, "autograd": by_autograd}
    try:
        import jax  # noqa: F401
    except ImportError:
        print("JAX is not installed: left out")
    else:
        peers["jax"] = by_jax
    for size in sizes:
        x = np.linspace(-7, 7, size)
        logs = dict.fromkeys(peers, 0.0)
        print(f"{size} points{'':25}" + "".join(f"{name:>10}" for name in peers))
        for source, case in CASES.items():
            program = Program(parse(source), "x")
            others = [make(case, source) for make in peers.values()]
            ours, *times = best_of([program.run, *others], x)
            ratios = [each / ours for each in times]
            for name, ratio in zip(logs, ratios, strict=True):
                logs[name] += log(ratio)
            print(f"{source[:36]:<38}" + "".join(f"{ratio:10.2f}" for ratio in ratios))
        means = [exp(each / len(CASES)) for each in logs.values()]
        print(f"{'geometric mean':<38}" + "".join(f"{mean:10.2f}" for mean in means))
    size = max(sizes)
    x = np.linspace(-7, 7, size)
    program = Program(parse("sqrt(1+x^2)*ln(2+cos(x))"), "x")
    tracemalloc.start()
    program.run(x)
    beyond = (tracemalloc.get_traced_memory()[1] - 2 * x.nbytes) / 2**20
    print(f"memory beyond inputs and outputs at {size} points: {beyond:.1f} MB")


if __name__ == "__main__":
    main([int(float(arg)) for arg in sys.argv[1:]] or [1000, 100_000, 1_000_000, 10_000_000])
