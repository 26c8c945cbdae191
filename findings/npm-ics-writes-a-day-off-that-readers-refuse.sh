#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A series of whole days that the npm package ics writes with one day called off is refused by ical.js, vobject and calcurse.
#
# Guess before the run: the day called off has the form of the start: a day, a clock without zone, or UTC.
# Package: npm ics 3.12.0; ical.js 2.2.1, Debian's python3-vobject 0.9.6.1 and calcurse 4.7.1 read it.
# Seen: beside DTSTART;VALUE=DATE:20270705 stands EXDATE:20270712, which without VALUE=DATE must have an hour: ical.js throws, vobject raises,
#   calcurse leaves the event out. With startOutputType "local" the start is a clock without zone and the day off in UTC, by the
#   zone of the machine that wrote it: ical.js keeps the meeting that was called off. With both in UTC (what it does unasked) all is right.
# For us: a calendar of such a page is not broken as a whole: our import names the event and its line, and takes a day in EXDATE for a day where
#   the start is one. What we write is one event a day, so no reader has to know it.
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

deb python3-vobject calcurse; version python3-vobject 0.9.6.1-; version calcurse 4.7.1-; npm_get ics@3.12.0 ical.js@2.2.1
TZ=Europe/Paris; LC_ALL=C.UTF-8; export TZ LC_ALL
cat >"$T/a.mjs" <<'JS'
import fs from "node:fs";
import ics from "ics";
import ICAL from "ical.js";
const kind = process.argv[2], hour = kind === "day" ? [] : [9, 0];
const { error, value } = ics.createEvent({ uid: "1@example.org", title: "Conseil", start: [2027, 7, 5, ...hour],
  end: [2027, 7, kind === "day" ? 6 : 5, ...hour.map(n => n && n + 1)], recurrenceRule: "FREQ=WEEKLY;COUNT=3",
  exclusionDates: [[2027, 7, 12, ...hour]], ...(kind === "local" && { startOutputType: "local", endOutputType: "local" }) });
if (error) throw error;
fs.writeFileSync("a.ics", value);
let seen = [];
try {
  const each = new ICAL.Event(new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent("vevent")).iterator();
  for (let next; (next = each.next());) seen.push(next.toString().slice(8, 10));
} catch (fault) {
  seen = ["refused"];
}
console.log(...value.match(/(DTSTART|EXDATE).*/g).map(line => line.trim()), "|", ...seen);
JS
written() { (cd "$T" && timeout 60 node a.mjs "$1"); }
vobject() {
    timeout 60 /usr/bin/python3 -c '
import sys, vobject
try:
    print(*("%02d" % day.day for day in vobject.readOne(sys.stdin.read()).vevent.getrruleset()))
except (vobject.base.ParseError, TypeError):
    print("refused")' <"$T/a.ics"
}
calcurse_has() {
    rm -rf "$T/c"; mkdir "$T/c"; timeout 60 calcurse -D "$T/c" -q -i "$T/a.ics" >"$T/log" 2>&1 || :
    timeout 60 calcurse -D "$T/c" -d 07/05/2027 -r21 --format-recur-apt '= %(start:%d)\n' --format-recur-event '= event\n' |
        sed -n 's/^= //p' | paste -sd' '
}
is 'ics, and ical.js' 'DTSTART;VALUE=DATE:20270705 EXDATE:20270712 | refused' "$(written day)"
is vobject refused "$(vobject)"
is calcurse '' "$(calcurse_has)"
is 'by the clock' 'DTSTART:20270705T090000 EXDATE:20270712T070000Z | 05 12 19' "$(written local)"
is vobject refused "$(vobject)"
is 'in UTC' 'DTSTART:20270705T070000Z EXDATE:20270712T070000Z | 05 19' "$(written utc)"
is vobject '05 19' "$(vobject)"
is calcurse '05 19' "$(calcurse_has)"
