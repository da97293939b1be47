"""Every sentence that a person reads is told through one door, and has its translation.

`python tests/test_wording.py` prints the sentences that lack one, as lines to fill in.
"""

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import slopecli
from slopecli.wording.chinese import SENTENCES

PACKAGE = Path(slopecli.__file__).parent
CATALOGUE = PACKAGE / "wording" / "chinese.py"
DOORS = ("tell", "phrase")
TABLES = {  # rows whose cells are told later
    "Row": ("title", "called"),
    "Wrong": (3, "law"),
    "Step": (0,),
}

CLICK = (  # what click says by itself, where our command lines let it
    "Usage:",
    "Options",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{value!r} is not one of {choices}.",
    "Option {name!r} does not take a value.",
    "Option {name!r} requires an argument.",
    "Option {name!r} requires {nargs} arguments.",
    "No such option {name!r}.",
    "(Possible options: {possibilities})",
    "Did you mean {possibility}?",
    "Got unexpected extra argument ({args})",
    "Got unexpected extra arguments ({args})",
    "default: {default}",
    "required",
)

WORD = re.compile(r"(?<![\\\w./{-])(?:[A-Za-z]{2,}|a(?= [a-z]{3})|I(?= [a-z]{3}))(?![\w(=/]|\.\w)")
TAG = re.compile(r"<[^>]*>")
NAME = re.compile(r"^[a-z][a-z ']*$")
ADVICE = re.compile(r"^[A-Z][a-z]+ .*\.$")  # one word of English, and a formula


def parts(sentence: str) -> set[str]:
    """The names of the values that are filled into a sentence."""
    return set(re.findall(r"\{(\w+)(?:![rsa])?\}", sentence))


def literals(node: ast.AST) -> list[str]:
    """The strings that a node can be: a literal, or the two ends of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*literals(node.body), *literals(node.orelse)]
    return []


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def doors(tree: ast.AST) -> list[ast.AST]:
    """The nodes whose sentences are told."""
    found: list[ast.AST] = []
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = name_of(call)
        if name in DOORS:
            found += call.args[:1]
        for cell in TABLES.get(name, ()):
            if isinstance(cell, int):
                found += call.args[cell : cell + 1]
        found += [
            each.value
            for each in call.keywords
            if each.arg == "help" or each.arg in TABLES.get(name, ())
        ]
    return found


def sources() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != CATALOGUE]


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(PACKAGE)}:{node.lineno}"


@cache
def sentences() -> dict[str, str]:
    """Each sentence, and where it first stands."""
    found = dict.fromkeys(CLICK, "click")
    for path in sources():
        for node in doors(ast.parse(path.read_text("utf-8"))):
            for sentence in literals(node):
                found.setdefault(sentence, where(path, node))
    return found


def silent(tree: ast.AST) -> set[int]:
    """The strings that are not told because nobody sees them: docstrings, annotations, names."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            quiet = node.body[:1] if isinstance(node.body[0], ast.Expr) else []
            quiet += [getattr(node, "returns", None)]
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            quiet = [node]  # a docstring of a value
        elif isinstance(node, (ast.arg, ast.AnnAssign)):
            quiet = [node.annotation]
        elif isinstance(node, ast.Assign) and (is_type(node.value) or is_style(node)):
            quiet = [node]
        else:
            continue
        for part in quiet:
            found |= {id(each) for each in ast.walk(part)} if part is not None else set()
    return found


def is_style(node: ast.Assign) -> bool:
    """Whether this is how a page looks."""
    return ast.unparse(node.targets[0]) == "_STYLE"


TYPES = re.compile(r"^'?(Callable|Iterator|dict|list|tuple)\[")


def is_type(node: ast.AST) -> bool:
    """Whether a name for a type is declared."""
    return isinstance(node, (ast.Constant, ast.Subscript)) and bool(TYPES.match(ast.unparse(node)))


def words_in(node: ast.AST) -> int:
    """How many English words a string holds; tags, and the parts of an f-string, are no words."""
    if isinstance(node, ast.JoinedStr):
        text = "\0".join(each.value for each in node.values if isinstance(each, ast.Constant))
        return 2 * len(WORD.findall(TAG.sub("", text)))
    if not isinstance(node.value, str) or node.value.startswith("slope "):  # a command to type
        return 0
    return len(WORD.findall(TAG.sub("", node.value))) + bool(ADVICE.match(node.value))


def untold() -> dict[tuple[str, str], str]:
    """English in the sources that does not go through the door: file and text, and where it is."""
    found = {}
    told = sentences()
    for path in sources():
        name = path.relative_to(PACKAGE).as_posix()
        if any(name.startswith(each) for each in SILENT_FILES):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        skipped = silent(tree)
        for node in doors(tree):
            skipped |= {id(each) for each in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):  # looked at as a whole
                skipped |= {id(each) for each in node.values}
            elif isinstance(node, ast.FormattedValue):
                skipped.add(id(node.format_spec))
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Constant, ast.JoinedStr)) or id(node) in skipped:
                continue
            if words_in(node) < 2:
                continue
            name_of_it = isinstance(node, ast.Constant) and NAME.match(node.value)
            if name_of_it and node.value in told:
                continue  # such as the name of a rule: compared here, and told elsewhere
            found[name, ast.unparse(node)] = where(path, node)
    return found


