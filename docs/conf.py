"""How Sphinx makes one site of these pages: contributing.md tells the command."""

from pygments.lexers.special import TextLexer
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

html_theme = "furo"
html_theme_options = {"navigation_with_keys": True}
html_static_path = ["look"]
html_css_files = ["slope.css"]
html_show_sphinx = False
html_copy_source = False
html_show_copyright = False


def setup(app: Sphinx) -> None:
    """What these pages need beside MyST."""
    app.add_lexer("csv", TextLexer)  # tables are blocks called csv, which Pygments does not know
    app.connect("source-read", _home)


def _home(app: Sphinx, page: str, source: list[str]) -> None:
    """README.md stands outside of the site; its first page, index.md, is the same text."""
    source[0] = source[0].replace("](../README.md", "](index.md")
