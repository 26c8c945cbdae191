#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical2html prints on the wall the meetings that were called off, the moved ones on both days, and not those that were added.
#
# Guess before the run: the month has each meeting on the day that a calendar shows it.
# Package: Debian's ical2html 3.0 (on libical 3.0.16); python3-dateutil 2.8.2 beside it.
# Seen: only RRULE is looked at. Of four Tuesdays the one in EXDATE is in the table, also when a whole day; the one moved to Wednesday is there on both
#   days; that of RDATE is not. One with STATUS:CANCELLED has a class of that name, and the page no style for it. Nothing is said. dateutil has
#   EXDATE and RDATE right.
# For us: a wall page comes from our own printing, not from the exported file through ical2html. Files of ours hold one event a day, which it shows
#   right; but a day taken off is told as cancelled for sixty days, and on that wall it is one like the others.
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

deb ical2html python3-dateutil; version ical2html 3.0-; version python3-dateutil 2.8.2-
event() { printf '%s\r\n' BEGIN:VEVENT UID:1@example.org DTSTAMP:20270101T000000Z SUMMARY:Conseil "$@" END:VEVENT; }
shown() { # days of March and April on which the table has a meeting, of these events
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x "$@" END:VCALENDAR >"$T/a.ics"
    TZ=UTC timeout 60 ical2html 20270301 P5W "$T/a.ics" | tr '\n' ' ' | grep -o '"dtstart" *title="[0-9]*' | sed 's/.*2027\(..\)/\1-/' | paste -sd' '
}
series() { event DTSTART:20270302T090000Z DTEND:20270302T100000Z 'RRULE:FREQ=WEEKLY;COUNT=4' "$@"; }
is 'the series' '03-02 03-09 03-16 03-23' "$(shown "$(series)")"
is 'one in EXDATE' '03-02 03-09 03-16 03-23' "$(shown "$(series EXDATE:20270309T090000Z)")"
is 'one whole day in EXDATE' '03-02 03-03 03-04' \
    "$(shown "$(event 'DTSTART;VALUE=DATE:20270302' 'RRULE:FREQ=DAILY;COUNT=3' 'EXDATE;VALUE=DATE:20270303')")"
is 'one moved' '03-02 03-09 03-10 03-16 03-23' \
    "$(shown "$(series)" "$(event RECURRENCE-ID:20270309T090000Z DTSTART:20270310T140000Z DTEND:20270310T150000Z)")"
is 'one added' '03-02 03-09 03-16 03-23' "$(shown "$(series RDATE:20270304T090000Z)")"
is 'one cancelled' 03-04 "$(shown "$(event DTSTART:20270304T090000Z DTEND:20270304T100000Z STATUS:CANCELLED)")"
is 'mentions of it in the page, style and class' 1 "$(TZ=UTC timeout 60 ical2html 20270301 P5W "$T/a.ics" | grep -c CANCELLED)"
is 'dateutil, the same EXDATE and RDATE' '03-02 03-04 03-16 03-23' "$(timeout 60 /usr/bin/python3 -c '
from dateutil.rrule import rrulestr
print(*(day.strftime("%m-%d") for day in rrulestr("""DTSTART:20270302T090000Z
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE:20270309T090000Z
RDATE:20270304T090000Z""")))')"
