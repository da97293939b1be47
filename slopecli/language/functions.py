"""THE TABLE: one row for each operator, function and constant.

A row is read like a line of a textbook: the name, then the partial derivative in each argument. The
arguments are called u, v and w; rules are text in slopecli's own language, parsed on first use by
`calculus.rules`. From a row follow the value, the derivative of every order, the symbolic
derivative, the worked steps, the LaTeX, the help and the tests.

    also     other spellings, separated by blanks
    means    the function written with others; an arithmetic that has the function of its own may
             use that, but at a point where the row is not smooth, this is what is looked into
    exists   where there is a value, if not everywhere
    smooth   where there is a slope of every order, if that is narrower than `exists`
    shape    the derivative as a teacher writes it, with du and dv; equal to the sum of the
             partials, which are written for accuracy
    infix    binding power of an operator between its arguments; `prefix` and `postfix` likewise.
             Read by the parser and by all printers. `right` groups to the right
    called   the name of the rule in class, if it has one of its own
    title    the function in words
    latex    how it is typeset, %s for the arguments; by default an operator name
    angle    "in" where the argument is an angle, "out" where the value is (for --degrees)
    reads    the row is only another way to write this: the parser puts this in its place
"""


class Row:
    """One operator, function or constant; the arity is the number of partials."""

    __slots__ = (
        "also",
        "angle",
        "called",
        "exists",
        "infix",
        "latex",
        "means",
        "name",
        "partials",
        "postfix",
        "prefix",
        "reads",
        "right",
        "shape",
        "smooth",
        "title",
    )

    def __init__(
        self,
        name: str,
        *partials: str,
        also: str = "",
        means: str = "",
        exists: str = "",
        smooth: str = "",
        shape: str = "",
        infix: int = 0,
        prefix: int = 0,
        postfix: int = 0,
        right: bool = False,
        called: str = "",
        title: str = "",
        latex: str = "",
        angle: str = "",
        reads: str = "",
    ) -> None:
        self.name = name
        self.partials = partials
        self.also = tuple(also.split())
        self.means = means
        self.exists = exists
        self.smooth = smooth
        self.shape = shape
        self.infix = infix
        self.prefix = prefix
        self.postfix = postfix
        self.right = right
        self.called = called
        self.title = title or name
        self.latex = latex
        self.angle = angle
        self.reads = reads

    @property
    def arity(self) -> int:
        """How many arguments it takes."""
        return len(self.partials)

    @property
    def is_operator(self) -> bool:
        """Whether it is written between, before or after its arguments."""
        return bool(self.infix or self.prefix or self.postfix)


