"""The wrong rules that students use, one row each, beside the right ones of the function table.

A row says: at a part of this form, the derivative was taken to be this. Rules are text in
slopecli's own language; `calculus.forms` says which letters each form has. The commonest slips come
first: where several explain an answer, the first is told first.

    form     what the part looks like: "chain" is f(u) where u is more than a letter
    of       only where the part is one of these functions
    says     what it looks as if happened; `{here}` is the part, `{du}` the slope of u, and so on
    law      the right rule, for a hint
"""

from slopecli.wording import phrase


class Wrong:
    """One wrong rule."""

    __slots__ = ("form", "law", "mistake", "of", "rule", "says")

    def __init__(
        self, mistake: str, form: str, rule: str, says: str, law: str = "", of: str = ""
    ) -> None:
        self.mistake = mistake
        self.form = form
        self.rule = rule
        self.says = says
        self.law = law or _LAWS[_AS.get(form, form)]
        self.of = frozenset(of.split())


_LAWS = {
    "chain": phrase(
        "the chain rule: the slope of the outer function, times the slope of the inner one"
    ),
    "power": phrase("the power rule: the exponent comes in front, and then becomes one less"),
    "monomial": phrase("the power rule: the exponent multiplies what stands in front"),
    "root": phrase("the rule for roots: sqrt(u) is u^(1/2), and the chain rule follows"),
    "exponential": phrase(
        "the exponential rule: a^u stays as it is, times ln(a), times the slope of u"
    ),
    "tower": phrase("logarithmic differentiation: base and exponent both move"),
    "product": phrase("the product rule: u'v + uv'"),
    "three factors": phrase("the product rule: one term for each factor, only that one derived"),
    "coefficient": phrase("the constant multiple rule: the number in front stays"),
    "quotient": phrase("the quotient rule: (u'v - uv')/v^2"),
    "reciprocal": phrase("the rule for 1/v: -v'/v^2"),
    "sum": phrase("the sum rule: term by term, each with its own sign"),
    "constant": phrase("the constant rule: a constant has slope 0"),
    "function": phrase("the derivative of this function in the table"),
    "function letter": phrase("the chain rule: y is a function of x, and its slope is y'"),
}
_AS = {  # forms whose law is that of a simpler one
    "difference": "sum",
    "first of a sum": "sum",
    "first of a difference": "sum",
    "minus": "coefficient",
    "power below": "quotient",
    "quotient of a sum": "quotient",
    "quotient by a sum": "quotient",
    "root power": "power",
}
_TRIG = "sin cos tan cot sec csc"
_HYPERBOLIC = "sinh cosh tanh coth sech csch"
_SIGN = phrase("the sign in the table of derivatives")

