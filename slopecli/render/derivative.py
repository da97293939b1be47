"""The derivative in the spelling asked for, and as a JSON line."""

from slopecli.answers.derivative import Derivative
from slopecli.language.expr import Expr
from slopecli.language.text import text
from slopecli.render.lines import json_line


def spelled(formula: Expr, spelling: str = "text") -> str:
    """A formula as text, LaTeX or Unicode."""
    if spelling == "latex":
        from slopecli.language.latex import latex

        return latex(formula)
    if spelling == "pretty":
        from slopecli.language.pretty import pretty

        return pretty(formula)
    return text(formula)


def derivative_json(found: Derivative) -> str:
    """One object: the expression, the variable, the order, the derivative."""
    pairs: list[tuple[str, object]] = [
        ("expression", text(found.expr)),
        ("variable", found.variable),
        ("order", found.order),
        ("derivative", text(found.formula)),
        ("latex", spelled(found.formula, "latex")),
    ]
    if found.gradient:
        pairs.append(
            ("gradient", {name: text(formula) for name, formula in found.gradient.items()})
        )
    return json_line(pairs)
