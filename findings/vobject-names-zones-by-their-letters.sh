#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# vobject names a zone by its letters, so that a meeting in Algiers is an hour off once one in Paris is in the same calendar.
#
# Guess before the run: TZID is the name that the zone was made with, or, where it has none, another name for each zone.
# Package: Debian's python3-vobject 0.9.6.1 and python3-dateutil 2.8.2, Python 3.11 with its zoneinfo; npm ical.js 2.2.1 reads.
# Seen: of Europe/Paris and Africa/Algiers, given as zoneinfo or as dateutil's zones, both starts say TZID=CET, and there is one
#   VTIMEZONE, that of the zone which came first. With Paris first, 9:00 of July in Algiers (08:00Z) is read as 07:00Z; with Algiers
#   first it is Paris that is off (08:00Z). In winter both are right. A start read from a file keeps its TZID.
# For us: a calendar with TZID=CET, EST or -03 may be one of these: its VTIMEZONE goes before what the letters mean to us, and an import
#   says that places with these letters may have been made one. What we write names zones as the zone files do; a test of two zones needs a day in July.
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
deb python3-vobject python3-dateutil; version python3-vobject 0.9.6.1-; version python3-dateutil 2.8.2-; npm_get ical.js@2.2.1
cat >"$T/a.py" <<'PYTHON'
import datetime, sys, zoneinfo
import vobject
from dateutil import tz
make = {'zoneinfo': zoneinfo.ZoneInfo, 'dateutil': tz.gettz}[sys.argv[1]]
calendar = vobject.iCalendar()
for name in sys.argv[3:]:
    event = calendar.add('vevent')
    event.add('uid').value = name + '@example.org'
    event.add('summary').value = name
    event.add('dtstart').value = datetime.datetime(2027, int(sys.argv[2]), 5, 9, tzinfo=make(name))
sys.stdout.write(calendar.serialize())
PYTHON
cat >"$T/a.mjs" <<'JS'
import ICAL from "ical.js";
import fs from "node:fs";
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
const zones = calendar.getAllSubcomponents("vtimezone");
for (const zone of zones) ICAL.TimezoneService.register(zone);
console.log([zones.map(zone => zone.getFirstPropertyValue("tzid")).join("+"),
  ...calendar.getAllSubcomponents("vevent").map(one => new ICAL.Event(one)).map(one =>
    one.summary.replace(/.*\//, "") + " " + one.startDate.toJSDate().toISOString().slice(11, 16) + "Z")].join(" "));
JS
written() { timeout 60 /usr/bin/python3 "$T/a.py" "$@" >"$T/a.ics"; (cd "$T" && timeout 60 node a.mjs a.ics); }
is 'July' 'CET Paris 07:00Z Algiers 07:00Z' "$(written zoneinfo 7 Europe/Paris Africa/Algiers)"
is 'July, dateutil' 'CET Paris 07:00Z Algiers 07:00Z' "$(written dateutil 7 Europe/Paris Africa/Algiers)"
is 'July, Algiers first' 'CET Algiers 08:00Z Paris 08:00Z' "$(written zoneinfo 7 Africa/Algiers Europe/Paris)"
is 'July, Algiers alone' 'CET Algiers 08:00Z' "$(written zoneinfo 7 Africa/Algiers)"
is 'March' 'CET Paris 08:00Z Algiers 08:00Z' "$(written zoneinfo 3 Europe/Paris Africa/Algiers)"
