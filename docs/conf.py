"""How Sphinx makes one site of these pages: contributing.md tells the command."""

import re

from pygments.lexer import RegexLexer, bygroups
from pygments.lexers.special import TextLexer
from pygments.token import Generic
from sphinx.application import Sphinx

project = "slope"
author = "the authors of slope"
html_title = "slope"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["make", "look"]

# Headings are anchors, named as code hosts name them, so that links work in both places.
myst_heading_anchors = 3
# Formulas are Unicode: a site that typesets them fetches a script from elsewhere, and this one is
# read offline.

smartquotes = False  # the mark in f'(x) is no quote
highlight_language = "text"

html_theme = "furo"
html_theme_options = {"navigation_with_keys": True}
html_static_path = ["look"]
html_css_files = ["slope.css"]
html_show_sphinx = False
html_copy_source = False
html_show_copyright = False


class Console(RegexLexer):
    """Commands stand out from what they print; in a formula nothing is coloured as shell."""

    tokens = {  # noqa: RUF012
        "root": [
            (r"(\$ |slope> )(.*\n)", bygroups(Generic.Prompt, Generic.Strong)),
            (r".*\n", Generic.Output),
        ]
    }


def setup(app: Sphinx) -> None:
    """What these pages need beside MyST."""
    app.add_lexer("console", Console)
    app.add_lexer("session", Console)
    app.add_lexer("csv", TextLexer)  # tables are blocks called csv, which Pygments does not know
    app.connect("source-read", _home)
    app.connect("html-page-context", _cells)


def _home(app: Sphinx, page: str, source: list[str]) -> None:
    """README.md stands outside of the site; its first page, index.md, is the same text."""
    source[0] = source[0].replace("](../README.md", "](index.md")


def _cells(app: Sphinx, page: str, template: str, context: dict, tree: object) -> None:
    """Give dots and frames of a drawing the width of a letter, and Chinese letters that of two.

    Their fonts are others than that of letters, and seldom as wide.
    """
    if "body" in context:
        context["body"] = re.sub(r"<pre>.*?</pre>", _cells_of, context["body"], flags=re.DOTALL)


def _cells_of(block: re.Match[str]) -> str:
    single = re.sub(r"[\u2500-\u257f\u2800-\u28ff○●◆]", r'<i class="cell">\g<0></i>', block[0])
    return re.sub(r"[\u3000-\u9fff\uff00-\uff60]", r'<i class="cell wide">\g<0></i>', single)
