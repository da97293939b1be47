"""Functions that a reader has defined, f(x) = x^2: f(3), f(x + 1), f'(2), and f alone for f(x)."""

from slopecli.errors import LimitError, UnreadableError
from slopecli.language.applied import arguments
from slopecli.language.binding import ATOMS, LEVELS, NODES
from slopecli.language.expr import Expr, Var, nodes, substitute
from slopecli.language.grammar import Grammar
from slopecli.language.tokens import Tokens
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Mapping

    from slopecli.language.grammar import Differentiate


class Function:
    """A formula with the letters that stand for its arguments."""

    __slots__ = ("expr", "parameters")

    def __init__(self, parameters: tuple[str, ...], expr: Expr) -> None:
        self.parameters = parameters
        self.expr = expr


class Defined(Grammar):
    """A grammar that knows functions by name; each use becomes the formula that it stands for."""

    __slots__ = ("functions",)

    def __init__(
        self,
        tokens: Tokens,
        differentiate: "Differentiate | None",
        functions: "Mapping[str, Function]",
    ) -> None:
        super().__init__(tokens, differentiate)
        self.functions = functions

    def operand(self) -> Expr:
        """Read one operand; a defined name takes its marks and its arguments with it."""
        value = self.values[self.place]
        if type(value) is Var and value.name in self.functions:
            return self._applied(value.name, self.functions[value.name])
        return super().operand()

    def _applied(self, name: str, function: Function) -> Expr:
        place = self.place
        self.place += 1
        order = 0
        while self.kinds[self.place] == "'":
            order += 1
            self.place += 1
        if order > LEVELS:
            raise LimitError(
                tell("More than {most} marks of derivatives are not read.", most=LEVELS)
            )
        count = len(function.parameters)
        if order and count != 1:
            raise self.error(
                tell("{name} has {count} letters: which slope is meant?", name=name, count=count),
                place,
                self.place,
                advice=tell(
                    "Write d/d{letter} ({name}({letters})).",
                    letter=function.parameters[0],
                    name=name,
                    letters=", ".join(function.parameters),
                ),
            )
        expr = function.expr
        if order:
            assert self.differentiate is not None
            expr = self.differentiate(expr, function.parameters[0], order)
        if self.kinds[self.place] != "(":
            self._stands_alone(name, place)
            return expr
        args = arguments(self, name)
        if len(args) != count:
            raise self.error(
                tell("{name} takes {wanted}, not {got}.", name=name, wanted=count, got=len(args)),
                place,
                self.place,
                advice=tell(
                    "Write {written}.", written=f"{name}({', '.join(function.parameters)})"
                ),
            )
        return substitute(expr, dict(zip(function.parameters, args, strict=True)))

    def _stands_alone(self, name: str, place: int) -> None:
        """Refuse f x and f^2(x), which mean one thing in one book and another in the next."""
        kinds = self.kinds
        at = self.place
        written = self.tokens.source[self.starts[place] : self.ends[at - 1]]
        raised = {"^": at + 2, "^(": at + 3}.get(kinds[at])
        if raised and kinds[raised : raised + 1] == ["("]:
            power = self.tokens.source[self.starts[at] : self.ends[raised - 1]]
            raise self.error(
                tell("{written} before a bracket can mean two things.", written=written + power),
                place,
                raised,
                advice=tell(
                    "Write {applied} for the power of the value, {product} for a product.",
                    applied=f"{written}(x){power}",
                    product=f"{written}{power}*(x)",
                ),
            )
        value = self.values[at]
        if kinds[at] in ATOMS and not (type(value) is Var and value.name in self.functions):
            beside = self.tokens.source[self.starts[at] : self.ends[at]]
            raise self.error(
                tell("{name} is a function: this can mean two things.", name=name),
                place,
                at + 1,
                advice=tell(
                    "Write {applied} for its value there, {product} for a product.",
                    applied=f"{written}({beside})",
                    product=f"{written}*{beside}",
                ),
            )

    def measured(self, expr: Expr) -> Expr:
        """The tree, if it is within the limit once it is written out: f(f(f(x))) may be long."""
        size: dict[int, int] = {}
        for node in nodes(expr):
            size[id(node)] = 1 + sum([size[id(arg)] for arg in getattr(node, "args", ())])
        if size[id(expr)] > NODES:
            raise self.too_many()
        return expr


def unreadable_mark(source: str, place: int, name: str) -> UnreadableError:
    """f'(x) = 2x: the derivative follows from f, it cannot be given."""
    return UnreadableError(
        tell("{name}' follows from {name}: it cannot be defined.", name=name),
        source=source,
        start=place,
        advice=tell("To check an answer, type: check {name}, 2x", name=name),
    )
