#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sabre-vobject shows the meetings of every Tuesday in March all year, and a date that RDATE adds on no day.
#
# Guess before the run: weekly, monthly and yearly rules of an office give the dates that dateutil gives; RDATE too; RANGE may be missing.
# Package: Debian's php-sabre-vobject 2.1.7 on PHP 8.2; python3-dateutil 2.8.2 beside it.
# Seen: BYMONTH counts in a yearly rule alone: beside WEEKLY, DAILY or MONTHLY it is passed over, and so are, in a
#   yearly rule without BYMONTH, BYDAY=-1MO, BYWEEKNO and BYYEARDAY: "the last Monday of the year" is the day of DTSTART. RDATE is not read. No
#   fault is raised for any of them. UNTIL in UTC, EXDATE, an occurrence that was moved, INTERVAL with WKST, the last workday are right.
# For us: a server or web page on Debian's library shows such a series wrong, each in its own way: what must be right everywhere goes out as
#   one event a day. A rule that we read and do not know in full is refused by its name, never shown in part.
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

deb php-sabre-vobject php8.2-cli php8.2-mbstring python3-dateutil; version php-sabre-vobject 2.1.7-; version python3-dateutil 2.8.2-
cat >"$T/a.php" <<'PHP'
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
spl_autoload_register(function ($name) use ($argv) { require $argv[1] . '/' . strtr($name, '\\', '/') . '.php'; });
$calendar = Sabre\VObject\Reader::read(str_replace("\n", "\r\n", stream_get_contents(STDIN)));
$each = new Sabre\VObject\RecurrenceIterator($calendar, '1');
for ($n = 0; $n < 6 && $each->valid(); $n++, $each->next()) {
    echo $n ? ' ' : '', $each->getDTStart()->format('y-m-d');
}
PHP
mb=$(find "$T/usr/lib/php" -name mbstring.so 2>/dev/null || :)
php() { timeout 60 php8.2 -n ${mb:+-d "extension=$mb"} "$T/a.php" "$T/usr/share/php"; }
sabre() { # DTSTART's day, lines
    day=$1; shift
    printf '%s\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x BEGIN:VEVENT UID:1 "DTSTART:${day}T090000Z" "$@" END:VEVENT END:VCALENDAR | php
}
dateutil() { # DTSTART's day, lines
    day=$1; shift
    printf '%s\n' "DTSTART:${day}T090000Z" "$@" | timeout 60 /usr/bin/python3 -c '
import sys
from dateutil.rrule import rrulestr
print(*(day.strftime("%y-%m-%d") for day, turn in zip(rrulestr(sys.stdin.read(), forceset=True), range(6))))'
}
both() { # what, dates by dateutil, by sabre-vobject, DTSTART's day, lines
    what=$1 right=$2 seen=$3; shift 3
    is "$what, dateutil" "$right" "$(dateutil "$@")"; is "$what, sabre" "$seen" "$(sabre "$@")"
}
march='27-03-02 27-03-09 27-03-16 27-03-23 27-03-30'
both 'Tuesdays of March' "$march 28-03-07" "$march 27-04-06" 20270302 'RRULE:FREQ=WEEKLY;BYDAY=TU;BYMONTH=3'
both 'the last Monday of the year' '27-12-27 28-12-25 29-12-31' '27-12-27 28-12-27 29-12-27' 20271227 'RRULE:FREQ=YEARLY;BYDAY=-1MO;COUNT=3'
both 'Mondays of week 20' '27-05-17 28-05-15 29-05-14' '27-05-17 28-05-17 29-05-17' 20270517 \
    'RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3'
both 'a date added' '27-03-02 27-03-09 27-03-11' '27-03-02 27-03-09' 20270302 'RRULE:FREQ=WEEKLY;COUNT=2' RDATE:20270311T090000Z
both 'the last workday' '27-03-31 27-04-30 27-05-31' '27-03-31 27-04-30 27-05-31' 20270331 \
    'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3'
