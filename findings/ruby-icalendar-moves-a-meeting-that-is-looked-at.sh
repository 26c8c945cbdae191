#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A Ruby program that asks a meeting for its start in UTC, and writes the calendar afterwards, has moved that start.
#
# Guess before the run: a calendar that is read, looked at and written again is the same, but for the order of its lines.
# Package: Debian's ruby-icalendar 2.8.0 on Ruby 3.1, without ActiveSupport.
# Seen: where the file holds the VTIMEZONE of the start, dtstart.to_time is the event's own Time, and Ruby's Time#utc changes the one it is
#   called on: 9:00 in Paris is written as 7:00 of July, still with TZID=Europe/Paris; DTEND, not asked for, stays at 10:00. With
#   getutc nothing moves. Without the VTIMEZONE to_time is a copy and nothing moves, but the start is then 09:00Z, as if in UTC.
# For us: a page that shows "what is still to come" of our feed and passes it on may have meetings that begin two hours early and last
#   three. An import that finds a known UID longer at its front by just the zone's offset should say so. No feed without VTIMEZONE.
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

deb ruby-icalendar; version ruby-icalendar 2.8.0-
RUBYLIB=$(find "$T/usr" \( -path '*/gems/*/lib' -o -path '*/ruby/3.1.0' -o -path '*/vendor_ruby' \) -prune -printf '%p:' 2>/dev/null || :); export RUBYLIB
cat >"$T/a.rb" <<'RUBY'
require 'stringio'
require 'icalendar'
exit if ARGV.empty?
calendar = Icalendar::Calendar.parse($stdin.read).first
start = calendar.events.first.dtstart
case ARGV[0]
when 'utc' then warn start.to_time.utc.strftime('%H:%MZ')
when 'getutc' then warn start.to_time.getutc.strftime('%H:%MZ')
end
print calendar.to_ical
RUBY
ruby "$T/a.rb" || { echo 'not judged'; exit 3; }
zone() {
    printf '%s\r\n' BEGIN:VTIMEZONE TZID:Europe/Paris \
        BEGIN:STANDARD DTSTART:19961027T030000 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU' TZOFFSETFROM:+0200 TZOFFSETTO:+0100 END:STANDARD \
        BEGIN:DAYLIGHT DTSTART:19960331T020000 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU' TZOFFSETFROM:+0100 TZOFFSETTO:+0200 END:DAYLIGHT \
        END:VTIMEZONE
}
calendar() { # month; "zone" for a VTIMEZONE, ":" for none
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x
    "$2"
    printf '%s\r\n' BEGIN:VEVENT UID:1@example.org DTSTAMP:20270101T000000Z "DTSTART;TZID=Europe/Paris:2027${1}05T090000" \
        "DTEND;TZID=Europe/Paris:2027${1}05T100000" END:VEVENT END:VCALENDAR
}
pass() { # how it is looked at; what was seen and what is written
    TZ=UTC timeout 60 ruby "$T/a.rb" "$1" 2>"$T/seen" >"$T/out"
    tr -d '\r' <"$T/out" | sed -n 's/^\(DTSTART\|DTEND\);TZID=Europe\/Paris:[0-9]*T\(..\).*/\1 \2/p' | cat "$T/seen" - | paste -sd' '
}
is 'July, not looked at' 'DTSTART 09 DTEND 10' "$(calendar 07 zone | pass no)"
is 'July, utc' '07:00Z DTSTART 07 DTEND 10' "$(calendar 07 zone | pass utc)"
is 'March, utc' '08:00Z DTSTART 08 DTEND 10' "$(calendar 03 zone | pass utc)"
is 'July, getutc' '07:00Z DTSTART 09 DTEND 10' "$(calendar 07 zone | pass getutc)"
is 'July, no VTIMEZONE, utc' '09:00Z DTSTART 09 DTEND 10' "$(calendar 07 : | pass utc)"
