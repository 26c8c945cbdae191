#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# recurring-ical-events leaves out the last meeting of a series that begins in winter and ends in summer.
#
# Guess before the run: an UNTIL that is the very instant of the last meeting counts it in, as RFC 5545, 3.3.10, says.
# Package: Debian's python3-recurring-ical-events 2.0.1 (on python3-icalendar 4.0.3 and python3-dateutil 2.8.2).
# Seen: the rule is walked with the offset that the first meeting had: weekly at 9:00 in Paris from 15 March, UNTIL=20270405T070000Z (UTC, as
#   it must be), ends on 29 March; 5 April, whose 9:00 counts as 08:00Z, is gone without a word. A series within one season is whole,
#   and so is one from summer to winter, or with UNTIL an hour later or at the end of the day.
# For us: a portal built on it shows the series of others a meeting short. What atelier writes has no RRULE; what it reads is compared by
#   the offset of that day (source_repeat_test.c). To others we say: COUNT, or an UNTIL at the last second of the day.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
deb() { # the packages, and what they need, unpacked in the temporary folder
    (cd "$T"; for p in $(apt-get -s --no-install-recommends install "$@" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
        do apt-get -q download "$p" && dpkg -x "$p"_*.deb . || exit 1; done) >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
    PATH=$T/usr/bin:$PATH; LD_LIBRARY_PATH=$(find "$T/usr/lib" -name '*.so*' -printf '%h:' 2>/dev/null || :)
    PYTHONPATH=$T/usr/lib/python3/dist-packages; export PATH LD_LIBRARY_PATH PYTHONPATH
}
version() { # of package $1 must begin with $2
    v=$(dpkg-deb -f "$T/$1"_*.deb Version 2>/dev/null || dpkg-query -W -f '${Version}' "$1")
    case $v in $2*) ;; *) echo "$1 is $v, not $2: not judged"; exit 3 ;; esac
}
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb python3-recurring-ical-events; version python3-recurring-ical-events 2.0.1-
cat >"$T/a.py" <<'PYTHON'
import sys, icalendar, recurring_ical_events
start, until = sys.argv[1:]
calendar = icalendar.Calendar.from_ical('\r\n'.join((
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20270101T000000Z',
    f'DTSTART;TZID=Europe/Paris:{start}', 'DURATION:PT1H', f'RRULE:FREQ=WEEKLY;UNTIL={until}', 'END:VEVENT', 'END:VCALENDAR', '')))
print(*sorted(f"{event['DTSTART'].dt:%m-%d}" for event in recurring_ical_events.of(calendar).between((2027, 1, 1), (2028, 1, 1))))
PYTHON
days() { TZ=UTC timeout 60 /usr/bin/python3 "$T/a.py" "$1" "$2"; } # start in Paris, UNTIL
is 'winter to summer' '03-15 03-22 03-29' "$(days 20270315T090000 20270405T070000Z)"
is 'winter to summer, an hour more' '03-15 03-22 03-29 04-05' "$(days 20270315T090000 20270405T080000Z)"
is 'winter to summer, end of the day' '03-15 03-22 03-29 04-05' "$(days 20270315T090000 20270405T215959Z)"
is 'in winter' '01-04 01-11 01-18' "$(days 20270104T090000 20270118T080000Z)"
is 'in summer' '04-05 04-12 04-19' "$(days 20270405T090000 20270419T070000Z)"
is 'summer to winter' '10-18 10-25 11-01 11-08' "$(days 20271018T090000 20271108T080000Z)"
is 'summer to winter, an hour less' '10-18 10-25 11-01' "$(days 20271018T090000 20271108T070000Z)"
