"""`slope examples`, and the one table of examples: help pages, the tour and its tests use it.

The tour can be pasted as a whole. Its comments are free of signs that a shell would obey, for zsh
reads them as commands, finds none, and goes on.
"""

import click

from slopecli.cli.commands import Page
from slopecli.wording import phrase, tell

EXPRESSION_WORDS = {"slope": "expression"}  # how the command without a name calls itself

EXAMPLES = {
    "expression": (
        ('slope "x^2 sin x"', phrase("the derivative as a formula")),
        ('slope "tanh(x)" --at 1.0', phrase("the slope at a point")),
        ('slope "x^3" --at pi/3 --digits 30', phrase("more digits, all of them right")),
        ('slope "x^2" --range 0 1 --points 5', phrase("a table of x, f(x), f'(x)")),
        ('slope "x^3" --tangent --at 2', phrase("the equation of the tangent")),
        ('slope "x^2 + y^2 = 25" --at x=3,y=4', phrase("the slope of a curve")),
        ('slope "a x^2" --let a=1/2 --at 3', phrase("a letter with a value")),
    ),
    "steps": (
        ('slope steps "x^2 sin x"', phrase("every rule that is used")),
        ('slope steps "sin(x^2)" --hint 1', phrase("only where to begin")),
        ('slope steps "x^2 + y^2 = 25"', phrase("the slope of a curve")),
        ('slope steps "x^2" --definition --at 3', phrase("chords that become the tangent")),
    ),
    "plot": (
        ('slope plot "tan x"', phrase("the curve and its slope, here")),
        ('slope plot "sin x" "cos x" --range 0 2pi', phrase("two curves, from 0 to 2 pi")),
        ('slope plot "x^3" --tangent 1 -o cubic.svg', phrase("with a tangent, into a file")),
        ('slope plot "1/x" --describe', phrase("the picture in words")),
    ),
    "study": (
        ('slope study "x^3 - 3x"', phrase("zeros, extrema, where it rises and bends")),
        ('slope study "sin x" --range 0 2pi', phrase("from 0 to 2 pi")),
    ),
    "check": (
        ('slope check "sin(3x)" "cos(3x)"', phrase("what went wrong")),
        ('slope check "sin(3x)" "cos(3x)" --hint 1', phrase("only where to look")),
        ('slope check "x^2" "6" --at 3', phrase("a slope at a point")),
        ('slope check "x^2 + y^2 = 25" "-x/y"', phrase("the slope of a curve")),
        ('slope check "2x" "x^2 + 1" --integral', phrase("an antiderivative")),
    ),
    "equal": (
        ('slope equal "sin(2x)" "2 sin(x) cos(x)"', phrase("the same function?")),
        ('slope equal "(x^2 - 1)/(x - 1)" "x + 1"', phrase("nearly the same")),
    ),
    "grade": (
        ("slope grade homework.csv", phrase("columns function and answer")),
        ("slope grade homework.csv --report marks.html", phrase("a page to hand back")),
        ("slope grade answers.csv --key key.csv", phrase("the questions in another file")),
    ),
    "fit": (
        (
            'slope fit "a x + b" data.csv --target y --method newton',
            phrase("a line through points"),
        ),
        (
            'slope fit "a e^(b x)" data.csv --target y --method newton --plot -',
            phrase("with a picture"),
        ),
    ),
    "minimize": (
        ('slope minimize "(a - 3)^2" --start a=0', phrase("go down the slope")),
        (
            'slope minimize "(a-1)^2 + b^2" --start a=0,b=2 --rate 0.1 --plot -',
            phrase("with the way down"),
        ),
    ),
    "functions": (
        ("slope functions", phrase("all that may be typed")),
        ("slope functions tanh", phrase("one of them in detail")),
    ),
}
_TOUR = (
    (phrase("The slope of a curve"), ("expression",)),
    (phrase("See it, and follow it"), ("steps", "plot", "study")),
    (phrase("Right or wrong"), ("check", "equal")),
    (phrase("Go down to the lowest point"), ("minimize",)),
    (phrase("What may be typed"), ("functions",)),
)


def _answer() -> int:
    """Print the tour."""
    click.echo(tell("# Copy a line and see. After slope alone, formulas need no quotes."))
    for heading, commands in _TOUR:
        click.echo(f"\n# {tell(heading)}")
        for command in commands:
            for line, _ in EXAMPLES[command]:
                click.echo(line)
    click.echo("\n" + tell("# With a file of yours: slope grade --help, slope fit --help"))
    return 0


command = Page("examples", callback=_answer, help=phrase("A tour: lines to copy and try."))