SILENT_FILES = {
    "calculus/arrays/": "errors for those who write Python",
    "answers/gradient.py": "errors for those who write Python",
    "answers/from_python.py": "errors for those who write Python",
    "calculus/comparing/forms.py": "names of forms",
    "calculus/comparing/key.py": "names of functions",
    "calculus/normal_form.py": "names of functions",
    "calculus/comparing/rounded.py": "names of numbers",
    "calculus/comparing/suspects.py": "names of letters",
    "calculus/comparing/tape.py": "names of functions",
    "calculus/comparing/wrong_curves.py": "rules",
    "calculus/comparing/wrong_rules.py": "rules and names of forms; sentences are cells of Wrong",
    "calculus/balls.py": "names of functions",
    "calculus/symbols.py": "names of functions",
    "cli/shells.py": "programs for shells",
    "language/functions.py": "rules and names of functions; titles are cells of Row",
    "render/lettering.py": "names of fonts",
}
# Names that programs compare, formulas, what only those read who write Python
SILENT = {
    ("__init__.py", "f\"module 'slopecli' has no attribute {name!r}\""),
    ("__main__.py", "'Error: interrupted.\\n'"),  # before there is a language
    ("answers/curves/curve_lesson.py", "'both sides'"),  # stages of a lesson
    ("answers/curves/curve_lesson.py", "'divide again'"),
    ("answers/curves/curve_lesson.py", "'put in'"),
    ("render/curve_steps.py", "'again implicit'"),
    ("render/curve_steps.py", "'both sides'"),
    ("render/curve_steps.py", "'divide again'"),
    ("render/curve_steps.py", "'put in'"),
    ("answers/homework/curves/check_at.py", "f'point-errs-{name}'"),
    ("answers/homework/curves/mistakes.py", "'fx fy mx my dx dy ddx ddy dm r dr m k x y'"),
    ("answers/homework/sheet.py", "'question id'"),  # the head of a column in homework files
    ("answers/interval.py", "'points are checked where they are read'"),
    ("answers/long_table.py", "'no slope'"),  # a status in a cell
    ("answers/steps.py", "'(du*v - u*dv)/v^2'"),
    ("answers/steps.py", "'du + dv'"),
    ("answers/steps.py", "'du*v + u*dv'"),
    ("answers/steps.py", "'du*v*w + u*dv*w + u*v*dw'"),
    ("answers/studies/marks.py", "'vertical tangent'"),
    ("answers/studies/search.py", "f'unknown at {at}'"),
    ("calculus/derive.py", "'function letter'"),
    ("cli/outcome.py", '"can\'t start new thread"'),  # what systems say, in parts
    ("cli/outcome.py", "'annot allocate memory'"),
    ("cli/outcome.py", "'failed to map'"),
    ("calculus/derive.py", "f'derivative of {row.name}'"),
    ("cli/commands.py", "f'slope {__version__}'"),
    ("cli/plot_curves.py", "f'{2 * whole}pi'"),
    ("language/expr.py", "'the nodes of an expression never change'"),
    ("language/text.py", '"a number\'s decimals end; other fractions are quotients"'),
    ("render/picture_file.py", "'lower left'"),
    ("render/steps.py", "'derivative of '"),
    ("render/study.py", "'vertical tangent'"),
    ("wording/__init__.py", "f'{language!r} is none of {LANGUAGES}'"),
}


def test_every_sentence_has_a_translation():
    lacking = [sentence for sentence in sentences() if not SENTENCES.get(sentence)]
    assert lacking == [], "python tests/test_wording.py prints what to fill in"


def test_no_translation_is_without_a_sentence():
    assert [sentence for sentence in SENTENCES if sentence not in sentences()] == []


def test_a_translation_has_the_parts_of_its_sentence():
    english = {"number_type"}  # click's own words for integers
    assert [
        sentence for sentence, told in SENTENCES.items() if parts(told) != parts(sentence) - english
    ] == []
    for sentence, told in SENTENCES.items():
        if parts(sentence):
            assert list(Formatter().parse(told)), told  # raises where braces do not match


def test_a_sentence_is_one_literal():
    assert [
        where(path, node)
        for path in sources()
        for node in doors(ast.parse(path.read_text("utf-8")))
        if isinstance(node, (ast.JoinedStr, ast.BinOp))
    ] == []


def test_a_sentence_is_given_the_parts_that_it_names():
    wrong = []
    for path in sources():
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or name_of(call) != "tell":
                continue
            given = {each.arg for each in call.keywords}
            if None in given or not given:
                continue
            named: set[str | None] = set()
            for sentence in literals(call.args[0]):
                named |= {name for _, name, _, _ in Formatter().parse(sentence)} - {None}
            if named != given and literals(call.args[0]):
                wrong.append(f"{where(path, call)}: {named} are named, {given} given")
    assert wrong == []


def test_all_english_goes_through_the_door():
    found = untold()
    assert {text: place for text, place in found.items() if text not in SILENT} == {}
    assert SILENT - set(found) == set(), "these exceptions are needed no more"


def main() -> None:
    """Print the sentences without a translation as lines of the catalogue."""
    place = ""
    for sentence, stands in sentences().items():
        if sentence not in SENTENCES:
            if stands.split(":")[0] != place:
                place = stands.split(":")[0]
                print(f"    # {place}")
            print(f"    {sentence!r}: '',")
    gone = [sentence for sentence in SENTENCES if sentence not in sentences()]
    print("\n".join(["# no longer said:", *[f"# {sentence!r}" for sentence in gone]]))


if __name__ == "__main__":
    main()
