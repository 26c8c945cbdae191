#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical-generator, given the zone of the calendar, writes starts without a zone and exceptions with one.
#
# Guess before the run: a zone given to the calendar (with its VTIMEZONE) is put on every DTSTART; without
#   VTIMEZONE the starts float, and no reader honours the exception.
# Package: npm ical-generator 11.1.2, luxon 3.7.2, timezones-ical-library 2.3.2; read by ical.js 2.2.1 and node-ical 0.27.2.
# Seen: DTSTAMP and DTSTART come out floating (DTSTAMP must be UTC), EXDATE with TZID, beside a VTIMEZONE that no start names.
#   With the VTIMEZONE in the file node-ical honours the exception and ical.js shows that day; without it ical.js honours it
#   and node-ical, on a machine in UTC, shows it: no form of the file suits both. With the zone given to the event all is right.
# For us: a file like that may be imported. A floating DTSTART beside EXDATE;TZID= or X-WR-TIMEZONE should mean that zone,
#   and an EXDATE be compared by the clock's reading when the start floats. DTSTAMP without Z is no error to stop at.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get ical-generator@11.1.2 luxon@3.7.2 timezones-ical-library@2.3.2 ical.js@2.2.1 node-ical@0.27.2
cat >"$T/a.mjs" <<'JS'
import generate from "ical-generator";
import { DateTime } from "luxon";
import { tzlib_get_ical_block } from "timezones-ical-library";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const paris = text => DateTime.fromISO(text, { zone: "Europe/Paris" });
const zone = { name: "Europe/Paris", generator: name => tzlib_get_ical_block(name)[0] };
const make = (onCalendar, onEvent) => {
  const calendar = generate({ name: "Bureau", timezone: onCalendar });
  calendar.createEvent({ id: "1@example.org", timezone: onEvent, stamp: paris("2027-01-01T12:00"), summary: "Atelier",
    start: paris("2027-03-05T09:00"), end: paris("2027-03-05T10:00"),
    repeating: { freq: "WEEKLY", count: 3, exclude: [paris("2027-03-12T09:00")] } });
  return calendar.toString();
};
const lines = text => text.slice(text.indexOf("BEGIN:VEVENT")).split("\r\n").filter(line => /^(DTST|EXD)/.test(line)).join(" ");
const text = make(zone);
console.log(lines(text));
console.log(lines(make(undefined, "Europe/Paris")));
const read = text => {
  const all = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
  const found = [];
  for (let next; (next = all.next());) found.push(next.toString().slice(5, 10));
  return found.join(" ");
};
console.log(read(text));
console.log(read(make("Europe/Paris")));
const node = text => nodeIcal.expandRecurringEvent(nodeIcal.sync.parseICS(text)["1@example.org"],
  { from: new Date("2027-03-01"), to: new Date("2027-04-01") }).map(one => one.start.toISOString().slice(5, 10)).join(" ");
console.log(node(text));
console.log(node(make("Europe/Paris")));
JS
TZ=UTC node "$T/a.mjs" >"$T/out"
is 'zone of the calendar' 'DTSTAMP:20270101T120000 DTSTART:20270305T090000 EXDATE;TZID=Europe/Paris:20270312T090000' "$(sed -n 1p "$T/out")"
is 'zone of the event' 'DTSTAMP:20270101T110000Z DTSTART;TZID=Europe/Paris:20270305T090000 EXDATE;TZID=Europe/Paris:20270312T090000' "$(sed -n 2p "$T/out")"
is 'ical.js' '03-05 03-12 03-19' "$(sed -n 3p "$T/out")"
is 'ical.js, no VTIMEZONE' '03-05 03-19' "$(sed -n 4p "$T/out")"
is 'node-ical' '03-05 03-19' "$(sed -n 5p "$T/out")"
is 'node-ical, no VTIMEZONE' '03-05 03-12 03-19' "$(sed -n 6p "$T/out")"
