#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# rrule.js does not read DTSTART;VALUE=DATE and starts the series at the second in which it is called.
#
# Guess before the run: a series of whole days begins on its day, at midnight.
# Package: npm rrule 2.8.1.
# Seen: DTSTART;VALUE=DATE:20270305 is passed over without a word, and the days are today, today in a week, ... at this hour.
#   The same with VALUE=DATE-TIME, and on every call others. Without VALUE (DTSTART:20270305) the day is right. A TZID in quotation
#   marks, which any parameter may have, throws "Invalid time zone specified".
# For us: whole days go out as one event a day, without a rule; a TZID goes without quotation marks, a time without VALUE.
#   Somebody who reports that our whole days "move every day" has such a reader.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get rrule@2.8.1
cat >"$T/a.mjs" <<'JS'
import rrule from "rrule";
const rule = "\nRRULE:FREQ=WEEKLY;COUNT=2";
const days = start => {
  try {
    const found = rrule.rrulestr(start + rule).all();
    console.log(Math.abs(found[0] - Date.now()) < 60000 ? "now" : found.map(day => day.toISOString().slice(0, 16)).join(" "));
  } catch (error) { console.log(error.message); }
};
days("DTSTART:20270305");
days("DTSTART;VALUE=DATE:20270305");
days("DTSTART;VALUE=DATE-TIME:20270305T090000Z");
days('DTSTART;TZID="Europe/Paris":20270305T090000');
JS
TZ=UTC node "$T/a.mjs" >"$T/out"
is 'a day' '2027-03-05T00:00 2027-03-12T00:00' "$(sed -n 1p "$T/out")"
is 'a day that says VALUE=DATE' now "$(sed -n 2p "$T/out")"
is 'a time that says VALUE=DATE-TIME' now "$(sed -n 3p "$T/out")"
is 'TZID in quotation marks' 'Invalid time zone specified: "Europe/Paris"' "$(sed -n 4p "$T/out")"
