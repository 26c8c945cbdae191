#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# calcurse adds a meeting at the end of a series for each one that was called off.
#
# Guess before the run: COUNT=4 with two dates in EXDATE leaves two meetings, as COUNT is counted before exceptions are taken away.
# Package: Debian's calcurse 4.7.1; python3-dateutil 2.8.2 beside it.
# Seen: calcurse keeps no count, only a last day, and puts it later by one step for each EXDATE: of 5, 12, 19, 26 March without
#   the 12th and 19th it shows the 5th, the 26th, and 2 and 9 April, which nobody planned. No word of it, and its own export
#   (UNTIL, EXDATE) carries them on. dateutil has the 5th and the 26th. With UNTIL all is right.
# For us: one more reason to write one event a day; a series that must go out as one ends with UNTIL, not with COUNT. A calendar
#   that comes from calcurse may hold meetings that nobody planned: an import that finds as many after the last known day as there are
#   EXDATEs should show them as such.
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

deb calcurse python3-dateutil; version calcurse 4.7.1-; version python3-dateutil 2.8.2-
TZ=UTC; LC_ALL=C.UTF-8; export TZ LC_ALL
calendar() { # with this end of the rule and these lines
    end=$1; shift
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x BEGIN:VEVENT UID:1@example.org DTSTAMP:20270101T000000Z \
        DTSTART:20270305T090000Z DTEND:20270305T100000Z SUMMARY:Conseil "RRULE:FREQ=WEEKLY;$end" "$@" END:VEVENT END:VCALENDAR
}
shown() { # by calcurse, of the calendar on standard input
    rm -rf "$T/c"; mkdir "$T/c"; cat >"$T/a.ics"
    timeout 60 calcurse -D "$T/c" -q -i "$T/a.ics" >"$T/log" 2>&1
    timeout 60 calcurse -D "$T/c" -d 03/01/2027 -r60 --format-recur-apt '= %(start:%m-%d)\n' | sed -n 's/^= //p' | paste -sd' '
}
is 'no exception' '03-05 03-12 03-19 03-26' "$(calendar 'COUNT=4' | shown)"
off=EXDATE:20270312T090000Z,20270319T090000Z
is 'COUNT=4, two called off' '03-05 03-26 04-02 04-09' "$(calendar 'COUNT=4' "$off" | shown)"
is 'its export' 'RRULE:FREQ=WEEKLY;UNTIL=20270409T090000' "$(timeout 60 calcurse -D "$T/c" -x | tr -d '\r' | grep RRULE)"
is 'UNTIL, two called off' '03-05 03-26' "$(calendar 'UNTIL=20270326T090000Z' "$off" | shown)"
is dateutil '03-05 03-26' "$(timeout 60 /usr/bin/python3 -c '
from dateutil.rrule import rrulestr
print(*(day.strftime("%m-%d") for day in rrulestr("""DTSTART:20270305T090000
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE:20270312T090000
EXDATE:20270319T090000""")))')"
