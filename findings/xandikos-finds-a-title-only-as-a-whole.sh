#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xandikos finds a meeting by its title only when the whole title is asked for; a word of it finds nothing, radicale finds it.
#
# Guess before the run: text-match looks for a part of the text, small letters and capitals alike (RFC 4791, 9.7.5), in both.
# Package: Debian's xandikos 0.2.8; radicale 3.1.8 beside it.
# Seen: xandikos compares for equality: "budget" does not find "Budget communal", "budget communal" does. With negate-condition, "without the
#   word budget" is every meeting. With i;octet capitals count for xandikos; radicale, which does not look at the collation, finds as before.
#   No answer says that less was searched: 207 with nothing in it.
# For us: a search of a client on such a server that comes back empty says nothing; ours fetches the files and searches them itself.
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
def put(uid, *lines):
    text = '\r\n'.join(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:' + uid, 'DTSTAMP:20270101T000000Z',
                        'DTSTART:20270706T090000Z', *lines, 'END:VEVENT', 'END:VCALENDAR', ''])
    assert ask('PUT', home + uid + '.ics', text, **{'Content-Type': 'text/calendar'})[0] == 201
def find(what, word, more=''):
    status, text = ask('REPORT', home, '''<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:prop-filter name="SUMMARY"><C:text-match %s>%s</C:text-match></C:prop-filter>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>''' % (more, word), Depth='1', **{'Content-Type': 'text/xml'})
    print(what, status, *re.findall(r'/(\w+)\.ics', text), end=', ')
try:
    for turn in range(200):
        try:
            ask('MKCALENDAR' if name == 'radicale' else 'GET', home)
            break
        except OSError:
            time.sleep(.1)
    put('a', 'SUMMARY:Budget communal')
    put('b', 'SUMMARY:Travaux')
    find('a word', 'budget')
    find('the title', 'budget communal')
    find('without a word', 'budget', 'negate-condition="yes"')
    find('octets', 'budget communal', 'collation="i;octet"')
finally:
    server.terminate()
    server.wait(20)
PYTHON
answers() { timeout 120 /usr/bin/python3 "$T/a.py" "$T" "$1" | sed 's/, $//'; }
is radicale 'a word 207 a, the title 207 a, without a word 207 b, octets 207 a' "$(answers radicale)"
is xandikos 'a word 207, the title 207 a, without a word 207 a b, octets 207' "$(answers xandikos)"
