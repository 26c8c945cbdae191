#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# node-ical reads a TZID that is no IANA or Windows name in the zone of the machine, though the file defines it.
#
# Guess before the run: the VTIMEZONE in the same file decides, as for ical.js.
# Package: npm node-ical 0.27.2, ical.js 2.2.1.
# Seen: TZID=Bureau with a whole VTIMEZONE (+01:00, summer +02:00): 09:00 in July is 09:00Z on a machine in UTC and
#   00:00Z on one in Tokyo. "Customized Time Zone", Outlook's name, is looked up by its offsets, and is right.
# For us: a second reason for bare IANA names only. A person who keeps a calendar under a name of their own sees our copy
#   right and another page wrong: an import should say which zone it understood.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get node-ical@0.27.2 ical.js@2.2.1
cat >"$T/a.mjs" <<'JS'
import nodeIcal from "node-ical";
import ICAL from "ical.js";
const text = name => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//finding//EN",
  "BEGIN:VTIMEZONE", "TZID:" + name,
  "BEGIN:STANDARD", "DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
  "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
  "END:VTIMEZONE",
  "BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270101T000000Z", "DTSTART;TZID=" + name + ":20270705T090000",
  "DTEND;TZID=" + name + ":20270705T100000", "SUMMARY:Atelier", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
const node = name => nodeIcal.sync.parseICS(text(name))["1@example.org"].start.toISOString();
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text("Bureau"))).getFirstSubcomponent("vevent"));
console.log(node("Bureau"), event.startDate.toJSDate().toISOString(), node("Customized Time Zone"));
JS
is 'machine in UTC (node-ical, ical.js, Customized)' '2027-07-05T09:00:00.000Z 2027-07-05T07:00:00.000Z 2027-07-05T07:00:00.000Z' "$(TZ=UTC node "$T/a.mjs")"
is 'machine in Tokyo' '2027-07-05T00:00:00.000Z 2027-07-05T07:00:00.000Z 2027-07-05T07:00:00.000Z' "$(TZ=Asia/Tokyo node "$T/a.mjs")"
