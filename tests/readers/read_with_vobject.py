# SPDX-License-Identifier: GPL-3.0-or-later
"""read_with_vobject.py - what python3-vobject reads in a calendar

Usage: read_with_vobject.py FILE.  Prints the same lines as
read_with_icalendar.py; times are told by the file's own VTIMEZONE.
"""
import sys

import vobject


def seconds(value):
    return str(int(value.timestamp())) if hasattr(value, "hour") else value.isoformat()


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def text(event, name):
    return getattr(event, name).value if hasattr(event, name) else ""


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        calendar = vobject.readOne(file.read())
    for event in calendar.vevent_list:
        fields = [
            event.uid.value,
            seconds(event.dtstart.value),
            seconds(event.dtend.value),
            text(event, "summary"),
            text(event, "location"),
            text(event, "description"),
            "|".join(text(event, "categories")),
            text(event, "status"),
        ]
        print("\t".join(escape(field) for field in fields))


main()
