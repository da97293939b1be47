"""slopecli: the slope of any curve at any point.

From Python: `slope`, `check` and `parse` for formulas as text; `grad`, `value_and_grad`,
`elementwise_grad`, `derivative`, `jacobian`, `hessian` and `assigned` for functions written with
NumPy. Each is imported when it is first used, so that the command line does not wait for what it
does not need.
"""

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.answers.from_python import check as check
    from slopecli.answers.from_python import slope as slope
    from slopecli.answers.gradient import derivative as derivative
    from slopecli.answers.gradient import elementwise_grad as elementwise_grad
    from slopecli.answers.gradient import grad as grad
    from slopecli.answers.gradient import hessian as hessian
    from slopecli.answers.gradient import jacobian as jacobian
    from slopecli.answers.gradient import value_and_grad as value_and_grad
    from slopecli.calculus.arrays.moves import assigned as assigned
    from slopecli.language.parser import parse as parse

_HOMES = {
    "assigned": "slopecli.calculus.arrays.moves",
    "check": "slopecli.answers.from_python",
    "derivative": "slopecli.answers.gradient",
    "elementwise_grad": "slopecli.answers.gradient",
    "grad": "slopecli.answers.gradient",
    "hessian": "slopecli.answers.gradient",
    "jacobian": "slopecli.answers.gradient",
    "parse": "slopecli.language.parser",
    "slope": "slopecli.answers.from_python",
    "value_and_grad": "slopecli.answers.gradient",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'slopecli' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
