#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical.js walks over an RDATE that is a PERIOD, but throws when asked for the occurrence.
#
# Guess before the run: the occurrence comes out at the period's start, and the period's own end is ignored.
# Package: npm ical.js 2.2.1.
# Seen: the iterator gives a Period where it gives Times for all else, and getOccurrenceDetails(), the documented
#   way to start and end, throws "occurrence.convertToZone is not a function". The others are fine.
# For us: one more reason never to write RDATE, and to store an imported PERIOD as a meeting of its own with its own end:
#   a page that shows a feed with ical.js stops at the first one.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get ical.js@2.2.1
cat >"$T/a.mjs" <<'JS'
import ICAL from "ical.js";
const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//finding//EN", "BEGIN:VEVENT", "UID:1@example.org",
  "DTSTAMP:20270101T000000Z", "DTSTART:20270305T090000Z", "DTEND:20270305T100000Z", "SUMMARY:Atelier",
  "RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;VALUE=PERIOD:20270306T090000Z/20270306T120000Z", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
const all = event.iterator();
for (let next; (next = all.next());)
  try { console.log(next.icalclass, String(event.getOccurrenceDetails(next).endDate)); }
  catch (error) { console.log(next.icalclass, error.message); }
JS
is 'dates' 'icaltime 2027-03-05T10:00:00Z|icalperiod occurrence.convertToZone is not a function|icaltime 2027-03-12T10:00:00Z' "$(node "$T/a.mjs" | paste -sd'|')"
