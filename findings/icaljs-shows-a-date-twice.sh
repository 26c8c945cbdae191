#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical.js shows an occurrence twice when an RDATE names a date that the RRULE gives as well.
#
# Guess before the run: once, as RFC 5545 3.8.5.2 says ("only one recurrence is considered").
# Package: npm ical.js 2.2.1.
# Seen: DTSTART and weekly COUNT=3 with RDATE for the second week: four occurrences, the second one doubled. An EXDATE for
#   that date takes away one of the two, so the date that was called off stays.
# For us: whoever repeats the dates of a rule as RDATE gets two lines in such a reader. An
#   import should make one meeting of both and let EXDATE call it off; ical.js is no judge of how many there are.
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
const days = (...more) => {
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//finding//EN", "BEGIN:VEVENT", "UID:1@example.org",
    "DTSTAMP:20270101T000000Z", "DTSTART:20270305T090000Z", "DTEND:20270305T100000Z", "SUMMARY:Atelier",
    "RRULE:FREQ=WEEKLY;COUNT=3", ...more, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
  const all = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
  const found = [];
  for (let next; (next = all.next());) found.push(next.toString().slice(5, 10));
  return found.join(" ");
};
console.log(days());
console.log(days("RDATE:20270312T090000Z"));
console.log(days("RDATE:20270312T090000Z", "EXDATE:20270312T090000Z"));
JS
node "$T/a.mjs" >"$T/out"
is 'the rule alone' '03-05 03-12 03-19' "$(sed -n 1p "$T/out")"
is 'with the RDATE' '03-05 03-12 03-12 03-19' "$(sed -n 2p "$T/out")"
is 'with the EXDATE too' '03-05 03-12 03-19' "$(sed -n 3p "$T/out")"