# fmt: off
_ROWS = (
    # Operators, from the loosest to the tightest. "realpow" is u^v where the exponent is a literal
    # fraction with an odd denominator: the real root, also of negative numbers.
    Row("or",  "0", "0", infix=2, title="or", latex=r"%s \;\mathrm{or}\; %s"),
    Row("and", "0", "0", infix=3, title="and", latex=r"%s \;\mathrm{and}\; %s"),
    Row("<",   "0", "0", infix=5, smooth="u != v", title="less than", latex="%s < %s"),
    Row("<=",  "0", "0", infix=5, smooth="u != v", also="≤ =<", title="at most",
        latex=r"%s \leq %s"),
    Row(">",   "0", "0", infix=5, smooth="u != v", title="greater than", latex="%s > %s"),
    Row(">=",  "0", "0", infix=5, smooth="u != v", also="≥ =>", title="at least",
        latex=r"%s \geq %s"),
    Row("=",   "0", "0", infix=5, smooth="u != v", title="equal", latex="%s = %s"),
    Row("!=",  "0", "0", infix=5, smooth="u != v", also="≠", title="not equal", latex=r"%s \ne %s"),
    Row("+", "1", "1", infix=10, shape="du + dv", called="sum rule", title="sum"),
    Row("-", "1", "-1", infix=10, shape="du - dv", called="sum rule", title="difference"),
    Row("*", "v", "u", infix=20, shape="du*v + u*dv", called="product rule", title="product"),
    Row("/", "1/v", "-u/v^2", infix=20, exists="v != 0", shape="(du*v - u*dv)/v^2",
        called="quotient rule", title="quotient", latex=r"\frac{%s}{%s}"),
    Row("neg", "-1", prefix=20, shape="-du", called="constant multiple rule", title="minus"),
    Row("^", "v*u^(v-1)", "u^v*ln(u)", infix=40, right=True, smooth="u > 0",
        called="power rule", title="power", latex="{%s}^{%s}"),
    Row("realpow", "v*realpow(u, v-1)", "0", smooth="u != 0",
        called="power rule", title="power", latex="{%s}^{%s}"),
    Row("factorial", "gamma(u+1)*digamma(u+1)", means="gamma(u+1)", exists="u > -1 or floor(u) < u",
        postfix=50, title="factorial", latex="%s!"),

    # Roots, exponentials, logarithms
    Row("sqrt", "1/(2*sqrt(u))", means="u^(1/2)", exists="u >= 0", smooth="u > 0",
        also="√ root", title="square root", latex=r"\sqrt{%s}"),
    Row("cbrt", "1/(3*cbrt(u)^2)", means="realpow(u, 1/3)", smooth="u != 0",
        also="∛ curt cuberoot", title="cube root", latex=r"\sqrt[3]{%s}"),
    Row("nthroot", "0", "0", reads="u^(1/v)", title="n-th root: nthroot(x, n)"),
    Row("exp", "exp(u)", called="exponential rule", title="exponential e^x"),
    Row("ln", "1/u", exists="u > 0", called="logarithm rule", title="natural logarithm"),
    Row("log", "1/(u*ln(v))", "-ln(u)/(v*ln(v)^2)", means="ln(u)/ln(v)",
        exists="u > 0 and v > 0 and v != 1", called="logarithm rule",
        title="logarithm to a base: log(x, b)"),
    Row("log10", "1/(u*ln(10))", means="ln(u)/ln(10)", exists="u > 0", also="lg",
        called="logarithm rule", title="logarithm to base 10", latex=r"\log_{10}"),
    Row("log2", "1/(u*ln(2))", means="ln(u)/ln(2)", exists="u > 0", also="lb ld",
        called="logarithm rule", title="logarithm to base 2", latex=r"\log_{2}"),

    # Trigonometric functions and their inverses
    Row("sin", "cos(u)", angle="in", also="sine", title="sine"),
    Row("cos", "-sin(u)", angle="in", also="cosine", title="cosine"),
    Row("tan", "1/cos(u)^2", exists="cos(u) != 0", shape="sec(u)^2*du",
        angle="in", also="tg tangent", title="tangent"),
    Row("cot", "-1/sin(u)^2", means="cos(u)/sin(u)", exists="sin(u) != 0", shape="-csc(u)^2*du",
        angle="in", also="ctg cotg cotan ctan", title="cotangent"),
    Row("sec", "sec(u)*tan(u)", means="1/cos(u)", exists="cos(u) != 0", angle="in", title="secant"),
    Row("csc", "-csc(u)*cot(u)", means="1/sin(u)", exists="sin(u) != 0",
        angle="in", also="cosec", title="cosecant"),
    Row("asin", "1/sqrt((1-u)*(1+u))", means="2*atan(u/(1 + sqrt((1-u)*(1+u))))",
        exists="-1 <= u and u <= 1", smooth="-1 < u and u < 1", shape="du/sqrt(1 - u^2)",
        angle="out", also="arcsin asn", title="inverse sine", latex=r"\arcsin"),
    Row("acos", "-1/sqrt((1-u)*(1+u))", means="pi/2 - 2*atan(u/(1 + sqrt((1-u)*(1+u))))",
        exists="-1 <= u and u <= 1", smooth="-1 < u and u < 1", shape="-du/sqrt(1 - u^2)",
        angle="out", also="arccos acs", title="inverse cosine", latex=r"\arccos"),
    Row("atan", "1/(1 + u^2)", shape="du/(1 + u^2)",
        angle="out", also="arctan arctg atg", title="inverse tangent", latex=r"\arctan"),
    Row("acot", "-1/(1 + u^2)", means="pi/2 - atan(u)", shape="-du/(1 + u^2)",
        angle="out", also="arccot arcctg actg arccotg",
        title="inverse cotangent, between 0 and pi"),
    Row("asec", "1/(abs(u)*sqrt((u-1)*(u+1)))", means="acos(1/u)",
        exists="u <= -1 or u >= 1", smooth="u < -1 or u > 1", shape="du/(abs(u)*sqrt(u^2 - 1))",
        angle="out", also="arcsec", title="inverse secant, between 0 and pi"),
    Row("acsc", "-1/(abs(u)*sqrt((u-1)*(u+1)))", means="asin(1/u)",
        exists="u <= -1 or u >= 1", smooth="u < -1 or u > 1", shape="-du/(abs(u)*sqrt(u^2 - 1))",
        angle="out", also="arccsc acosec arccosec", title="inverse cosecant"),
    Row("atan2", "v/(u^2 + v^2)", "-u/(u^2 + v^2)",
        means="if(v > 0, atan(u/v), if(v < 0, if(u < 0, atan(u/v) - pi, atan(u/v) + pi),"
              " if(u > 0, pi/2, -pi/2)))",
        exists="u != 0 or v != 0", smooth="u != 0 or v > 0", shape="(v*du - u*dv)/(u^2 + v^2)",
        angle="out", also="arctan2", title="angle of the point (v, u): atan2(y, x)"),

    # Hyperbolic functions and their inverses
    Row("sinh", "cosh(u)", also="sh", title="hyperbolic sine"),
    Row("cosh", "sinh(u)", also="ch", title="hyperbolic cosine"),
    Row("tanh", "1/cosh(u)^2", shape="sech(u)^2*du", also="th tgh", title="hyperbolic tangent"),
    Row("coth", "-1/sinh(u)^2", means="cosh(u)/sinh(u)", exists="u != 0", shape="-csch(u)^2*du",
        also="cth ctgh cotanh", title="hyperbolic cotangent"),
    Row("sech", "-sech(u)*tanh(u)", means="1/cosh(u)", title="hyperbolic secant"),
    Row("csch", "-csch(u)*coth(u)", means="1/sinh(u)", exists="u != 0",
        also="cosech", title="hyperbolic cosecant"),
    Row("asinh", "1/sqrt(u^2 + 1)",
        also="arsinh arcsinh arsh argsinh", title="inverse hyperbolic sine"),
    Row("acosh", "1/sqrt((u-1)*(u+1))", means="ln(u + sqrt((u-1)*(u+1)))",
        exists="u >= 1", smooth="u > 1", shape="du/sqrt(u^2 - 1)",
        also="arcosh arccosh arch argcosh", title="inverse hyperbolic cosine"),
    Row("atanh", "1/((1-u)*(1+u))", exists="-1 < u and u < 1", shape="du/(1 - u^2)",
        also="artanh arctanh arth argtanh", title="inverse hyperbolic tangent"),
    Row("acoth", "1/((1-u)*(1+u))", means="atanh(1/u)", exists="u < -1 or u > 1",
        shape="du/(1 - u^2)", also="arcoth arccoth arcth", title="inverse hyperbolic cotangent"),
    Row("asech", "-1/(u*sqrt((1-u)*(1+u)))", means="acosh(1/u)", exists="u > 0 and u <= 1",
        smooth="u > 0 and u < 1", shape="-du/(u*sqrt(1 - u^2))",
        also="arsech arcsech", title="inverse hyperbolic secant"),
    Row("acsch", "-1/(abs(u)*sqrt(1 + u^2))", means="asinh(1/u)", exists="u != 0",
        also="arcsch arccsch acosech", title="inverse hyperbolic cosecant"),

    # Corners and steps
    Row("abs", "sign(u)", means="if(u < 0, -u, u)", smooth="u != 0",
        title="absolute value", latex=r"\left|%s\right|"),
    Row("sign", "0", means="if(u < 0, -1, if(u > 0, 1, 0))", smooth="u != 0",
        also="sgn signum", title="sign"),
    Row("step", "0", means="if(u < 0, 0, if(u > 0, 1, 1/2))", smooth="u != 0",
        also="heaviside", title="unit step, 1/2 at 0"),
    Row("relu", "step(u)", means="if(u < 0, 0, u)", smooth="u != 0", title="ramp: max(x, 0)"),
    Row("floor", "0", smooth="floor(u) < u",
        title="greatest whole number below", latex=r"\left\lfloor %s \right\rfloor"),
    Row("ceil", "0", means="-floor(-u)", smooth="floor(u) < u", also="ceiling",
        title="least whole number above", latex=r"\left\lceil %s \right\rceil"),
    Row("trunc", "0", means="if(u < 0, -floor(-u), floor(u))", smooth="floor(u) < u or u = 0",
        title="whole part"),
    Row("round", "0", smooth="floor(u + 1/2) < u + 1/2",
        title="nearest whole number, even at ties"),
    Row("mod", "1", "-floor(u/v)", means="u - v*floor(u/v)", exists="v != 0",
        smooth="floor(u/v) < u/v", title="remainder with the sign of the divisor: mod(x, m)"),
    Row("max", "step(u-v)", "step(v-u)", means="if(u < v, v, u)", smooth="u != v",
        shape="if(u < v, dv, du)", title="greatest", latex=r"\max"),
    Row("min", "step(v-u)", "step(u-v)", means="if(u < v, u, v)", smooth="u != v",
        shape="if(u < v, du, dv)", title="least", latex=r"\min"),
    Row("if", "0", "if(u, 1, 0)", "if(u, 0, 1)", shape="if(u, dv, dw)", also="piecewise",
        called="piecewise", title="if(condition, then, otherwise)"),

    # Several others
    Row("hypot", "u/hypot(u, v)", "v/hypot(u, v)", means="sqrt(u^2 + v^2)",
        smooth="u != 0 or v != 0", shape="(u*du + v*dv)/hypot(u, v)",
        title="length of the hypotenuse"),
    Row("sinc", "if(u = 0, 0, (u*cos(u) - sin(u))/u^2)", means="if(u = 0, 1, sin(u)/u)",
        title="sin(x)/x, 1 at 0"),
    Row("sigmoid", "1/(2*cosh(u/2))^2", means="1/(1 + exp(-u))",
        shape="sigmoid(u)*(1 - sigmoid(u))*du",
        also="logistic expit", title="logistic curve 1/(1+e^(-x))"),
    Row("softplus", "sigmoid(u)", means="ln(1 + exp(u))", title="ln(1 + e^x)"),
    Row("erf", "2*exp(-u^2)/sqrt(pi)", title="error function"),
    Row("erfc", "-2*exp(-u^2)/sqrt(pi)", title="1 - erf(x)"),
    Row("gamma", "gamma(u)*digamma(u)", exists="u > 0 or floor(u) < u",
        also="Γ", title="gamma function", latex=r"\Gamma"),
    Row("digamma", "polygamma(1, u)", exists="u > 0 or floor(u) < u",
        also="psi", title="slope of ln(gamma(x))", latex=r"\psi"),
    Row("polygamma", "undefined", "polygamma(u+1, v)",
        exists="u >= 0 and mod(u, 1) = 0 and (v > 0 or floor(v) < v)",
        title="n-th derivative of digamma: polygamma(n, x)"),
    Row("lambertw", "1/(u + exp(lambertw(u)))", exists="u >= -1/e", smooth="u > -1/e",
        title="w with w e^w = x, the upper branch", latex=r"\operatorname{W}"),

    # Constants
    Row("pi", also="π", title="3.14159..., half a turn", latex=r"\pi"),
    Row("e", title="2.71828..., the base of ln", latex="e"),
    Row("tau", means="2*pi", also="τ", title="2 pi, a whole turn", latex=r"\tau"),
    Row("phi", means="(1 + sqrt(5))/2", also="φ", title="1.61803..., the golden ratio",
        latex=r"\varphi"),
    Row("undefined", title="no value: where no branch of a piecewise function applies"),
)
# fmt: on

ROWS = {row.name: row for row in _ROWS}
SPELLINGS = {word: row.name for row in _ROWS for word in (row.name, *row.also)}
TRUTH = frozenset({"or", "and", "<", "<=", ">", ">=", "=", "!="})
"""Rows whose value is true or false, never a number."""
