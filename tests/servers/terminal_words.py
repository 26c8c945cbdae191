#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""terminal_words - whether what was sent to a terminal stands in its description

    terminal_words.py TERM < BYTES

Prints each sequence that does not, once.  A process of its own, as curses reads one description.
"""
import curses
import itertools
import re
import subprocess
import sys

ROWS, COLUMNS = 40, 140
# What is asked of every terminal, as those that do not know it take no notice: the brackets of
# a paste, and where it stands.
EVERYWHERE = (b"\x1b[?2004h", b"\x1b[?2004l", b"\x1b[5n")
PLACES = {"cup": (ROWS, COLUMNS), "csr": (ROWS, ROWS)}
COUNTS = ("cub", "cud", "cuf", "cuu", "dch", "dl", "ech", "hpa", "ich", "il", "indn", "rin",
          "vpa", "XM", "Ss")


def describe(terminal):
    """its description, a line for each of what it can, the extended ones too"""
    return subprocess.run(["infocmp", "-1x", terminal], capture_output=True, text=True,
                          check=True).stdout


def without_padding(word):
    return re.sub(rb"\$<[^>]*>", b"", word)


def shorter():
    """the same in fewer bytes, as src/ui/terminal/terminal_brief.c tells curses"""
    end = without_padding(curses.tigetstr("sgr0") or b"")
    if re.fullmatch(rb"(\x1b\(B)?\x1b\[0?m(\x1b\(B|\x0f)?", end):  # which letters are usual stays so
        yield from (b"\x1b[m", b"\x1b(B")
    if curses.tigetstr("cud1") == b"\n" and curses.tigetstr("cud") == b"\x1b[%p1%dB":
        yield b"\x1b[B"
    for name, title in (("smcup", b"\x1b[22;0;0t"), ("rmcup", b"\x1b[23;0;0t")):
        word = curses.tigetstr(name) or b""
        if word.endswith(title):  # the window's, which is never changed
            yield word[:-len(title)]


def words(terminal):
    """all that may be sent, with every number that a small screen can have"""
    curses.setupterm(terminal)
    known = set(EVERYWHERE) | set(shorter())
    text = describe(terminal)
    if "\tAX,\n" in text:  # it takes the usual colour by its number
        known.update((b"\x1b[39m", b"\x1b[49m"))
    for name in re.findall(r"^\t(\w+)=", text, re.M):
        word = curses.tigetstr(name)
        if not word:
            continue
        if name in PLACES:
            numbers = itertools.product(*(range(most) for most in PLACES[name]))
        elif name in ("setaf", "setab"):
            numbers = ((colour,) for colour in range(max(0, curses.tigetnum("colors"))))
        elif name == "sgr":
            numbers = itertools.product((0, 1), repeat=9)
        elif name == "rep":
            numbers = itertools.product(range(32, 127), range(COLUMNS))
        elif name in COUNTS:
            numbers = ((number,) for number in range(COLUMNS + 1))
        else:
            known.add(without_padding(word))
            continue
        known.update(without_padding(curses.tparm(word, *number)) for number in numbers)
    return {word for word in known if word.startswith(b"\x1b")}


def strange(seen, known):
    """what begins as a command and is none of them"""
    longest = max(map(len, known))
    at = seen.find(b"\x1b")
    while at >= 0:
        for length in range(longest, 0, -1):
            if seen[at:at + length] in known:
                break
        else:
            yield seen[at:at + 12]
            length = 1
        at = seen.find(b"\x1b", at + length)


if __name__ == "__main__":
    for sequence in sorted(set(strange(sys.stdin.buffer.read(), words(sys.argv[1])))):
        print(repr(sequence))
