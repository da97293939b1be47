"""Completion in bash, zsh and fish: their scripts, and what they are told when Tab is pressed.

A script hands over the words before the cursor, a line each, and the word at the cursor as far as
it is typed. It is told one candidate a line. Inside a formula only the last name is completed, and
no blank and no quotation mark is added, since a formula may go on.
"""

import os

import click

from slopecli.cli.completion import following

_WORDS, _WORD = "_SLOPE_WORDS", "_SLOPE_WORD"
FILES = "//files"  # no formula: here the shell shall complete the name of a file

_BASH = """\
_slope_completion() {
    local candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        if [[ $candidate == //files ]]; then
            compopt -o default 2>/dev/null
        else
            COMPREPLY+=("$candidate")
        fi
    done < <(_SLOPE_COMPLETE=bash_complete _SLOPE_WORD="${COMP_WORDS[COMP_CWORD]}" \\
        _SLOPE_WORDS="$(printf '%s\\n' "${COMP_WORDS[@]:1:COMP_CWORD-1}")" "$1" 2>/dev/null)
}
complete -o nospace -F _slope_completion slope
"""
_ZSH = """\
#compdef slope
_slope() {
    local fragment after meaning word=$PREFIX
    local -a found
    found=("${(@f)$(_SLOPE_COMPLETE=zsh_complete _SLOPE_WORD=$word \\
        _SLOPE_WORDS="${(pj:\\n:)words[2,CURRENT-1]}" slope 2>/dev/null)}")
    if [[ $found[1] == //files ]]; then
        _files
        return
    fi
    case $word in
        --*=*) compset -P '--*=' ;;
        -*) ;;
        *) compset -P '*[^[:alnum:]_]' ;;
    esac
    local -a names formulas
    for line in $found; do
        IFS=$'\\t' read -r fragment after meaning <<< $line
        if [[ $after == word ]]; then
            names+=("${fragment//:/\\\\:}:$meaning")
        else
            formulas+=("${fragment//:/\\\\:}:$meaning")
        fi
    done
    (( $#names )) && _describe -V word names
    (( $#formulas )) && _describe -V function formulas -S ''
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _slope "$@"
else
    compdef _slope slope
fi
"""
_FISH = """\
function __slope_complete
    set -l words (commandline -opc)
    set -l found (_SLOPE_COMPLETE=fish_complete _SLOPE_WORD=(commandline -ct) \\
        _SLOPE_WORDS=(string join \\n -- $words[2..-1] | string collect) slope 2>/dev/null)
    if test "$found[1]" = //files
        __fish_complete_path (commandline -ct)
    else
        string join \\n -- $found
    end
end
complete --command slope --no-files --arguments '(__slope_complete)'
"""
_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def completes(asked: str) -> bool:
    """Answer a shell; False where it is none of ours."""
    shell, _, what = asked.partition("_")
    if shell not in _SCRIPTS or what not in ("source", "complete"):
        return False
    if what == "source":
        click.echo(_SCRIPTS[shell], nl=False)
        return True
    words = [word for word in os.environ.get(_WORDS, "").split("\n") if word]
    for line in candidates(shell, words, os.environ.get(_WORD, "")):
        click.echo(line)
    return True


def candidates(shell: str, words: list[str], word: str) -> list[str]:
    """What a shell is told, a line each, of the word that is begun."""
    if word == "=":
        word = ""
    elif words[-1:] == ["="]:  # bash takes --lang=zh for three words
        words = words[:-1]
    option, equals, value = word.partition("=")
    before = quote = ""
    if equals and option.startswith("--"):
        words, before, word = [*words, option], option + equals, value
    elif word[:1] in ('"', "'"):
        quote, word = word[0], word[1:]
    found = following([each.strip("\"'") for each in words], word)
    if found is None:
        return [FILES]
    lines = []
    for length, name, meaning, ends in found:
        whole = before + word[: len(word) - length] + name
        if shell == "zsh":
            lines.append(f"{name}\t{'word' if ends else 'formula'}\t{meaning}")
        elif shell == "fish":
            lines.append(f"{whole}\t{meaning}")
        else:
            lines.append(whole + (" " if ends and not quote else ""))
    if shell == "bash" and quote and len(lines) == 1:
        lines.append(lines[0] + "(")  # bash closes the quotation mark after an only candidate
    return lines
