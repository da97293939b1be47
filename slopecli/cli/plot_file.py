"""`slope plot -o FILE` and `--show`: pictures by Matplotlib, whatever its surroundings."""

import logging
import os
import sys

from slopecli.answers.pictures.plot import Picture
from slopecli.cli.files import check_target, is_device, write_told
from slopecli.cli.patience import a_part_is_done
from slopecli.errors import UnusableError
from slopecli.language.picture import visible
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

KINDS = ("png", "svg", "pdf")
_WINDOWS = ("macosx", "qtagg", "gtk4agg", "gtk3agg", "tkagg", "wxagg")


def picture_kind(path: str) -> str:
    """What kind of picture a file is to be, by its name. Raises UnusableError for other names."""
    check_target(path)
    suffix = os.path.splitext(path)[1][1:].lower()
    if suffix in KINDS:
        return suffix
    if not suffix and is_device(path):
        return "png"
    raise UnusableError(
        tell("what kind of picture is {name}?", name=visible(os.path.basename(path))),
        advice=tell("I write .png, .svg and .pdf."),
    )


def save(found: Picture, options: "dict[str, Any]") -> None:
    """Write the picture to the file that was asked for."""
    path = options["output"]
    kind = picture_kind(path)
    _quieten("agg")
    from slopecli.render.picture_file import picture_bytes

    a_part_is_done()  # a slow disk may take long to load Matplotlib
    content = picture_bytes(found, kind, _look(options))
    write_told(path, content, options["quiet"])


def show(found: Picture, options: "dict[str, Any]") -> None:
    """Open a window with the picture and wait until it is closed."""
    wanted = os.environ.get("MPLBACKEND", "").lower()
    _quieten("agg")
    from slopecli.render.picture_file import open_window

    names = [wanted, *_WINDOWS] if wanted in _WINDOWS else [*_WINDOWS]
    if sys.platform.startswith("linux") and not _has_display():
        names = []
    if not any(open_window(found, _look(options), name) for name in names):
        raise UnusableError(
            tell("no window can be opened here."), advice=tell("Write a file instead: -o plot.png")
        )


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _look(options: "dict[str, Any]") -> "Any":
    from slopecli.render.picture_file import Look

    title = visible(options["title"]) if options["title"] else None
    return Look(title=title, size=options["size"], dark=options["dark"])


def _quieten(backend: str) -> None:
    """Keep Matplotlib from telling a student about its caches, and from a wrong MPLBACKEND."""
    os.environ["MPLBACKEND"] = backend
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
