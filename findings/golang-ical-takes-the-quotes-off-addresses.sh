#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# golang-ical writes parameters without their quotes: the organizer is then two addresses in one, and the room the end of a link.
#
# Guess before the run: a calendar read and written again is the same, but for the order of its lines and parameters.
# Package: Debian's golang-github-arran4-golang-ical-dev of 2022, built by Go 1.19; npm ical.js 2.2.1 reads what it wrote.
# Seen: ORGANIZER;SENT-BY="mailto:zoe@..":mailto:max@.. goes out without quotes and is the organizer "zoe@..:mailto:max@..", LOCATION;ALTREP=
#   "https://..":Salle 1 is the room "//..:Salle 1", the name "Mairie; hall" ends at its semicolon. VFREEBUSY is written as VBUSY, and
#   the reader that asks for free-busy finds none. EXDATE and texts with commas, new lines and backslashes are whole. No word of it.
# For us: an organizer from such a service is no address: an import says so, keeps the one it knows, and sends no answer there. What we
#   write has no ALTREP and no SENT-BY, and names without a colon or semicolon.
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
deb golang-github-arran4-golang-ical-dev golang-1.19-go; version golang-github-arran4-golang-ical-dev 0.0~git20220517
version golang-1.19-go 1.19; npm_get ical.js@2.2.1
mkdir "$T/pass"
cat >"$T/pass/main.go" <<'GO'
package main

import (
	"fmt"
	"os"

	ics "github.com/arran4/golang-ical"
)

func main() {
	calendar, err := ics.ParseCalendar(os.Stdin)
	if err != nil {
		panic(err)
	}
	fmt.Print(calendar.Serialize())
}
GO
(cd "$T/pass"; HOME=$T GOROOT=$T/usr/lib/go-1.19 GOPATH=$T/usr/share/gocode GO111MODULE=off GOFLAGS=-p=1 CGO_ENABLED=0 \
    timeout 300 "$T/usr/lib/go-1.19/bin/go" build -o "$T/a" . >"$T/log" 2>&1) || { cat "$T/log"; exit 3; }
cat >"$T/a.mjs" <<'JS'
import ICAL from "ical.js";
import fs from "node:fs";
const [part] = new ICAL.Component(ICAL.parse(fs.readFileSync(0, "utf8"))).getAllSubcomponents();
const [what, words, , value] = part.getAllProperties().at(-1).toJSON();
console.log(part.name, what, JSON.stringify(words), value);
JS
calendar() { printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x "BEGIN:$1" UID:1 DTSTAMP:20270101T000000Z "$2" "END:$1" END:VCALENDAR; }
before() { calendar "$@" | timeout 60 node "$T/a.mjs"; }
after() { calendar "$@" | timeout 60 "$T/a" | timeout 60 node "$T/a.mjs"; }
both() { # what, component, line, how it is read before and after
    is "$1, before" "$4" "$(before "$2" "$3")"; is "$1, after" "$5" "$(after "$2" "$3")"
}
both organizer VEVENT 'ORGANIZER;SENT-BY="mailto:zoe@example.org":mailto:max@example.org' \
    'vevent organizer {"sent-by":"mailto:zoe@example.org"} mailto:max@example.org' \
    'vevent organizer {"sent-by":"mailto"} zoe@example.org:mailto:max@example.org'
both room VEVENT 'LOCATION;ALTREP="https://example.org/s":Salle 1' \
    'vevent location {"altrep":"https://example.org/s"} Salle 1' 'vevent location {"altrep":"https"} //example.org/s:Salle 1'
both name VEVENT 'ATTENDEE;CN="Mairie; hall":mailto:a@example.org' \
    'vevent attendee {"cn":"Mairie; hall"} mailto:a@example.org' 'vevent attendee {"cn":"Mairie"} mailto:a@example.org'
both free-busy VFREEBUSY ORGANIZER:mailto:max@example.org \
    'vfreebusy organizer {} mailto:max@example.org' 'vbusy organizer {} mailto:max@example.org'
both text VEVENT 'SUMMARY:Conseil\, C:\\nuit\; fin' 'vevent summary {} Conseil, C:\nuit; fin' 'vevent summary {} Conseil, C:\nuit; fin'
