#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""figures_test - the statistics on the screen are those that the command tells programs

Reads the screens that the plays of the statistics expect, and asks the command for the same
meetings of the same sample at the same instant.  Answers in TAP.
"""
import json
import os
import re
import subprocess
import tempfile

TOP = os.environ.get("ATELIER_SRCDIR", ".")
PROGRAM = os.environ["ATELIER_BIN"]
NOW = "2027-03-01T09:00:00Z"  # as in the plays

# a play, one of its screens, what the command is asked, and how many rows the screen has
ASKED = [
    ("statistics_all", "all groups", (), 7),
    ("statistics_all", "since september", ("--from", "2026-09-01"), 7),
    ("statistics", "a group by category", ("--group", "EAU"), 7),
    ("statistics", "by person", ("--group", "EAU", "--by", "person"), 15),
]
SHOWN = ("invited", "accepted", "present", "excused", "absent", "rate")
HEAD = {"Invited": "invited", "Accepted": "accepted", "Present": "present", "In the room": "in_room",
        "Remote": "remote", "Excuses": "excused", "Absences": "absent"}


def screen(play, name):
    """the lines of a screen"""
    with open(os.path.join(TOP, "tests/screens", f"{play}.screen"), encoding="utf-8") as file:
        return file.read().split(f"=== {name}\n", 1)[1].split("\n=== ", 1)[0].splitlines()


def rows_of(lines):
    """(label, figures) of each row that the screen shows"""
    for line in lines:
        found = re.match(r"[> ] (\S.*?)((?: +\d+){5} +(?:\d+|–|-)?)(?: |$)", line)
        if found:
            label = found[1].split("  ")[0].removesuffix("…")
            yield label, [int(figure) for figure in found[2].split() if figure.isdigit()]


def head_of(lines):
    """the figures above the rows, by the names that programs know"""
    text = " ".join(line.strip() for line in lines[2:5])
    return {name: int(re.search(rf"{words} (\d+)", text)[1]) for words, name in HEAD.items()}


def differences(folder, play, name, options, most):
    asked = subprocess.run([PROGRAM, "--database", os.path.join(folder, "a.db"), "--json", "statistics",
                            *options], env={**os.environ, "ATELIER_NOW": NOW},
                           capture_output=True, text=True, check=True)
    truth = json.loads(asked.stdout)
    lines = screen(play, name)
    shown = list(rows_of(lines))
    if len(shown) != min(len(truth), most):
        yield f"{len(shown)} rows of {len(truth)}"
    for (label, figures), should in zip(shown, truth):
        expected = [should[each] for each in SHOWN if should[each] is not None]
        if not should["label"].startswith(label) or figures != expected:
            yield f"{label}: {figures}, not {should['label']}: {expected}"
    for each, figure in head_of(lines).items():
        should = sum(row[each] for row in truth)
        if figure != should:
            yield f"above: {each} {figure}, not {should}"


def main():
    print(f"1..{len(ASKED)}")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([PROGRAM, "--database", os.path.join(folder, "a.db"), "init", "--sample"],
                       env={**os.environ, "ATELIER_NOW": NOW}, capture_output=True, check=True)
        for number, (play, name, options, most) in enumerate(ASKED, 1):
            found = list(differences(folder, play, name, options, most))
            print(f"{'not ok' if found else 'ok'} {number} - {play}, {name}: as programs are told")
            for each in found[:9]:
                print(f"# {each}")


if __name__ == "__main__":
    main()
