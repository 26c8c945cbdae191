# SPDX-License-Identifier: GPL-3.0-or-later
"""read_with_khal.py - what khal reads in a calendar

Usage: read_with_khal.py FILE.  Imports it with khal's command into a folder thrown away at
the end, and prints what khal then finds as the lines that calendar_readers.py describes.
"""
import datetime
import os
import subprocess
import sys
import tempfile

CONFIGURATION = """[calendars]
[[all]]
path = {folder}/all
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = all
"""
FIELDS = ("uid", "start-long-full", "end-long-full", "title", "location", "description",
          "categories", "status")
PART, EVENT = "\x1f", "\x1e"


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def seconds(text):
    at = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M")
    return str(int(at.replace(tzinfo=datetime.timezone.utc).timestamp()))


def khal(folder, *arguments):
    done = subprocess.run(["khal", "--no-color", "-c", os.path.join(folder, "config"), *arguments],
                          env={**os.environ, "TZ": "UTC", "HOME": folder,
                               "COLUMNS": "100000"},
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=90, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr.decode(errors="replace"))
    return done.stdout.decode()


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "all"))
        with open(os.path.join(folder, "config"), "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(folder=folder))
        khal(folder, "import", "--batch", "-a", "all", sys.argv[1])
        layout = PART.join("{" + field + "}" for field in FIELDS) + EVENT
        for event in khal(folder, "search", "--format", layout, "").split(EVENT):
            fields = event.strip("\n").split(PART)
            if len(fields) == len(FIELDS):
                fields[1:3] = map(seconds, fields[1:3])
                fields[-1] = fields[-1].strip()
                print("\t".join(map(escape, fields)))


main()