# fmt: off
WRONG_RULES = (
    # The chain rule
    Wrong("chain-missing", "chain", "dfu",
          "the chain rule was forgotten at {here}: multiply by {du}"),
    Wrong("chain-into-times", "chain", "dfdu*du",
          "at {here} the outer function was given {du}, the slope of the inside: it keeps {u}"),
    Wrong("chain-times-g", "chain", "dfu*u",
          "at {here} the inside was multiplied on as it is: it must be its slope, {du}"),
    Wrong("chain-add", "chain", "dfu + du",
          "at {here} the slope of the inside, {du}, was added: it must be multiplied"),
    Wrong("log-const-kept", "logarithm of a multiple", "du/w",
          "at {here} the {c} was kept above: it cancels", of="ln",
          law="the logarithm rule with the chain rule: u'/u"),
    Wrong("arg-lost", "chain", "dfx*du", "at {here} the inside became {x}: it stays {u}"),

    # Powers
    Wrong("pow-exponent-only-kept", "root power", "n*u^n*du",
          "at {here} the exponent {n} came in front but did not become one less",
          law="the power rule: the exponent comes in front, and then becomes one less"),
    Wrong("pow-exponent-only-bare", "root power", "u^(n-1)*du",
          "at {here} the exponent {n} became one less but did not come in front",
          law="the power rule: the exponent comes in front, and then becomes one less"),
    Wrong("pow-no-coeff", "power", "u^(n-1)*du",
          "at {here} the exponent {n} did not come in front as a factor"),
    Wrong("pow-no-decr", "power", "n*u^n*du", "at {here} the exponent {n} did not become one less"),
    Wrong("pow-incr", "power", "n*u^(n+1)*du",
          "at {here} the exponent became one more: from {n} it goes down"),
    Wrong("pow-decr-first", "power", "(n-1)*u^(n-1)*du",
          "at {here} the exponent was made one less before it came in front: the factor is {n}"),
    Wrong("pow-add", "monomial", "(n+c)*u^(n-1)*du",
          "at {here} the exponent was added to the {c} in front: multiply them"),
    Wrong("pow-coeff-only", "monomial", "n*u^(n-1)*du",
          "at {here} the {c} in front was lost: the exponent multiplies it"),
    Wrong("pow-integrated", "power", "u^(n+1)/(n+1)*du",
          "at {here} the power was integrated instead of derived"),
    Wrong("pow-integrated", "power", "u^(n+1)/(n+1)",
          "at {here} the power was integrated instead of derived"),

    # Coefficients and constants
    Wrong("coeff-lost", "coefficient", "du", "the factor {c} was lost at {here}"),
    Wrong("const-kept", "constant", "c", "the constant {here} was kept: its slope is 0"),
    Wrong("const-to-one", "constant", "1", "the constant {here} became 1: its slope is 0"),
    Wrong("const-as-var", "constant", "dc",
          "the constant {here} was derived as if it were a variable: its slope is 0"),
    Wrong("coeff-added", "coefficient", "c + du", "at {here} the {c} was added: it multiplies"),

    # Tables: signs first
    Wrong("trig-sign", "function", "-dfu*du", "the sign is wrong in the derivative of {here}",
          law=_SIGN, of="sin cos"),
    Wrong("trig-not-diff", "chain", "fu*du",
          "{here} itself was not derived, only what is inside", of=f"{_TRIG} {_HYPERBOLIC}"),
    Wrong("trig-table-sine", "function", "sin(u)*du",
          "the derivative of {here} was taken from the wrong line of the table", of="tan sec"),
    Wrong("trig-table-cosine", "function", "cos(u)*du",
          "the derivative of {here} was taken from the wrong line of the table", of="tan sec cosh"),
    Wrong("trig-table-cosine-x", "chain", "cos(x)*du",
          "the derivative of {here} was taken from the wrong line of the table", of="tan"),
    Wrong("trig-table-sec", "function", "sec(u)*du",
          "the square is missing in the derivative of {here}", of="tan"),
    Wrong("trig-table-sec-tan", "function", "sec(u)*tan(u)*du",
          "the derivative of {here} was taken from the line of sec", of="tan"),
    Wrong("trig-table-csc2", "function", "csc(u)^2*du",
          "the derivative of {here} was taken from the line of cot", of="tan sec"),
    Wrong("trig-table-minus-csc2", "function", "-csc(u)^2*du",
          "the derivative of {here} was taken from the line of cot", of="tan sec csc"),
    Wrong("trig-table-tan2", "function", "tan(u)^2*du",
          "the derivative of {here} was taken from the wrong line of the table", of="sec tan"),
    Wrong("trig-table-sec2", "function", "sec(u)^2*du",
          "the derivative of {here} was taken from the line of tan", of="sec cot tanh"),
    Wrong("trig-table-csc-cot", "function", "-csc(u)*cot(u)*du",
          "the derivative of {here} was taken from the line of csc", of="cot sec"),
    Wrong("trig-table-cot2", "function", "-cot(u)^2*du",
          "the derivative of {here} was taken from the wrong line of the table", of="csc"),
    Wrong("trig-table-root-plus", "function", "du/sqrt(1 + u^2)",
          "the sign under the root is wrong in the derivative of {here}", of="asin acos"),
    Wrong("trig-table-no-root", "function", "du/(1 - u^2)",
          "the derivative of {here} was taken from the wrong line of the table", of="asin atan"),
    Wrong("trig-table-atan", "function", "du/(1 + u^2)",
          "the derivative of {here} was taken from the line of arctan", of="asin acos tan atanh"),
    Wrong("trig-table-root", "function", "du/sqrt(1 - u^2)",
          "the derivative of {here} was taken from the line of arcsin", of="atan"),
    Wrong("trig-table-inverse", "function", "du/cos(u)",
          "the derivative of {here} is not 1/cos: arcsin is the inverse, not the reciprocal",
          of="asin"),
    Wrong("trig-table-sech", "function", "sech(u)*du",
          "the square is missing in the derivative of {here}", of="tanh"),
    Wrong("trig-inverse-as-recip", "function", "-cos(u)/sin(u)^2*du",
          "{here} was read as 1/sin: it is the inverse function", of="asin"),
    Wrong("trig-inverse-as-recip-cos", "function", "sin(u)/cos(u)^2*du",
          "{here} was read as 1/cos: it is the inverse function", of="acos"),
    Wrong("trig-inverse-as-recip-tan", "function", "-1/sin(u)^2*du",
          "{here} was read as 1/tan: it is the inverse function", of="atan"),
    Wrong("degrees", "function", "pi/180*dfu*du",
          "the angle in {here} was taken in degrees: a slope needs radians",
          law="angles in radians", of=_TRIG),

    # Exponentials, logarithms
    Wrong("exp-no-ln", "exponential", "a^u*du", "the factor ln({a}) is missing at {here}"),
    Wrong("exp-div-ln", "exponential", "a^u*du/ln(a)",
          "at {here} it was divided by ln({a}): multiply by it"),
    Wrong("exp-as-pow", "exponential", "u*a^(u-1)*du",
          "{here} was derived as a power, but its exponent moves: it is an exponential"),
    Wrong("exp-as-pow-alone", "exponential", "u*a^(u-1)",
          "{here} was derived as a power, but its exponent moves: it is an exponential"),
    Wrong("exp-decr", "exponential", "du*a^(u-1)",
          "the exponent of {here} became one less: it stays"),
    Wrong("exp-chain-in-exponent", "exponential", "a^du",
          "the exponent of {here} was derived inside: it stays, and its slope is multiplied on"),
    Wrong("powpow-as-pow", "tower", "v*u^(v-1)*du",
          "{here} was derived as a power, but its exponent moves too"),
    Wrong("powpow-as-exp", "tower", "u^v*ln(u)*dv",
          "{here} was derived as an exponential, but its base moves too"),
    Wrong("log-one-over-log", "function", "du/fu",
          "the derivative of {here} is not one over the logarithm: it is the slope of u over u",
          of="ln log10 log2", law="the logarithm rule: u'/u"),
    Wrong("log-kept", "function", "du*fu", "the logarithm was kept in the derivative of {here}",
          of="ln log10 log2", law="the logarithm rule: u'/u"),
    Wrong("log-base-lost", "function", "du/u",
          "the base was lost at {here}: divide by the ln of it",
          of="log10 log2 log", law="the logarithm rule: u'/(u ln b)"),
    Wrong("abs-as-identity", "function", "du",
          "the bars of {here} were forgotten: its slope changes sign", of="abs",
          law="the slope of |u| is sign(u) times the slope of u"),

    # Products
    Wrong("prod-half-first", "product", "du*v",
          "half of the product rule is missing at {here}: add {u} times the slope of {v}"),
    Wrong("prod-half-second", "product", "u*dv",
          "half of the product rule is missing at {here}: add {v} times the slope of {u}"),
    Wrong("prod-of-derivs", "product", "du*dv",
          "the slopes of both factors of {here} were multiplied: the product rule is u'v + uv'"),
    Wrong("prod-minus", "product", "du*v - u*dv",
          "a minus stands in the product rule at {here}: it is a plus"),
    Wrong("prod-minus-reversed", "product", "u*dv - du*v",
          "a minus stands in the product rule at {here}: it is a plus"),
    Wrong("prod-pair", "product", "u*du + v*dv",
          "at {here} each factor was paired with its own slope: pair it with the other's"),
    Wrong("prod-sum", "product", "du + dv",
          "the slopes of both factors of {here} were added: the product rule is u'v + uv'"),
    Wrong("prod3-two-slopes", "three factors", "du*dv*w + u*dv*dw + du*v*dw",
          "in each term of {here} two factors were derived: it is one at a time"),
    Wrong("prod3-of-derivs", "three factors", "du*dv*dw",
          "the slopes of all factors of {here} were multiplied: it is one at a time"),
    Wrong("prod3-first-missing", "three factors", "u*dv*w + u*v*dw",
          "one term of the product rule is missing at {here}: three factors give three"),
    Wrong("prod3-second-missing", "three factors", "du*v*w + u*v*dw",
          "one term of the product rule is missing at {here}: three factors give three"),
    Wrong("prod3-third-missing", "three factors", "du*v*w + u*dv*w",
          "one term of the product rule is missing at {here}: three factors give three"),

    # Quotients
    Wrong("quot-div", "quotient", "du/dv",
          "the slopes of {here} were divided: the quotient rule is (u'v - uv')/v^2"),
    Wrong("quot-order", "quotient", "(u*dv - du*v)/v^2",
          "the two terms of the quotient rule are the wrong way round at {here}"),
    Wrong("quot-plus", "quotient", "(du*v + u*dv)/v^2",
          "a plus stands in the quotient rule at {here}: it is a minus"),
    Wrong("quot-nosq", "quotient", "(du*v - u*dv)/v",
          "the denominator was not squared at {here}"),
    Wrong("quot-den-u2", "quotient", "(du*v - u*dv)/u^2",
          "at {here} it was divided by the square of what is above: it is the one below"),
    Wrong("quot-no-den", "quotient", "du*v - u*dv",
          "the denominator of the quotient rule is missing at {here}"),
    Wrong("quot-diff-only", "quotient", "(du - dv)/v^2",
          "above, only the slopes were subtracted at {here}: each is times the other part"),
    Wrong("quot-den-dv2", "quotient", "(du*v - u*dv)/dv^2",
          "at {here} the slope of what is below was squared: it is {v} itself"),
    Wrong("quot-base-misread", "power below", "(du*v - u*n*w^(n-1)*dw)/v^2",
          "{v} was taken as a power with a negative exponent and still put below the line"),
    Wrong("quot-paren", "quotient of a sum", "(du*v - p*dv + q*dv)/v^2",
          "brackets are missing in the quotient rule at {here}: the minus is for the whole of {u}"),
    Wrong("quot-paren-above", "quotient of a sum", "(du*v - p*dv - q)/v^2",
          "brackets are missing in the quotient rule at {here}: the whole of {u} is multiplied"),
    Wrong("quot-paren-below", "quotient by a sum", "(du*p + q - u*dv)/v^2",
          "brackets are missing in the quotient rule at {here}: the whole of {v} is multiplied"),
    Wrong("quot-paren-first-slope", "quotient of a sum", "(du*v - p + q*dv)/v^2",
          "brackets are missing in the quotient rule at {here}: the whole of {u} is multiplied"),
    Wrong("quot-paren-first-term", "quotient of a sum", "(du*v - p*dv + q)/v^2",
          "brackets are missing in the quotient rule at {here}: the whole of {u} is multiplied"),
    Wrong("quot-paren-below-slope", "quotient by a sum", "(p + q*du - u*dv)/v^2",
          "brackets are missing in the quotient rule at {here}: the whole of {v} is multiplied"),
    Wrong("recip-of-deriv", "reciprocal", "c/dv",
          "the derivative of {here} is not one over the slope of what is below"),
    Wrong("recip-to-log", "reciprocal", "c*ln(v)",
          "{here} became a logarithm: that is its integral, not its slope"),
    Wrong("recip-sign", "reciprocal", "c*dv/v^2", "the minus is missing in the slope of {here}"),
    Wrong("quot-nosq-recip", "reciprocal", "-c*dv/v", "the denominator was not squared at {here}"),

    # Signs that are seldom wrong where a product or a quotient could be
    Wrong("trig-sign", "function", "-dfu*du", "the sign is wrong in the derivative of {here}",
          law=_SIGN, of=f"tan cot sec csc {_HYPERBOLIC} asin acos atan acot asec acsc"),

    # Roots
    Wrong("root-of-deriv", "root", "sqrt(du)",
          "under the root of {here} stands its slope: it stays"),
    Wrong("root-of-deriv-half", "root", "1/(2*sqrt(du))",
          "under the root of {here} stands its slope: it stays"),

    # Sums
    Wrong("sum-sign", "sum", "du - dv", "the sign of a term is wrong: the slope of {v} is {dv}"),
    Wrong("sum-sign-first", "first of a sum", "dv - du",
          "the sign of a term is wrong: the slope of {u} is {du}"),
    Wrong("sum-sign", "difference", "du + dv",
          "the minus was lost: the slope of {v} is subtracted"),
    Wrong("sum-sign-first", "first of a difference", "-du - dv",
          "the sign of a term is wrong: the slope of {u} is {du}"),
    Wrong("sum-sign", "minus", "du", "the minus was lost at {here}"),
    Wrong("sum-term-lost", "sum", "du", "the slope of the term {v} is missing"),
    Wrong("sum-term-lost", "difference", "du", "the slope of the term {v} is missing"),
    Wrong("sum-term-lost-first", "first of a sum", "dv", "the slope of the term {u} is missing"),
    Wrong("sum-term-lost-first", "first of a difference", "-dv",
          "the slope of the term {u} is missing"),
    Wrong("sum-as-product", "sum", "du*v + u*dv",
          "{here} was derived by the product rule: it is a sum"),
    Wrong("sum-as-product", "difference", "du*v - u*dv",
          "{here} was derived by the product rule: it is a difference"),

    # Everything that fits less often
    Wrong("coeff-deriv-zero", "coefficient", "0",
          "{here} became 0: only the {c} is constant, {u} is not"),
    Wrong("chain-into", "chain", "dfdu",
          "at {here} the inside became its slope: it stays, and the slope is multiplied on"),
    Wrong("pow-decr-twice", "power", "n*u^(n-2)*du",
          "at {here} the exponent became two less: from {n} it goes down by one"),
    Wrong("linear-d", "chain", "fdu",
          "at {here} only the inside was derived: the outer function has a slope too"),
    Wrong("integrated-local", "chain", "dfu/du",
          "at {here} it was divided by the slope of the inside: multiply by it"),
    Wrong("integrated-local-function", "function", "-cos(u)*du",
          "{here} was integrated instead of derived", of="sin"),
    Wrong("integrated-local-divided", "function", "-cos(u)/du",
          "{here} was integrated instead of derived", of="sin"),
    Wrong("integrated-local-divided", "function", "sin(u)/du",
          "{here} was integrated instead of derived", of="cos"),
    Wrong("integrated-local-logarithm", "function", "u*ln(u) - u",
          "{here} was integrated instead of derived", of="ln"),
    Wrong("unchanged-local", "function", "fu", "{here} was copied and not derived",
          of=f"{_TRIG} {_HYPERBOLIC} ln sqrt"),
    Wrong("unchanged-local", "power", "u^n", "{here} was copied and not derived"),
    Wrong("outer-not-diff", "chain", "fu*du",
          "{here} itself was not derived, only what is inside"),

    # On a curve: a letter that is a function itself
    Wrong("impl-no-dydx", "function letter", "1",
          "a factor {du} is missing at {here}: {u} is a function of {x}"),
    Wrong("impl-y-constant", "function letter", "0",
          "{here} was taken for a constant: it is a function of {x}, and its slope is {du}"),
)
# fmt: on
