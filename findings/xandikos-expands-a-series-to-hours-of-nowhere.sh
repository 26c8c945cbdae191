#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A series that xandikos expands has its starts in UTC but without the Z, and all its meetings end with the first.
#
# Guess before the run: each occurrence has its start and end in UTC with a Z, as RFC 4791 (9.6.5) asks; RANGE or RDATE may be missing.
# Package: Debian's xandikos 0.2.8.
# Seen: 09:00 to 10:00 in Paris on 5, 12 and 19 July is answered as DTSTART:20270705T070000, a clock of nowhere, with the
#   DTEND;TZID=Europe/Paris:20270705T100000 of the file in all three, so that the others end before they begin. A
#   moved one too has its start by nowhere and its end by Paris. A series in UTC keeps the Z of that one end alone.
# For us: a client of a server never asks for expand; it fetches the file and makes the dates itself. An import that meets an end
#   before its start says so for that meeting, and does not guess.
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

deb xandikos; version xandikos 0.2.8-
cat >"$T/a.py" <<'PYTHON'
import http.client, os, re, socket, subprocess, sys, time
where, home = sys.argv[1], '/zoe/calendars/calendar/'
with socket.socket() as free:
    free.bind(('127.0.0.1', 0))
    port = free.getsockname()[1]
server = subprocess.Popen(['/usr/bin/python3', where + '/usr/bin/xandikos', '-l', '127.0.0.1', '-p', str(port), '-d', where + '/data',
                           '--defaults', '--current-user-principal', '/zoe/'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
def ask(method, path, body='', **head):
    line = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
    line.request(method, path, body, head)
    answer = line.getresponse()
    return answer.status, answer.read().decode()
query = '''<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><C:calendar-data><C:expand start="20270701T000000Z" end="20270731T000000Z"/></C:calendar-data></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter></C:calendar-query>'''
try:
    for turn in range(200):
        try:
            ask('GET', home)
            break
        except OSError:
            time.sleep(.1)
    assert ask('PUT', home + 'a.ics', sys.stdin.read().replace('\n', '\r\n'), **{'Content-Type': 'text/calendar'})[0] in (201, 204)
    for line in ask('REPORT', home, query, Depth='1', **{'Content-Type': 'text/xml'})[1].splitlines():
        if re.match('DT(START|END)', line):
            print(re.sub('202707', '', line))
finally:
    server.terminate()
    server.wait(20)
PYTHON
mkdir "$T/data"
expanded() { timeout 120 /usr/bin/python3 "$T/a.py" "$T" | paste -sd' '; }
calendar() { # event lines
    printf '%s\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x BEGIN:VTIMEZONE TZID:Europe/Paris BEGIN:DAYLIGHT DTSTART:19960331T020000 \
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU' TZOFFSETFROM:+0100 TZOFFSETTO:+0200 END:DAYLIGHT END:VTIMEZONE \
        BEGIN:VEVENT UID:1@example.org DTSTAMP:20270101T000000Z "$@" END:VEVENT END:VCALENDAR
}
P=';TZID=Europe/Paris:202707'
is Paris 'DTSTART:05T070000 DTEND;TZID=Europe/Paris:05T100000 DTSTART:12T070000 DTEND;TZID=Europe/Paris:05T100000' \
    "$(calendar "DTSTART${P}05T090000" "DTEND${P}05T100000" 'RRULE:FREQ=WEEKLY;COUNT=2' | expanded)"
is 'the second moved to 13 July' 'DTSTART:05T070000 DTEND;TZID=Europe/Paris:05T100000 DTSTART:13T120000 DTEND;TZID=Europe/Paris:13T150000' \
    "$(calendar "DTSTART${P}05T090000" "DTEND${P}05T100000" 'RRULE:FREQ=WEEKLY;COUNT=2' END:VEVENT BEGIN:VEVENT UID:1@example.org \
        DTSTAMP:20270101T000000Z "RECURRENCE-ID${P}12T090000" "DTSTART${P}13T140000" "DTEND${P}13T150000" | expanded)"
is UTC 'DTSTART:05T090000 DTEND:05T100000Z DTSTART:12T090000 DTEND:05T100000Z' \
    "$(calendar DTSTART:20270705T090000Z DTEND:20270705T100000Z 'RRULE:FREQ=WEEKLY;COUNT=2' | expanded)"
is 'not a series' 'DTSTART;TZID=Europe/Paris:05T090000 DTEND;TZID=Europe/Paris:05T100000' \
    "$(calendar "DTSTART${P}05T090000" "DTEND${P}05T100000" | expanded)"
