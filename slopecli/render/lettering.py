"""The fonts of a picture: Matplotlib's own, and for Chinese one that the system has."""

from collections.abc import Iterator
from contextlib import contextmanager

from slopecli.wording import speak, spoken

# Fonts with simplified Chinese, sans serif first; of a collection Matplotlib knows the first face.
_CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK JP",
    "Droid Sans Fallback",
    "Arial Unicode MS",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "SimSun",
    "AR PL UMing CN",
)


def chinese_font() -> str | None:
    """The first of them that is installed here."""
    from matplotlib.font_manager import fontManager

    installed = {font.name for font in fontManager.ttflist}
    return next((name for name in _CHINESE if name in installed), None)


@contextmanager
def legible() -> Iterator[None]:
    """Within `matplotlib.rc_context`: every label can be read.

    Where no font has Chinese characters, labels are told in English rather than as empty boxes.
    """
    import matplotlib

    font = chinese_font()
    if font is not None:
        matplotlib.rcParams["font.family"] = ["DejaVu Sans", font]
    language = spoken()
    if font is None:
        speak("en")
    try:
        yield
    finally:
        speak(language)
