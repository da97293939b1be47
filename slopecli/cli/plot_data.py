"""`slope plot --csv`: the numbers behind the picture."""

from slopecli.answers.interval import Interval
from slopecli.answers.pictures.plot import Picture
from slopecli.answers.question import Question
from slopecli.cli.table import write_lines
from slopecli.render.plot_data import curve_lines, table_lines

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence


def evenly(questions: "Sequence[Question]", interval: Interval, points: int, order: int) -> None:
    """Print the curves at evenly spaced points."""
    from slopecli.answers.table import table

    variable = next((each.variable for each in questions if each.moves), questions[0].variable)
    tables = [
        table(each.fixed, variable, interval, points=points, order=order) for each in questions
    ]
    write_lines(table_lines(tables))


def drawn(found: Picture) -> None:
    """Print the points that the picture is drawn through."""
    write_lines(curve_lines(found))
