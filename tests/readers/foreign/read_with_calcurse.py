# SPDX-License-Identifier: GPL-3.0-or-later
"""read_with_calcurse.py - what calcurse reads in a calendar

Usage: read_with_calcurse.py FILE.  Imports it into a folder thrown away at the end, and
prints what its own file then holds as the lines that calendar_readers.py describes.
calcurse keeps neither UID nor status nor categories, and puts the place into a note.
"""
import datetime
import os
import re
import subprocess
import sys
import tempfile

LINE = re.compile(r"(\d\d/\d\d/\d{4} @ \d\d:\d\d) -> (\d\d/\d\d/\d{4} @ \d\d:\d\d)"
                  r"(?:>(\w+))? ?[|!](.*)")
NOT_TOLD = "\\-"


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def seconds(text):
    at = datetime.datetime.strptime(text, "%m/%d/%Y @ %H:%M")
    return str(int(at.replace(tzinfo=datetime.timezone.utc).timestamp()))


def note(folder, name):
    """description and location; calcurse writes both into one note, parted by a mark"""
    if not name:
        return "", ""
    with open(os.path.join(folder, "notes", name), encoding="utf-8") as file:
        text, _, more = f"\n{file.read()}".partition("\n-- \n")
    place = re.search(r"^Location: (.*)$", more, re.M)
    return text.strip("\n"), place[1] if place else ""


def main():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["calcurse", "-q", "-D", folder, "-C", folder, "-i", sys.argv[1]],
                              env={**os.environ, "TZ": "UTC", "HOME": folder},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=60, check=False)
        if done.returncode != 0:
            sys.exit(done.stdout.decode(errors="replace"))
        with open(os.path.join(folder, "apts"), encoding="utf-8") as file:
            for line in file:
                found = LINE.fullmatch(line.rstrip("\n"))
                if not found:
                    sys.exit(f"not understood: {line}")
                description, place = note(folder, found[3])
                print("\t".join([NOT_TOLD, seconds(found[1]), seconds(found[2]),
                                 escape(found[4]), escape(place),
                                 escape(description), NOT_TOLD, NOT_TOLD]))


main()
