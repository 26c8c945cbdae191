# SPDX-License-Identifier: GPL-3.0-or-later
"""read_with_icalendar.py - what python3-icalendar reads in a calendar

Usage: read_with_icalendar.py FILE.  Prints one line an event: UID, start and
end in seconds since 1970, summary, location, description, categories, status;
parted by tabs, backslash, tab and line break written as \\\\, \\t and \\n.
"""
import sys

from icalendar import Calendar


def seconds(event, name):
    """The instant of a date-time; a date as it stands."""
    value = event.decoded(name)
    return str(int(value.timestamp())) if hasattr(value, "hour") else value.isoformat()


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def categories(event):
    return "|".join(str(each) for each in event["categories"].cats) if "categories" in event else ""


def main():
    with open(sys.argv[1], "rb") as file:
        calendar = Calendar.from_ical(file.read())
    for event in calendar.walk("vevent"):
        if event.errors:
            sys.exit(f"errors: {event.errors}")
        fields = [
            str(event["uid"]),
            seconds(event, "dtstart"),
            seconds(event, "dtend"),
            str(event.get("summary", "")),
            str(event.get("location", "")),
            str(event.get("description", "")),
            categories(event),
            str(event.get("status", "")),
        ]
        print("\t".join(escape(field) for field in fields))


main()
