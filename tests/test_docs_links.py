"""Every page is in the navigation; every link leads somewhere; no page names a machine."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^()\s]*)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
TOCTREE = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NOT_FOR_READERS = re.compile(
    r"pypi\.org|pythonhosted|npmjs|debian\.org|(?<![\w.~])/(?:work|opt|home|root|tmp|Users)/"
)


def prose(page: Path) -> str:
    return CODE.sub("", page.read_text("utf-8"))


def anchor(heading: str) -> str:
    """The name of a heading in a link, as code hosts and the site make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return {anchor(heading.strip()) for heading in HEADING.findall(text)}


def navigation() -> list[str]:
    """The pages of the site, in their order."""
    trees = TOCTREE.findall((DOCS / "index.md").read_text("utf-8"))
    lines = [line for tree in trees for line in tree.splitlines() if line and line[0] != ":"]
    return [re.sub(r".*<(.*)>", r"\1", line) for line in lines]


def test_every_page_is_in_the_navigation_once():
    pages = [page.stem for page in DOCS.glob("*.md") if page.stem != "index"]
    assert sorted(navigation()) == sorted(pages)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    astray = []
    for link in LINK.findall(prose(page)):
        if re.match(r"https?://", link):
            continue
        path, _, name = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.is_file() or (name and name not in anchors(target)):
            astray.append(link)
    assert astray == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_machine_or_a_registry(page):
    assert NOT_FOR_READERS.findall(page.read_text("utf-8")) == []


def test_the_readme_names_every_english_page():
    linked = {link.partition("#")[0] for link in LINK.findall(prose(ROOT / "README.md"))}
    named = {Path(link).stem for link in linked if link.startswith("docs/")}
    pages = {page for page in navigation() if not page.endswith(".zh")}
    assert pages <= named
