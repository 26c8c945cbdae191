#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The .ics of npm calendar-link has whole days that ical.js refuses, another UID at each click, and no guests.
#
# Guess before the run: the file says what the links of the same event say, and a second click brings the same event again.
# Package: npm calendar-link 2.11.5; npm ical.js 2.2.1 reads.
# Seen: a whole day is DTSTART:20270705 without VALUE=DATE, and ical.js throws at its start. The UID is a number by chance below 100000, so that the second
#   click adds the meeting a second time, and two meetings may have one. Guests, which the link for Google carries, are left out,
#   as its README says. Texts are not escaped: "C:\nuit" is read with a new line. The hour of a timed event is right.
# For us: our import takes a day without VALUE=DATE as a day (source_refusal_test.c has one). A file fetched twice cannot be known again by its
#   UID: whoever finds a UID of five digits looks for the title and the hour first. Our own UIDs stay.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get calendar-link@2.11.5 ical.js@2.2.1
cat >"$T/a.mjs" <<'JS'
import * as link from "calendar-link";
import ICAL from "ical.js";
const timed = { title: "Conseil", description: "Plan: C:\\nuit", start: "2027-07-05 09:00:00 +0200", duration: [2, "hour"], guests: ["zoe@example.org"] };
const day = { title: "Fermeture", start: "2027-07-05", end: "2027-07-07", allDay: true };
const file = event => decodeURIComponent(link.ics(event).replace(/^[^,]*,/, ""));
const read = event => new ICAL.Component(ICAL.parse(file(event))).getFirstSubcomponent("vevent");
const line = (event, name) => file(event).split(/\r?\n/).find(text => text.startsWith(name));
const start = event => { try { return new ICAL.Event(read(event)).startDate.toString(); } catch (error) { return "refused"; } };
console.log({
  hour: () => start(timed), text: () => JSON.stringify(read(timed).getFirstPropertyValue("description")),
  day: () => line(day, "DTSTART"), read: () => start(day),
  uid: () => { const uids = new Set(Array.from({ length: 20 }, () => read(timed).getFirstPropertyValue("uid")));
    return uids.size > 1 && [...uids].every(uid => /^\d{1,5}$/.test(uid)) ? "others at each click" : "the same"; },
  guests: () => read(timed).getAllProperties("attendee").length, google: () => link.google(timed).includes("zoe%40example.org"),
}[process.argv[2]]());
JS
ask() { (cd "$T" && TZ=UTC timeout 60 node a.mjs "$1"); }
is 'the hour, read' 2027-07-05T07:00:00Z "$(ask hour)"
is 'a whole day' DTSTART:20270705 "$(ask day)"
is 'a whole day, read' refused "$(ask read)"
is 'UIDs of one meeting' 'others at each click' "$(ask uid)"
is 'guests in the file' 0 "$(ask guests)"
is 'guests in the link for Google' true "$(ask google)"
# shellcheck disable=SC2028 # the backslash is the point
is 'a path in the text, read' '"Plan: C:\nuit"' "$(ask text)"
