"""Make what the pages show and the program knows: python docs/make.

reference.md, the picture of a terminal, and every picture that a page shows after the command that
draws it. Tests compare them with what they would be now.
"""

import os
import sys

import pages

from slopecli.cli import run

os.environ["COLUMNS"] = "80"  # help is as wide as the terminal
os.environ["LC_ALL"] = "C.UTF-8"  # and in its language
(pages.DOCS / "reference.md").write_text(pages.reference(), "utf-8")
(pages.PICTURES / "terminal.svg").write_text(pages.terminal(), "utf-8")
for name, words in pages.plots().items():
    if run([*words, "-o", str(pages.PICTURES / name)]):
        sys.exit(f"{name} could not be drawn")
