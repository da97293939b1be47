"""Which row of the table stands behind each of NumPy's elementwise functions.

Some of them are no function of the language (np.log1p, np.square): their rows stand here, in the
same words, and belong to NumPy's value.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from slopecli.calculus.arrays.arraylike import raw
from slopecli.calculus.arrays.doubles import FUNCTIONS
from slopecli.calculus.arrays.recorded import COVERED, UFUNCS, Operation
from slopecli.language.functions import ROWS, TRUTH, Row

# fmt: off
_MORE: dict[Callable[..., Any], Row] = {
    np.positive:     Row("positive", "1"),
    np.conjugate:    Row("conjugate", "1"),  # of reals
    np.square:       Row("square", "2*u"),
    np.reciprocal:   Row("reciprocal", "-1/u^2", exists="u != 0"),
    np.expm1:        Row("expm1", "exp(u)"),
    np.exp2:         Row("exp2", "ln(2)*2^u"),
    np.log1p:        Row("log1p", "1/(1 + u)", exists="u > -1"),
    np.deg2rad:      Row("deg2rad", "pi/180"),
    np.radians:      Row("radians", "pi/180"),
    np.rad2deg:      Row("rad2deg", "180/pi"),
    np.degrees:      Row("degrees", "180/pi"),
    np.logaddexp:    Row("logaddexp", "sigmoid(u-v)", "sigmoid(v-u)"),
    np.logaddexp2:   Row("logaddexp2", "1/(1 + 2^(v-u))", "1/(1 + 2^(u-v))"),
    np.floor_divide: Row("floor_divide", "0", "0", exists="v != 0", smooth="floor(u/v) < u/v"),
    np.fmod:         Row("fmod", "1", "-trunc(u/v)", exists="v != 0",
                         smooth="v != 0 and (trunc(u/v) != u/v or u = 0)"),
    np.heaviside:    Row("heaviside", "0", "0", smooth="u != 0"),
    np.copysign:     Row("copysign", "sign(u)*sign(v)", "0", smooth="u != 0 and v != 0"),
    np.sinc:         Row("sinc_pi", "if(abs(u) < 1/20, -pi*(pi*u/3 - (pi*u)^3/30 + (pi*u)^5/840"
                         " - (pi*u)^7/45360 + (pi*u)^9/3991680), (pi*u*cos(pi*u) - sin(pi*u))"
                         "/(pi*u^2))"),
}
# fmt: on
_SAME = {
    np.arctan2: "atan2",
    np.float_power: "^",
    np.fabs: "abs",
    np.fmax: "max",
    np.fmin: "min",
    np.power: "^",
}
_PLAIN = (np.isnan, np.isfinite, np.isinf, np.signbit, np.logical_not, np.logical_xor)


def plain(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function whose result is not followed, since it only steps: a comparison, a position."""
    return lambda *arguments, **keywords: function(*map(raw, arguments), **keywords)


for _name, _function in FUNCTIONS.items():
    if isinstance(_function, np.ufunc):
        UFUNCS[_function] = (
            plain(_function) if _name in TRUTH else Operation(_function, ROWS[_name])
        )
for _ufunc, _name in _SAME.items():
    UFUNCS[_ufunc] = Operation(_ufunc, ROWS[_name])
for _function, _row in _MORE.items():
    if isinstance(_function, np.ufunc):
        UFUNCS[_function] = Operation(_function, _row)
    else:
        COVERED[_function] = Operation(_function, _row)
for _ufunc in _PLAIN:
    UFUNCS[_ufunc] = plain(_ufunc)
