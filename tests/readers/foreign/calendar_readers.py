# SPDX-License-Identifier: GPL-3.0-or-later
"""calendar_readers.py - the readers of calendars, and where one parts from the truth

A reader is a program that prints one line an event: UID, start and end in seconds since
1970, summary, location, description, categories (parted by |), status; parted by tabs, with
backslash, tab and line break written as \\\\, \\t and \\n.  \\- stands for what the reader
does not keep.
"""
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"  # Debian's, for which its packages are
ICAL_JS = "ical.js@2.2.1"
NOT_TOLD = "\\-"
PATIENCE = 120  # seconds, for the longest feed


@dataclass
class Reader:
    name: str
    command: list
    lacks: str = ""  # why it cannot be asked
    joins_lines: bool = False  # shows line breaks as blanks


@dataclass
class Event:
    uid: str
    start: int
    end: int
    summary: str
    location: str
    description: str
    status: str


# --- making them ready

def runs(*command, **how):
    """what a command said when it failed; nothing when all is well"""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=240, check=False, **how)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = done.stdout.decode(errors="replace").strip().splitlines() or ["it failed"]
    return "" if done.returncode == 0 else lines[-1]


def flags(*packages):
    done = subprocess.run(["pkg-config", "--cflags", "--libs", *packages], capture_output=True,
                          text=True, check=False)
    return done.stdout.split()


def script(name, interpreter, test, package, path, **more):
    """a reader that needs no compiling; test fails where its package is missing"""
    lacks = f"install {package}" if runs(*test) else ""
    return Reader(name, [interpreter, path], lacks, **more)


def compiled(name, compiler, source, packages, package, folder):
    out = os.path.join(folder, name)
    said = runs(*compiler, "-o", out, os.path.join(HERE, source), *packages)
    return Reader(name, [out], f"install {package} ({said})" if said else "")


def ical_js(folder):
    """it is in npm alone, and is looked for beside the script"""
    place = os.path.join(folder, "ical.js")
    os.makedirs(place)
    path = shutil.copy(os.path.join(HERE, "read_with_icaljs.mjs"), place)
    said = runs("npm", "install", "--prefix", place, "--no-audit", "--no-fund",
                "--ignore-scripts", ICAL_JS, cwd=place)
    return Reader("ical.js", ["node", path], f"npm install {ICAL_JS} failed: {said}" if said else "")


def readers(folder):
    include = "/usr/include/KF5"
    return [
        compiled("libical", ["cc"], "read_with_libical.c", flags("libical"), "libical-dev", folder),
        script("vobject", PYTHON, (PYTHON, "-c", "import vobject"), "python3-vobject",
               os.path.join(HERE, "..", "read_with_vobject.py")),
        script("icalendar", PYTHON, (PYTHON, "-c", "import icalendar"), "python3-icalendar",
               os.path.join(HERE, "..", "read_with_icalendar.py")),
        ical_js(folder),
        script("ruby", "ruby", ("ruby", "-e", "require 'icalendar'"), "ruby ruby-icalendar",
               os.path.join(HERE, "read_with_ruby.rb")),
        script("calcurse", PYTHON, ("calcurse", "--version"), "calcurse",
               os.path.join(HERE, "read_with_calcurse.py")),
        script("khal", PYTHON, ("khal", "--version"), "khal",
               os.path.join(HERE, "read_with_khal.py"), joins_lines=True),
        compiled("kcalendar", ["c++", "-fPIC"], "read_with_kcalendarcore.cpp",
                 [f"-I{include}", f"-I{include}/KCalendarCore", *flags("Qt5Core", "Qt5Gui"),
                  "-lKF5CalendarCore"], "g++ libkf5calendarcore-dev", folder),
    ]


# --- asking them

def plain(text):
    signs = {"\\\\": "\\", "\\t": "\t", "\\n": "\n"}
    return re.sub(r"\\[\\tn]", lambda found: signs[found[0]], text)


def ask(reader, path):
    """the events that a reader finds, or why it found none"""
    try:
        done = subprocess.run([*reader.command, path], stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=PATIENCE, check=False,
                              env={**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    except subprocess.TimeoutExpired:
        return [], f"no answer within {PATIENCE} s"
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["it says nothing"]
        return [], f"status {done.returncode}: {said[-1]}"
    events = []
    for line in done.stdout.decode(errors="replace").splitlines():
        parts = [part if part == NOT_TOLD else plain(part) for part in line.split("\t")]
        if len(parts) != 8:
            return [], f"a line with {len(parts)} parts: {line[:80]}"
        events.append(Event(parts[0], int(parts[1]), int(parts[2]), *parts[3:6], parts[7]))
    return events, ""


def ask_all(readers_, path):
    """what each finds, in their order; nothing for those that are missing"""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda each: ([], each.lacks) if each.lacks else ask(each, path),
                             readers_))


# --- judging what they say

def by_meeting(events, truths):
    """the events of each meeting; of several days one has the UID of the meeting, and the
    others are known by its title"""
    uids = {truth.uid for truth in truths}
    of_title = {truth.summary: truth.uid for truth in truths if len(truth.days) > 1}
    found = defaultdict(list)
    for event in events:
        uid = event.uid if event.uid in uids else of_title.get(event.summary, event.uid)
        found[event.summary if uid == NOT_TOLD else uid].append(event)
    return found


def shown(text):
    text = text.replace("\n", "\\n")
    return f"“{text}”" if len(text) < 60 else f"“{text[:57]}…”"


def parting(is_, should):
    """where two texts part"""
    at = len(os.path.commonprefix([is_, should]))
    start = max(0, at - 12)
    return f"{shown(is_[start:start + 40])}, not {shown(should[start:start + 40])}"


def folded(text, joins_lines):
    return " ".join(text.split()) if joins_lines else text


def judge_meeting(truth, events, joins_lines):
    """(field, sentence) for each that is not as it should be.  A meeting is the days that it
    lasts, or one block from its start to its end, however many events say so."""
    title = truth.summary[:24]
    if not events:
        yield "missing", f"{title}: is not there"
        return
    spans = sorted((event.start, event.end) for event in events)
    if spans not in (truth.days, [(truth.start, truth.end)]):
        moved = [(start - truth.start, end - truth.end) for start, end in spans]
        yield "instants", f"{title}: starts and ends {moved} s later than it should"
    for name in ("summary", "location", "description", "status"):
        should = folded(getattr(truth, name), joins_lines)
        for event in events:
            is_ = folded(getattr(event, name), joins_lines)
            if is_ not in (should, NOT_TOLD):
                yield name, f"{title}: {name} {parting(is_, should)}"
                break


def judge(reader, calendar, events, why):
    """(field, sentence) for each difference; why says what kept it from reading at all"""
    if why:
        yield "refused", why
        return
    found = by_meeting(events, calendar.truths)
    for truth in calendar.truths:
        its = found.pop(truth.uid, None) or found.pop(truth.summary, [])
        yield from judge_meeting(truth, its, reader.joins_lines)
    for name, left in found.items():
        yield "invented", f"{name[:24]}: {len(left)} events that nobody planned"


if __name__ == "__main__":
    sys.exit("Start this by ./dev test-readers")
