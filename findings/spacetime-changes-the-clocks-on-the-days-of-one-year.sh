#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# spacetime has the days on which the clocks of one year change, and uses them for every year: for up to twelve days the hour is wrong.
#
# Guess before the run: the days of change are worked out for each year, and 9:00 in Paris is the hour that Node itself gives.
# Package: npm spacetime 7.15.0; Node's own Intl beside it.
# Seen: 7.15.0 has the Sundays of 2026 as fixed dates (29 March, 25 October). At 10:00Z of each day of the year, Paris is right every day of 2026,
#   and an hour off on 7 days in 2027; New York on 12. A meeting put at 9:00 on 28 March 2027 is stored as 8:00Z, which is 10:00 in Paris.
#   A week later all is right again.
# For us: an hour that somebody's page reckoned for next year is wrong just in the weeks about the change, and a test made with this
#   year's dates passes. Times that go out of our files carry their zone or Z (calendar/vtimezone.c); compare those of the last week of
#   March and October before the page is trusted.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get spacetime@7.15.0
cat >"$T/a.mjs" <<'JS'
import spacetime from "spacetime";
const [what, zone] = process.argv.slice(2);
if (what.length > 4) console.log(new Date(spacetime(what, zone).epoch).toISOString().slice(11, 16) + "Z");
else {
  const clock = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const wrong = [];
  for (let day = new Date(Date.UTC(what, 0, 1, 10)); day.getUTCFullYear() == what; day = new Date(+day + 864e5))
    if (clock.format(day) !== spacetime(day.getTime(), zone).format("{iso-short} {hour-24-pad}:{minute-pad}")) wrong.push(clock.format(day).slice(5, 10));
  console.log([wrong.length, wrong[0], wrong.at(-1)].filter(x => x !== undefined).join(" "));
}
JS
ask() { (cd "$T" && TZ=UTC timeout 60 node a.mjs "$1" "$2"); }
is 'days that are wrong in 2026, Paris' 0 "$(ask 2026 Europe/Paris)"
is 'days that are wrong in 2027, Paris' '7 03-28 10-30' "$(ask 2027 Europe/Paris)"
is 'days that are wrong in 2027, New York' '12 03-08 11-06' "$(ask 2027 America/New_York)"
is '9:00 in Paris on 28 March 2027' 08:00Z "$(ask 2027-03-28T09:00 Europe/Paris)"
is '9:00 in Paris on 4 April 2027' 07:00Z "$(ask 2027-04-04T09:00 Europe/Paris)"
