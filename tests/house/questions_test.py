#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""questions_test - whatever a command may be asked, one of its options answers

Follows the calls from the function of each command to the questions that are put, through
cli and app, by name; what is called through a pointer, as the hook of a noun, is not seen.
Answers in TAP.
"""
import os
import re

TOP = os.environ.get("ATELIER_SRCDIR", ".")

# Reached by a shared function, and never put there.
NEVER = {
    "SEAT": {"person set": "whoever has a seat keeps it: no other is needed"},
    "CLOCK": {"calendar import": "a row that is doubtful is asked about before"},
    "DUPLICATE": {"attendance add": "the person is named: nobody new is noted"},
    "COLLEAGUE": {"redo": "it puts back what its own login undid"},
}
# These acts give a seat back: they take none, whatever the function could do.
LEAVING = {"registration decline", "registration refuse", "registration withdraw"}
SEATS = {"SEAT", "QUOTA", "OVERTAKE"}
# Nobody is there to answer: who finds no seat is counted, waits, or stays what they are.
UNASKED = ("import_attendee.c", "import_run.c", "settle.c", "settle_pending.c")


def sources():
    for folder in ("src/app", "src/cli"):
        for path, _, names in os.walk(os.path.join(TOP, folder)):
            for name in sorted(names):
                if (name.endswith(".c") and name not in UNASKED
                    and not name.startswith("sample")):
                    with open(os.path.join(path, name), encoding="utf-8") as file:
                        yield name, file.read()


def functions(text):
    """Each function that is defined: whether it is the file's own, its name and body."""
    for found in re.finditer(
            r"^((?:static )?[\w *]+)\n(\w+)\([^;{}]*\)\n\{\n(.*?)^\}", text, re.M | re.S):
        yield found.group(1).startswith("static"), found.group(2), found.group(3)


def read():
    """What each function calls, by (file, name), and the questions that it names where one
    is put; and each command with its function and the questions that it can answer."""
    bodies, public, commands = {}, {}, []
    for name, text in sources():
        for own, function, body in functions(text):
            bodies[name, function] = body
            if not own:
                public[function] = (name, function)
        shared = dict(re.findall(r"#define (SEAT_QUESTIONS)\s*\\\s*(.*)", text))
        flat = text.replace("SEAT_QUESTIONS", shared.get("SEAT_QUESTIONS", ""))
        for part in re.split(r"\n    (?=\{ \.noun|ON_\w+\()", flat):
            found = re.match(
                r'\{ \.noun = "([\w-]+)",(?:.*?\.verb = "([\w-]+)",)?.*?\.run = (\w+)',
                part, re.S)
            short = re.match(r'ON_(\w+)\(\s*"([\w-]+)",\s*(\w+),', part)
            answers = set(re.findall(r"QUESTION_OPTION\((\w+)\)", part))
            if found:
                noun, verb, run = found.groups()
                commands.append((name, f"{noun} {verb or ''}".strip(), run, answers))
            elif short:
                noun, verb, run = short.groups()
                commands.append((name, f"{noun.lower()} {verb}", run, answers))
    return bodies, public, commands


def asked(bodies, public, start):
    """The questions that can be put on the way from there."""
    seen, todo, kinds = set(), [start], set()
    while todo:
        place = todo.pop()
        if place in seen or place not in bodies:
            continue
        seen.add(place)
        body = bodies[place]
        for put in re.findall(
                r"(?:question_put|pass_blockers|ask_\w+)\((.*?)\)[;,)\s&]", body, re.S):
            kinds |= set(re.findall(r"\bQUESTION_([A-Z]+)\b", put))
        for word in set(re.findall(r"\b([a-z]\w+)\b", body)):
            todo.append((place[0], word) if (place[0], word) in bodies
                        else public.get(word, (None, None)))
    return kinds


def main():
    bodies, public, commands = read()
    missing, reached = [], set()
    for name, words, run, answers in commands:
        kinds = asked(bodies, public, (name, run) if (name, run) in bodies
                      else public.get(run))
        reached |= kinds
        if words in LEAVING:
            kinds = kinds - SEATS
        for kind in sorted(kinds - answers):
            if words not in NEVER.get(kind, {}):
                missing.append(f"{words}: nothing answers QUESTION_{kind}")
    print("1..2")
    for line in missing:
        print("#", line)
    print("not ok" if missing else "ok", "1 - every question has its option")
    # A search that finds nothing would find nothing missing.
    blind = {"SEAT", "QUOTA", "OVERTAKE", "POST", "COMING", "CLOCK", "DUPLICATE",
             "COLLEAGUE"} - reached
    for kind in sorted(blind):
        print("# no command is seen to reach", kind)
    print("not ok" if blind or len(commands) < 60 else "ok",
          "2 - every question is reached by a command")


main()
