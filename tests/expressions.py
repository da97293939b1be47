"""Random formulas and points for property tests."""

from hypothesis import strategies as st

from slopecli.language.expr import Call, Num, Var
from slopecli.language.functions import ROWS, TRUTH
from slopecli.language.powers import power
from slopecli.language.ratio import Ratio

_UNARY = [
    row.name
    for row in ROWS.values()
    if row.arity == 1 and not row.is_operator and row.name not in ("factorial", "gamma", "digamma")
]
_BINARY = ["max", "min", "hypot", "log"]


def rationals():
    """Points such as -1.3 or 2/7."""
    return st.builds(Ratio, st.integers(-60, 60), st.sampled_from([1, 2, 3, 7, 10, 64]))


def _leaves():
    numbers = st.builds(
        lambda n, d: Num(Ratio(n, d)), st.integers(0, 30), st.sampled_from([1, 1, 1, 2, 10])
    )
    constants = st.sampled_from([Call("pi"), Call("e")])
    return st.one_of(st.just(Var("x")), st.just(Var("x")), numbers, constants)


def expressions(leaves=12):
    """Trees of up to about so many leaves over x, numbers and the rows of the table."""

    def grown(parts):
        return st.one_of(
            st.builds(lambda name, u, v: Call(name, (u, v)), st.sampled_from("+-*/"), parts, parts),
            st.builds(lambda u: Call("neg", (u,)), parts),
            st.builds(lambda u, n: power(u, Num(n)), parts, st.integers(0, 4)),
            st.builds(
                lambda u, p, q: power(u, Call("/", (Num(p), Num(q)))),
                parts,
                st.integers(1, 5),
                st.integers(2, 5),
            ),
            st.builds(lambda u, v: power(u, v), parts, parts),
            st.builds(lambda name, u: Call(name, (u,)), st.sampled_from(_UNARY), parts),
            st.builds(
                lambda name, u, v: Call(name, (u, v)), st.sampled_from(_BINARY), parts, parts
            ),
            st.builds(
                lambda name, u, v, a, b: Call("if", (Call(name, (u, v)), a, b)),
                st.sampled_from(sorted(TRUTH - {"and", "or"})),
                parts,
                parts,
                parts,
                parts,
            ),
        )

    return st.recursive(_leaves(), grown, max_leaves=leaves)
