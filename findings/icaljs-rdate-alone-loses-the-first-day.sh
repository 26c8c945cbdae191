#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical.js drops the first day of an event that has RDATE but no RRULE.
#
# Guess before the run: DTSTART is the first occurrence and the RDATEs follow (RFC 5545 3.8.5.2: the set is made of "the
#   initial DTSTART property along with" the others).
# Package: npm ical.js 2.2.1, and node-ical 0.27.2 beside it.
# Seen: DTSTART 5 March and RDATE 12 March give one occurrence, the 12th. With DTSTART repeated in the RDATE, both. With any RRULE
#   the first day is there. node-ical drops the other one: it knows the 5th alone.
# For us: two common JavaScript readers share not one day of such a series. That is one more reason to write
#   a workshop of chosen days as one event a day, and an import of RDATE without RRULE must count DTSTART itself.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get ical.js@2.2.1 node-ical@0.27.2
cat >"$T/a.mjs" <<'JS'
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const text = (...more) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//finding//EN", "BEGIN:VEVENT",
  "UID:1@example.org", "DTSTAMP:20270101T000000Z", "DTSTART:20270305T090000Z", "DTEND:20270305T100000Z", "SUMMARY:Atelier",
  ...more, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
const days = (...more) => {
  const all = new ICAL.Event(new ICAL.Component(ICAL.parse(text(...more))).getFirstSubcomponent("vevent")).iterator();
  const found = [];
  for (let next; (next = all.next());) found.push(next.toString().slice(5, 10));
  return found.join(" ");
};
console.log(days("RDATE:20270312T090000Z"));
console.log(days("RDATE:20270305T090000Z,20270312T090000Z"));
console.log(days("RRULE:FREQ=DAILY;COUNT=1", "RDATE:20270312T090000Z"));
const event = nodeIcal.sync.parseICS(text("RDATE:20270312T090000Z"))["1@example.org"];
console.log(nodeIcal.expandRecurringEvent(event, { from: new Date("2027-03-01"), to: new Date("2027-04-01") })
  .map(one => one.start.toISOString().slice(5, 10)).join(" "));
JS
node "$T/a.mjs" >"$T/out"
is 'RDATE alone' '03-12' "$(sed -n 1p "$T/out")"
is 'DTSTART repeated' '03-05 03-12' "$(sed -n 2p "$T/out")"
is 'with an RRULE' '03-05 03-12' "$(sed -n 3p "$T/out")"
is 'node-ical' '03-05' "$(sed -n 4p "$T/out")"
