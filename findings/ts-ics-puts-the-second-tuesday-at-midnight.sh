#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ts-ics tells of "every second Tuesday of the month" without its first meeting and at midnight, and of the last day of the month a day early.
#
# Guess before the run: of the rules that an office may have, all give the dates that dateutil gives, in UTC at least.
# Package: npm ts-ics 2.4.6 (extendByRecurrenceRule). The right dates, beside it when this was written, by Debian's python3-dateutil 2.8.2.
# Seen: with BYDAY in a monthly or yearly rule the days begin at 00:00, and the first one, that of DTSTART, is not among them as it is before 9:00.
#   BYMONTHDAY=-1 is the day before the last. "Monthly" from 31 January goes to the 28th and stays there (RFC 5545, 3.3.10, leaves short months
#   out), 29 February likewise. "Four working days" are two of four, as weekends count. Weekly rules, also every two weeks on two days, UNTIL and
#   BYMONTHDAY=31 are right. Nothing is said.
# For us: a program of others that shows our files by ts-ics is right as long as they hold one event a day. Whoever sends us dates that it expanded
#   sends a midnight for nine o'clock: an import of many meetings at 00:00 is one to ask about.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get ts-ics@2.4.6
cat >"$T/a.mjs" <<'JS'
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from "ts-ics";
const [start, value] = process.argv.slice(2);
const dates = extendByRecurrenceRule(convertIcsRecurrenceRule(undefined, { value }), { start: new Date(start + "T09:00Z") });
console.log(dates.map(date => date.toISOString().slice(2, 16).replace(/T09:00/, "")).join(" "));
JS
days() { (cd "$T" && TZ=UTC timeout 60 node a.mjs "$1" "$2"); } # hours other than 9:00 are shown
is 'weekly' '27-03-02 27-03-09 27-03-16' "$(days 2027-03-02 'FREQ=WEEKLY;COUNT=3')"
is 'every two weeks on two days' '27-03-02 27-03-04 27-03-16 27-03-18' "$(days 2027-03-02 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,TH')"
is 'the 31st' '27-01-31 27-03-31 27-05-31' "$(days 2027-01-31 'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31')"
is 'monthly, from the 31st' '27-01-31 27-02-28 27-03-28 27-04-28' "$(days 2027-01-31 'FREQ=MONTHLY;COUNT=4')"
is 'yearly, from 29 February' '28-02-29 29-02-28 30-02-28' "$(days 2028-02-29 'FREQ=YEARLY;COUNT=4' | cut -d' ' -f1-3)"
is 'the last day' '27-02-27 27-03-30 27-04-29' "$(days 2027-01-31 'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=-1' | cut -d' ' -f1-3)"
is 'the second Tuesday, from 12 January' '27-02-09T00:00 27-03-09T00:00 27-04-13T00:00' \
    "$(days 2027-01-12 'FREQ=MONTHLY;COUNT=4;BYDAY=2TU' | cut -d' ' -f1-3)"
is 'the last Friday, from 29 January' '27-02-26T00:00 27-03-26T00:00 27-04-30T00:00' \
    "$(days 2027-01-29 'FREQ=MONTHLY;COUNT=4;BYDAY=-1FR' | cut -d' ' -f1-3)"
is 'four working days, from Friday 5 March' '27-03-05 27-03-08' "$(days 2027-03-05 'FREQ=DAILY;COUNT=4;BYDAY=MO,TU,WE,TH,FR')"
