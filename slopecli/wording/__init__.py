"""Every sentence that a person reads, told in the language that they read.

The English sentence stands where it arises and is its own key: `tell("{name} is empty.", name=it)`.
`wording.chinese` holds what it is in Chinese; tests/test_wording.py finds every sentence that is
not told, or that lacks its translation.
"""

_told: dict[str, str] = {}  # nothing in English: each sentence is itself

LANGUAGES = ("en", "zh")


def speak(language: str) -> None:
    """Tell everything in this language from now on; raises ValueError for one that is not there."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is none of {LANGUAGES}")
    _told.clear()
    if language == "zh":
        from slopecli.wording.chinese import SENTENCES

        _told.update(SENTENCES)


def spoken() -> str:
    """The language that is told: "en" or "zh"."""
    return "zh" if _told else "en"


def tell(sentence: str, /, **parts: object) -> str:
    """The sentence in the reader's language, its {parts} filled in.

    Without parts nothing is filled in, so that braces stand for themselves.
    """
    told = _told.get(sentence, sentence)
    if not parts:
        return told
    if _told:
        from slopecli.wording.seams import filled

        return filled(told, parts)
    return told.format(**parts)


def phrase(sentence: str) -> str:
    """The sentence as it is: for a table of sentences, of which one is told later."""
    return sentence
