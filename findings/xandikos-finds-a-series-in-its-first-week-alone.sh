#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A CalDAV client that asks xandikos for one week gets no series that began before, and no occurrence that was moved into it.
#
# Guess before the run: both servers answer a time-range with all that has an occurrence in it (RFC 4791, 9.9).
# Package: Debian's xandikos 0.2.8; radicale 3.1.8 beside it.
# Seen: xandikos looks at the DTSTART of the file's first VEVENT and at nothing else: of a series of four Mondays only the first is found, an
#   RDATE never, a meeting moved from Thursday to Friday on neither day. radicale finds them all. No word of it; the file itself is whole.
# For us: a reader that asks week by week would take weekly meetings for deleted: what we send to a server is one event a day, and what we
#   fetch is the whole collection (sync-collection or all hrefs), never "not in the answer to a time-range, so it is gone".
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

deb xandikos radicale; version xandikos 0.2.8-; version radicale 3.1.8-
cat >"$T/a.py" <<'PYTHON'
import http.client, os, re, socket, subprocess, sys, time
where, name = sys.argv[1:3]
with socket.socket() as free:
    free.bind(('127.0.0.1', 0))
    port = free.getsockname()[1]
program, home, words = {
    'xandikos': ('xandikos', '/zoe/calendars/calendar/', '-l 127.0.0.1 -p %d --defaults --current-user-principal /zoe/ -d' % port),
    'radicale': ('radicale', '/zoe/calendar/', '--config= --auth-type=none --hosts=127.0.0.1:%d --storage-filesystem-folder' % port)}[name]
data, nowhere = os.path.join(where, name), subprocess.DEVNULL
os.mkdir(data)
server = subprocess.Popen(['/usr/bin/python3', os.path.join(where, 'usr/bin', program)] + words.split() + [data], stdout=nowhere, stderr=nowhere)
def ask(method, path, body='', **head):
    line = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
    line.request(method, path, body, dict(head, Authorization='Basic em9lOng='))
    answer = line.getresponse()
    return answer.status, answer.read().decode()
def event(uid, *lines):
    return ['BEGIN:VEVENT', 'UID:' + uid, 'DTSTAMP:20270101T000000Z', 'SUMMARY:Conseil', 'DURATION:PT1H', *lines, 'END:VEVENT']
events = {
    'weekly': event('1', 'DTSTART:20270705T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=4'),
    'rdate': event('2', 'DTSTART:20270706T090000Z', 'RDATE:20270707T090000Z'),
    'moved': event('3', 'DTSTART:20270708T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=2')
    + event('3', 'RECURRENCE-ID:20270715T090000Z', 'DTSTART:20270716T090000Z')}
query = '''<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop><C:filter>
<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="202707%02dT000000Z" end="202707%02dT000000Z"/>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'''
try:
    for turn in range(200):
        try:
            ask('MKCALENDAR' if name == 'radicale' else 'GET', home)
            break
        except OSError:
            time.sleep(.1)
    for key, lines in events.items():
        text = '\r\n'.join(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', *lines, 'END:VCALENDAR', ''])
        assert ask('PUT', home + key + '.ics', text, **{'Content-Type': 'text/calendar'})[0] == 201
    for day in 5, 6, 7, 8, 12, 15, 16, 19:
        found = ask('REPORT', home, query % (day, day + 1), Depth='1', **{'Content-Type': 'text/xml'})[1]
        print(day, *re.findall(r'/(\w+)\.ics', found), sep=':', end=' ')
finally:
    server.terminate()
    server.wait(20)
PYTHON
days() { timeout 120 /usr/bin/python3 "$T/a.py" "$T" "$1" | sed 's/ $//'; }
is radicale '5:weekly 6:rdate 7:rdate 8:moved 12:weekly 15 16:moved 19:weekly' "$(days radicale)"
is xandikos '5:weekly 6:rdate 7 8:moved 12 15 16 19' "$(days xandikos)"
