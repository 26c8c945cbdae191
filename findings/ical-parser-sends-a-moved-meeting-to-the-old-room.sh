#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# iCal::Parser gives a meeting that was moved the room, the notes and the guests of its series, and texts with their backslashes.
#
# Guess before the run: a moved meeting has what its own VEVENT says and nothing else; texts are as a person wrote them; RDATE may be missing.
# Package: Debian's libical-parser-perl 1.21.
# Seen: a VEVENT with RECURRENCE-ID is laid over the first one, so that LOCATION, DESCRIPTION and ATTENDEE that it leaves out come from the series: a visit
#   elsewhere, without guests, is in "Salle 1" with Zoe; its manual says "the original event is updated". "Conseil\, budget" keeps its
#   backslash and "\n" is two signs. A date in RDATE is not there. EXDATE, whole days of three days and DURATION are right.
# For us: each of our events is one VEVENT with its own room, so nothing is taken from another. A page that someone makes from a calendar through this
#   module may send people to the wrong room.
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

deb libical-parser-perl; version libical-parser-perl 1.21-
PERL5LIB=$T/usr/share/perl5:$(find "$T/usr/lib" -type d -path '*/perl5/5.*' -prune -printf '%p:'); export PERL5LIB
cat >"$T/a.pl" <<'PERL'
use iCal::Parser;
my $years = iCal::Parser->new(start => '20270301', end => '20270430')->parse($ARGV[0])->{events};
for my $month (3, 4) {
    my $days = $years->{2027}{$month};
    for my $day (sort { $a <=> $b } keys %$days) {
        print join('|', "$month-$day", $_->{SUMMARY}, $_->{LOCATION} // '', $_->{DESCRIPTION} // '', map { $_->{CN} } @{$_->{ATTENDEE} || []}), "\n" for values %{$days->{$day}};
    }
}
PERL
event() { printf '%s\r\n' BEGIN:VEVENT UID:1@example.org DTSTAMP:20270101T000000Z "$@" END:VEVENT; }
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x >"$T/a.ics"
event DTSTART:20270302T090000Z DTEND:20270302T100000Z 'RRULE:FREQ=WEEKLY;COUNT=4' RDATE:20270304T090000Z EXDATE:20270309T090000Z 'SUMMARY:Conseil\, budget' \
    'LOCATION:Salle 1' 'DESCRIPTION:Plan\nVote' 'ATTENDEE;CN=Zoe:mailto:zoe@example.org' >>"$T/a.ics"
event RECURRENCE-ID:20270316T090000Z DTSTART:20270317T140000Z DTEND:20270317T150000Z SUMMARY:Visite >>"$T/a.ics"
printf 'END:VCALENDAR\r\n' >>"$T/a.ics"
seen=$(TZ=UTC timeout 60 perl "$T/a.pl" "$T/a.ics")
is 'the days' '3-2 3-17 3-23' "$(printf '%s\n' "$seen" | cut -d'|' -f1 | paste -sd' ')"
is 'the first meeting' '3-2|Conseil\, budget|Salle 1|Plan\nVote|Zoe' "$(printf '%s\n' "$seen" | sed -n 1p)"
is 'the moved one' '3-17|Visite|Salle 1|Plan\nVote|Zoe' "$(printf '%s\n' "$seen" | sed -n 2p)"
