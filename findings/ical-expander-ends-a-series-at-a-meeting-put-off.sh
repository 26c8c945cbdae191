#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical-expander shows no meeting of a series after one that was put off until after the month shown, and none brought forward into it.
#
# Guess before the run: a meeting that was moved to April is missing in March, and the others of March are there.
# Package: npm ical-expander 3.2.0, which brings ical.js 1.
# Seen: of five meetings, 2 to 30 March, the second moved to 20 April, the month of March has that of the 2nd alone: the walk over the series ends
#   at the first whose new day is past the end. In April the moved one is there. The other way about, one of 30 March brought forward to the
#   5th is not in the week of the 5th. The file of somebody invited to one meeting only (a RECURRENCE-ID without its series) shows nothing.
# For us: one more reason to write one event a day, without RECURRENCE-ID: such a page then shows them all. Who says that "nothing is on this
#   month" on a page made with it looks for a meeting put off before believing it.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get ical-expander@3.2.0
cat >"$T/a.mjs" <<'JS'
import IcalExpander from "ical-expander";
import fs from "node:fs";
const [from, to] = process.argv.slice(2).map(day => new Date(day + "T00:00:00Z"));
const { events, occurrences } = new IcalExpander({ ics: fs.readFileSync(0, "utf8") }).between(from, to);
console.log([...events, ...occurrences].map(event => event.startDate.toString().slice(5, 10)).sort().join(" ") || "none");
JS
shown() { (cd "$T" && TZ=UTC timeout 60 node a.mjs "$1" "$2"); }
calendar() { printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x "$@" END:VCALENDAR; }
event() { printf '%s\r\n' BEGIN:VEVENT UID:1@example.org DTSTAMP:20270101T000000Z SUMMARY:Conseil "$@" END:VEVENT; }
series=$(event DTSTART:20270302T090000Z DTEND:20270302T100000Z 'RRULE:FREQ=WEEKLY;COUNT=5')
moved() { event "RECURRENCE-ID:${1}T090000Z" "DTSTART:${2}T140000Z" "DTEND:${2}T150000Z"; } # from, to
is 'March, none moved' '03-02 03-09 03-16 03-23 03-30' "$(calendar "$series" | shown 2027-03-01 2027-04-01)"
is 'March, one moved by a day' '03-02 03-10 03-16 03-23 03-30' "$(calendar "$series" "$(moved 20270309 20270310)" | shown 2027-03-01 2027-04-01)"
calendar "$series" "$(moved 20270309 20270420)" >"$T/later.ics"
is 'March, one moved to April' 03-02 "$(shown 2027-03-01 2027-04-01 <"$T/later.ics")"
is 'April, one moved to April' 04-20 "$(shown 2027-04-01 2027-05-01 <"$T/later.ics")"
is 'the week of 5 March, one moved to the 5th' none "$(calendar "$series" "$(moved 20270330 20270305)" | shown 2027-03-03 2027-03-07)"
is 'one meeting without its series' none "$(calendar "$(moved 20270330 20270305)" | shown 2027-03-01 2027-04-01)"
