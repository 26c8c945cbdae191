#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# npm icalendar holds a meeting of every two weeks on two days nearly every week, has no last Friday in February, and adds one for each called off.
#
# Guess before the run: of what its README does not name as missing (BYSETPOS, WKST, RDATE ...), all is as dateutil says.
# Package: npm icalendar 0.7.1. The right dates, beside it when this was written, by Debian's python3-dateutil 2.8.2.
# Seen: with INTERVAL=2 and BYDAY=TU,TH it is 2, 4, 9, 16, 18, 23 March: a day of the week between in each step. With BYDAY=-1FR there is none in February,
#   whose last Friday comes before the day of January; from a Tuesday the 26th all are right. COUNT=3 with a date in EXDATE has three
#   meetings left, the third a week after the last. The first Tuesdays of January and July are 5 January and then 4 January, 2 January ... A name in
#   quotation marks goes out without them. Weekly, UNTIL, 2TU, daily on working days are right. No word of it.
# For us: what we send holds one event a day and is read right. An office that plans by such a rule in a program on this package is asked for its
#   dates, not for its rule.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get icalendar@0.7.1
cat >"$T/a.js" <<'JS'
const icalendar = require("icalendar");
const [start, ...more] = process.argv.slice(2);
const calendar = icalendar.parse_calendar(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270101T000000Z",
  "DTSTART:" + start + "T090000Z", "SUMMARY:Conseil", ...more, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n"));
if (more[0].startsWith("RRULE"))
  console.log(calendar.events()[0].rrule().nextOccurences(new Date(Date.UTC(2027, 0, 1)), 6).map(date => date.toISOString().slice(2, 10)).join(" "));
else
  console.log(calendar.toString().split("\r\n").find(line => line.startsWith("ATTENDEE")));
JS
days() { (cd "$T" && TZ=UTC timeout 60 node a.js "$@"); }
is 'weekly' '27-03-02 27-03-09 27-03-16' "$(days 20270302 'RRULE:FREQ=WEEKLY;COUNT=3')"
is 'every two weeks' '27-03-02 27-03-16 27-03-30' "$(days 20270302 'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3')"
is 'every two weeks on two days' '27-03-02 27-03-04 27-03-09 27-03-16 27-03-18 27-03-23' \
    "$(days 20270302 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=6')"
is 'the second Tuesday' '27-01-12 27-02-09 27-03-09' "$(days 20270112 'RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3')"
is 'the last Tuesday' '27-01-26 27-02-23 27-03-30' "$(days 20270126 'RRULE:FREQ=MONTHLY;BYDAY=-1TU;COUNT=3')"
is 'the last Friday' '27-01-29 27-03-26 27-04-30' "$(days 20270129 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3')"
is 'one of three in EXDATE' '27-03-02 27-03-16 27-03-23' "$(days 20270302 'RRULE:FREQ=WEEKLY;COUNT=3' EXDATE:20270309T090000Z)"
is 'the first Tuesdays of January and July' '27-01-05 28-01-04 29-01-02 30-01-01' \
    "$(days 20270105 'RRULE:FREQ=YEARLY;BYMONTH=1,7;BYDAY=1TU;COUNT=4')"
is 'a name in quotation marks' 'ATTENDEE;CN=Zoe; D:mailto:zoe@example.org' "$(days 20270302 'ATTENDEE;CN="Zoe; D":mailto:zoe@example.org')"
