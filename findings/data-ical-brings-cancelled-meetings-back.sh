#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Data::ICal puts a backslash before the comma of an EXDATE that it only passed on, and the cancelled meetings are back.
#
# Guess before the run: a calendar read and written again is the same, but for the order of its lines.
# Package: Debian's libdata-ical-perl 0.24; npm ical.js 2.2.1 reads what it wrote.
# Seen: every comma of EXDATE and CATEGORIES becomes "\,"; RRULE is as it was. ical.js then takes the first date away and leaves the
#   others; libical 3.0.16 dropped the whole property. The text "C:\\nuit" comes out as "C:\nuit", a new line. With an EXDATE
#   line for each date all is well.
# For us: one more reason for one EXDATE line a date in what we write (libical's limit was the first): it survives such a pass.
#   A file with "\," in a list of dates is one that Data::ICal passed on: libical alone would show all that was cancelled.
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
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb libdata-ical-perl; version libdata-ical-perl 0.24; npm_get ical.js@2.2.1
PERL5LIB=$T/usr/share/perl5; export PERL5LIB
calendar() { # with these EXDATE lines
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x BEGIN:VEVENT UID:1@example.org \
        DTSTAMP:20270101T000000Z DTSTART:20270305T090000 DURATION:PT1H 'RRULE:FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4' "$@" \
        CATEGORIES:Culture,Sport 'SUMMARY:Conseil\, C:\\nuit' END:VEVENT END:VCALENDAR
}
cat >"$T/a.pl" <<'PERL'
use Data::ICal;
print Data::ICal->new(filename => $ARGV[0])->as_string;
PERL
pass_on() { timeout 60 perl "$T/a.pl" "$1"; }
line() { tr -d '\r' <"$1" | sed -n "s/^$2[:;]//p" | paste -sd' '; }
cat >"$T/a.mjs" <<'JS'
import ICAL from "ical.js";
import fs from "node:fs";
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8"))).getFirstSubcomponent("vevent"));
const days = [], each = event.iterator();
for (let day; days.length < 9 && (day = each.next());) days.push(day.toString().slice(5, 10));
console.log(days.join(" "));
JS
days() { timeout 60 node "$T/a.mjs" "$1"; }
calendar EXDATE:20270306T090000,20270312T090000 >"$T/a.ics"; pass_on "$T/a.ics" >"$T/b.ics"
calendar EXDATE:20270306T090000 EXDATE:20270312T090000 >"$T/c.ics"; pass_on "$T/c.ics" >"$T/d.ics"
is 'EXDATE after' '20270306T090000\,20270312T090000' "$(line "$T/b.ics" EXDATE)"
is 'RRULE after' 'FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4' "$(line "$T/b.ics" RRULE)"
is 'CATEGORIES after' 'Culture\,Sport' "$(line "$T/b.ics" CATEGORIES)"
is 'SUMMARY after' 'Conseil\, C:\nuit' "$(line "$T/b.ics" SUMMARY)"
is 'days before' '03-05 03-13' "$(days "$T/a.ics")"
is 'days after' '03-05 03-12 03-13' "$(days "$T/b.ics")"
is 'days after, a line for each date' '03-05 03-13' "$(days "$T/d.ics")"
