#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# rrule.js compares an UNTIL in UTC with the local clock: the last date is lost east of Greenwich, one more comes west of it.
#
# Guess before the run: UNTIL=20270319T080000Z is 09:00 in Paris, so the 19th is the last date (with a doubt).
# Package: npm rrule 2.8.1.
# Seen: with DTSTART;TZID=Europe/Paris at 09:00 the 19th is missing; the 19th comes back with UNTIL=20270319T090000, which RFC
#   5545 forbids beside a TZID. In New York an evening after UNTIL is still shown. EXDATE in UTC takes no date away; EXDATE;TZID does.
#   Python's dateutil 2.8.2 was right with UNTIL and EXDATE in UTC.
# For us: a page that reads our feed with rrule.js misses the last meeting of a series if UNTIL is its exact start. COUNT has
#   no such question; exceptions go out with the TZID of the start.
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
const days = (...lines) => console.log(rrule.rrulestr(lines.join("\n"), { forceset: true }).all()
  .map(day => day.toISOString().slice(5, 16)).join(" "));
const paris = "DTSTART;TZID=Europe/Paris:20270305T090000", evening = "DTSTART;TZID=America/New_York:20270305T190000";
days(paris, "RRULE:FREQ=WEEKLY;COUNT=3");
days(paris, "RRULE:FREQ=WEEKLY;UNTIL=20270319T080000Z");
days(paris, "RRULE:FREQ=WEEKLY;UNTIL=20270319T090000");
days(evening, "RRULE:FREQ=DAILY;UNTIL=20270307T235959Z");
days(paris, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20270312T080000Z");
days(paris, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Paris:20270312T090000");
JS
TZ=UTC node "$T/a.mjs" >"$T/out" # shown in UTC: 09:00 in Paris is 08:00
is 'COUNT=3' '03-05T08:00 03-12T08:00 03-19T08:00' "$(sed -n 1p "$T/out")"
is 'UNTIL in UTC' '03-05T08:00 03-12T08:00' "$(sed -n 2p "$T/out")"
is 'UNTIL by the local clock' '03-05T08:00 03-12T08:00 03-19T08:00' "$(sed -n 3p "$T/out")"
is 'New York, until 18:59 of the 7th' '03-06T00:00 03-07T00:00 03-08T00:00' "$(sed -n 4p "$T/out")"
is 'EXDATE in UTC' '03-05T08:00 03-12T08:00 03-19T08:00' "$(sed -n 5p "$T/out")"
is 'EXDATE with TZID' '03-05T08:00 03-19T08:00' "$(sed -n 6p "$T/out")"
