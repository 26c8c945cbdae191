#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A free-busy query gets from radicale the names of all files of the calendar, whatever the week asked for, and not one busy hour.
#
# Guess before the run: both answer with a VFREEBUSY of the week (RFC 4791, 7.10); a server that does not know the query says so by 4xx or 501.
# Package: Debian's radicale 3.1.8; xandikos 0.2.8 beside it.
# Seen: radicale's answer is 207 with one href a file, the same for a week with a meeting, for one without, and for a file that is TRANSPARENT:
#   the query is taken for a search without a filter. xandikos answers 200 with a VFREEBUSY that has one hour in the one week, none
#   in the other, and leaves TRANSPARENT out.
# For us: a client that counts what is in the answer takes a free week for a busy one. Who is free is counted by us from the files themselves;
#   an answer to this query is read only when it is 200 and text/calendar, never "207, so it was understood".
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
query = '''<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">
<C:time-range start="202707%02dT000000Z" end="202707%02dT000000Z"/></C:free-busy-query>'''
try:
    for turn in range(200):
        try:
            ask('MKCALENDAR' if name == 'radicale' else 'GET', home)
            break
        except OSError:
            time.sleep(.1)
    for uid, more in ('busy', 'TRANSP:OPAQUE'), ('free', 'TRANSP:TRANSPARENT'):
        text = '\r\n'.join(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:' + uid, 'DTSTAMP:20270101T000000Z', more,
                            'DTSTART:20270706T090000Z', 'DURATION:PT1H', 'END:VEVENT', 'END:VCALENDAR', ''])
        assert ask('PUT', home + uid + '.ics', text, **{'Content-Type': 'text/calendar'})[0] == 201
    for day in 5, 12:
        status, text = ask('REPORT', home, query % (day, day + 7), Depth='1', **{'Content-Type': 'text/xml'})
        print(day, status, *re.findall(r'BEGIN:VFREEBUSY|FREEBUSY\S*:(\S+)', text), *sorted(re.findall(r'\w+\.ics', text)))
finally:
    server.terminate()
    server.wait(20)
PYTHON
answers() { timeout 120 /usr/bin/python3 "$T/a.py" "$T" "$1" | sed 's/  */ /g' | paste -sd'|'; }
is xandikos '5 200 20270706T090000Z/PT1H|12 200 ' "$(answers xandikos)"
is radicale '5 207 busy.ics free.ics|12 207 busy.ics free.ics' "$(answers radicale)"
