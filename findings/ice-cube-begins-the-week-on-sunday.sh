#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ice_cube begins the week on a Sunday where a rule is silent, makes "the last weekday" every weekday, and counts added dates to COUNT.
#
# Guess before the run: what from_ical() does not know is refused, as BYWEEKNO is; the rest is as RFC 5545 has it.
# Package: Debian's ruby-ice-cube 0.16.4 on Ruby 3.1.
# Seen: every second week on Tuesday and Sunday, from Tuesday 5 January, is held on the 17th and not on the 10th; with WKST=MO, which is what its
#   absence means, it is right. BYSETPOS=-1 is dropped without a word. An RDATE beside COUNT=3 takes the place of the third meeting. A
#   monthly rule from the 31st is held on 28 February, where the standard has none (BYMONTHDAY=31 is right).
# For us: RFC 5545, 3.3.10 and 3.8.5.2. A site in Ruby shows the series of others on days when nobody is there; what we write has no RRULE, and
#   what we read is as the RFC has it (source_repeat_test.c). To those who write for such a site: WKST always, BYMONTHDAY for the 31st, and
#   dates one by one, without COUNT, for the last weekday of a month.
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

deb ruby-ice-cube; version ruby-ice-cube 0.16.4-
RUBYLIB=$(find "$T/usr" \( -path '*/gems/*/lib' -o -path '*/ruby/3.1.0' -o -path '*/vendor_ruby' \) -prune -printf '%p:' 2>/dev/null || :); export RUBYLIB
cat >"$T/a.rb" <<'RUBY'
require 'ice_cube'
exit if ARGV.any?
schedule = IceCube::Schedule.from_ical($stdin.read)
puts schedule.first(4).map { |time| time.strftime('%m-%d') }.join(' ')
RUBY
ruby "$T/a.rb" check || { echo 'not judged'; exit 3; }
days() { printf '%s\n' "$@" | TZ=UTC timeout 60 ruby "$T/a.rb"; } # lines of the event
is 'Tuesday and Sunday' '01-05 01-17 01-19 01-31' "$(days DTSTART:20270105T090000Z 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4')"
is 'with WKST=MO' '01-05 01-10 01-19 01-24' "$(days DTSTART:20270105T090000Z 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=4')"
is 'last weekday' '01-29 02-01 02-02' "$(days DTSTART:20270129T090000Z 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3')"
is 'three weeks' '01-01 01-08 01-15' "$(days DTSTART:20270101T090000Z 'RRULE:FREQ=WEEKLY;COUNT=3')"
is 'three weeks and a day' '01-01 01-03 01-08' "$(days DTSTART:20270101T090000Z 'RRULE:FREQ=WEEKLY;COUNT=3' RDATE:20270103T090000Z)"
is 'monthly from the 31st' '01-31 02-28 03-31' "$(days DTSTART:20270131T090000Z 'RRULE:FREQ=MONTHLY;COUNT=3')"
is 'monthly on the 31st' '01-31 03-31 05-31' "$(days DTSTART:20270131T090000Z 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3')"
