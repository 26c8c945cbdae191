#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# By DateTime::Event::ICal the meetings of every Tuesday in March and April are one in 2027, one in 2030 and one in 2032.
#
# Guess before the run: of 40 rules that an office may have, all give the dates that dateutil gives.
# Package: Debian's libdatetime-event-ical-perl 0.13, by DateTime::Format::ICal 0.09; python3-dateutil 2.8.2 beside it.
# Seen: a weekly or monthly rule with BYMONTH and BYDAY keeps the day of the month of DTSTART as well, and is true when that is a Tuesday: no
#   word of it. With INTERVAL=2 it dies of a method on nothing, as does "the last day of each February and March". BYMONTH is right
#   in a daily or yearly rule, and so is the weekly one without BYMONTH.
# For us: seasons (markets in summer, lessons by term) go out as one event a day or with UNTIL, not with BYMONTH. One sees nothing of it in
#   the first week: a test of a rule counts the dates of two years.
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

deb libdatetime-format-ical-perl python3-dateutil; version libdatetime-event-ical-perl 0.13-; version python3-dateutil 2.8.2-
PERL5LIB=$T/usr/share/perl5:$T/usr/lib/x86_64-linux-gnu/perl5/5.36; export PERL5LIB
cat >"$T/a.pl" <<'PERL'
use DateTime;
use DateTime::Format::ICal;
my $start = DateTime->new(year => 2027, month => 3, day => 2, hour => 9, time_zone => 'UTC');
my @days;
eval {
    my $each = DateTime::Format::ICal->parse_recurrence(recurrence => $ARGV[0], dtstart => $start)->iterator;
    while (my $day = $each->next) { push @days, $day->strftime('%y-%m-%d') }
};
print $@ ? 'died of ' . $@ =~ s/ at .*//sr : "@days";
PERL
cat >"$T/a.py" <<'PYTHON'
import sys
from dateutil.rrule import rrulestr
print(*(day.strftime('%y-%m-%d') for day in rrulestr('DTSTART:20270302T090000\nRRULE:' + sys.argv[1])))
PYTHON
by_perl() { timeout 60 perl "$T/a.pl" "$1;COUNT=6"; }
by_dateutil() { timeout 60 /usr/bin/python3 "$T/a.py" "$1;COUNT=6"; }
weekly='27-03-02 27-03-09 27-03-16 27-03-23 27-03-30 27-04-06' stray='27-03-02 30-04-02 32-03-02 38-03-02 41-04-02 47-04-02'
died="died of Can't call method \"is_infinite\" on an undefined value"
rule='FREQ=WEEKLY;BYDAY=TU'
is 'every Tuesday' "$weekly" "$(by_perl "$rule")"
is 'dateutil, of March and April' "$weekly" "$(by_dateutil "$rule;BYMONTH=3,4")"
is 'Perl, of March and April' "$stray" "$(by_perl "$rule;BYMONTH=3,4")"
is 'Perl, the day of DTSTART' "$stray" "$(by_perl 'FREQ=WEEKLY;BYMONTH=3,4')"
is 'Perl, as a monthly rule' "$stray" "$(by_perl 'FREQ=MONTHLY;BYDAY=TU;BYMONTH=3,4')"
is 'Perl, as a daily rule' "$weekly" "$(by_perl 'FREQ=DAILY;BYDAY=TU;BYMONTH=3,4')"
is 'Perl, every second Tuesday' "$died" "$(by_perl "$rule;BYMONTH=3,4;INTERVAL=2")"
is 'dateutil, the last day' '27-03-31 28-02-29 28-03-31 29-02-28 29-03-31 30-02-28' "$(by_dateutil 'FREQ=MONTHLY;BYMONTH=2,3;BYMONTHDAY=-1')"
is 'Perl, the last day' "$died" "$(by_perl 'FREQ=MONTHLY;BYMONTH=2,3;BYMONTHDAY=-1')"
