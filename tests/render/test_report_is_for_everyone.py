"""The report of a homework for those who hear it, and for those who see few colours."""

import re
from html.parser import HTMLParser

import pytest

from slopecli.render.report import _STYLE

HOMEWORK = """student,id,function,answer
Ann,1,x^2,2x
Ann,2,sin(3x),cos(3x)
Bob,1,x^2,x^
"""
LEAST = 4.5  # to 1, of text on its paper: WCAG 2, level AA


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))

    def named(self, name: str) -> list[dict]:
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture
def report(slope, tmp_path):
    (tmp_path / "homework.csv").write_text(HOMEWORK, "utf-8")

    def graded(*words):
        page = tmp_path / "page.html"
        slope("grade", str(tmp_path / "homework.csv"), "--report", str(page), *words)
        return page.read_text("utf-8")

    return graded


def luminance(color: str) -> float:
    """Relative luminance of #rgb or #rrggbb, by WCAG 2."""
    digits = color.lstrip("#")
    pairs = [2 * digit for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    parts = [int(pair, 16) / 255 for pair in pairs]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def palettes() -> list[dict]:
    """The colours by day, by night and in print; what print does not name it takes from the day."""
    found = [
        dict(re.findall(r"--(\w+): (#\w+)", block))
        for block in re.findall(r":root \{(.*?)\}", _STYLE, re.S)
    ]
    return [found[0], found[1], {**found[0], **found[2]}]


@pytest.mark.parametrize("place", range(3), ids=["by day", "by night", "in print"])
@pytest.mark.parametrize("name", ["ink", "soft", "right", "wrong", "open"])
def test_every_colour_of_text_can_be_read_on_its_paper(place, name):
    colors = palettes()[place]
    assert contrast(colors[name], colors["paper"]) >= LEAST


def test_contrast_is_that_of_the_standard():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_page_says_its_language(report):
    assert Page(report()).named("html") == [{"lang": "en"}]
    assert Page(report("--lang", "zh")).named("html") == [{"lang": "zh-Hans"}]


def test_one_can_go_from_heading_to_heading_and_to_the_summary(report):
    page = Page(report())
    assert len(page.named("h1")) == 1
    assert len(page.named("h2")) == 4  # three answers and the summary
    (link,) = page.named("a")
    assert link["href"].lstrip("#") in [each.get("id") for each in page.named("section")]


def test_a_table_says_what_its_rows_and_columns_are(report):
    scopes = [each["scope"] for each in Page(report()).named("th")]
    assert scopes == ["col", "col", "row", "row"]


def test_a_verdict_is_a_word_and_not_a_colour(report):
    said = re.findall(r'<p class="verdict (\w+)">(\w+)</p>', report())
    assert said == [("correct", "right"), ("wrong", "wrong"), ("unreadable", "unreadable")]
