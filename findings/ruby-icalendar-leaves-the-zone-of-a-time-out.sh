#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ruby-icalendar writes a Time in UTC as 07:00 of nowhere: without Z, and without the offset that the Time had.
#
# Guess before the run: a time with an offset goes out in UTC, with Z, as DTSTAMP does.
# Package: Debian's ruby-icalendar 2.8.0 on Ruby 3.1; npm ical.js 2.2.1 reads.
# Seen: Time.utc(2027, 7, 5, 7) is DTSTART:20270705T070000, and 9:00 at +02:00, the same moment, DTSTART:20270705T090000. Both float: a
#   reader in Paris shows 7:00 for the first and one in Tokyo 9:00 for the second. DTSTAMP of the same event has its Z. With a value that
#   was given 'tzid' => 'UTC' there is a Z.
# For us: a feed whose DTSTART floats beside a DTSTAMP with Z and the PRODID icalendar-ruby holds either UTC or the clock of the
#   place, by how its maker got the hour: an import says that no zone was written, shows the hour and lets the person choose.
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

npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
deb ruby-icalendar; version ruby-icalendar 2.8.0-; npm_get ical.js@2.2.1
RUBYLIB=$(find "$T/usr" \( -path '*/gems/*/lib' -o -path '*/ruby/3.1.0' -o -path '*/vendor_ruby' \) -prune -printf '%p:' 2>/dev/null || :); export RUBYLIB
ruby -e 'require "stringio"; require "icalendar"' || { echo 'not judged'; exit 3; }
cat >"$T/a.rb" <<'RUBY'
require 'stringio'
require 'icalendar'
calendar = Icalendar::Calendar.new
calendar.event do |event|
  event.dtstart = {
    'utc' => Time.utc(2027, 7, 5, 7), 'offset' => Time.new(2027, 7, 5, 9, 0, 0, '+02:00'),
    'tzid' => Icalendar::Values::DateTime.new(DateTime.new(2027, 7, 5, 7), 'tzid' => 'UTC')
  }[ARGV[0]]
end
print calendar.to_ical
RUBY
cat >"$T/a.mjs" <<'JS'
import ICAL from "ical.js";
import fs from "node:fs";
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(fs.readFileSync(0, "utf8"))).getFirstSubcomponent("vevent"));
console.log(event.startDate.toJSDate().toISOString().slice(11, 16) + "Z");
JS
written() { TZ=UTC timeout 60 ruby "$T/a.rb" "$1" >"$T/a.ics"; tr -d '\r' <"$T/a.ics" | sed -n 's/^DTSTART[:;]//p'; }
is 'in UTC' 20270705T070000 "$(written utc)"
is 'read in Paris' 05:00Z "$(cd "$T" && TZ=Europe/Paris timeout 60 node a.mjs <a.ics)"
is 'DTSTAMP has a Z' 1 "$(tr -d '\r' <"$T/a.ics" | grep -c '^DTSTAMP:.*Z$')"
is 'at +02:00' 20270705T090000 "$(written offset)"
is 'read in Tokyo' 00:00Z "$(cd "$T" && TZ=Asia/Tokyo timeout 60 node a.mjs <a.ics)"
is 'with tzid UTC' 20270705T070000Z "$(written tzid)"
