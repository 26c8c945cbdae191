#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# radicale refuses the file of somebody who is invited to one meeting of a series and not to the series; xandikos takes it.
#
# Guess before the run: both take it, as RFC 4791 (4.1) allows a file of nothing but occurrences with RECURRENCE-ID.
# Package: Debian's radicale 3.1.8; xandikos 0.2.8 beside it.
# Seen: radicale answers 400 Bad Request and logs "Main component missing"; the same lines beside the series, or without RECURRENCE-ID, are taken
#   (201), and a file of two meetings that were moved is refused like one. A whole calendar that is put as a collection with
#   one such event in it is refused too. xandikos takes each file.
# For us: what we send is one event a day with a UID of its own and no RECURRENCE-ID, so it can be stored by both. A guest of one evening
#   gets that too. A client that keeps invitations of others on radicale shows them and cannot store them: the fault is not in our file.
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
import http.client, os, socket, subprocess, sys, time
where, name = sys.argv[1:3]
with socket.socket() as free:
    free.bind(('127.0.0.1', 0))
    port = free.getsockname()[1]
program, home, words = {
    'xandikos': ('xandikos', '/zoe/calendars/calendar/', '-l 127.0.0.1 -p %d --defaults --current-user-principal /zoe/ -d' % port),
    'radicale': ('radicale', '/zoe/calendar/', '--config= --auth-type=none --hosts=127.0.0.1:%d --storage-filesystem-folder' % port)}[name]
data = os.path.join(where, name)
os.mkdir(data)
with open(os.path.join(where, name + '.log'), 'w') as log:
    server = subprocess.Popen(['/usr/bin/python3', os.path.join(where, 'usr/bin', program)] + words.split() + [data], stdout=log, stderr=log)
def ask(method, path, body='', **head):
    line = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
    line.request(method, path, body, dict(head, Authorization='Basic em9lOng='))
    return line.getresponse().status
def event(uid, *lines):
    return ['BEGIN:VEVENT', 'UID:' + uid, 'DTSTAMP:20270101T000000Z', 'SUMMARY:Conseil', 'DURATION:PT1H', *lines, 'END:VEVENT']
def put(path, *lines):
    text = '\r\n'.join(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', *lines, 'END:VCALENDAR', ''])
    return ask('PUT', path, text, **{'Content-Type': 'text/calendar'})
series = 'DTSTART:20270708T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'
one = 'RECURRENCE-ID:20270715T090000Z', 'DTSTART:20270716T090000Z'
two = 'RECURRENCE-ID:20270722T090000Z', 'DTSTART:20270723T090000Z'
try:
    for turn in range(200):
        try:
            ask('MKCALENDAR' if name == 'radicale' else 'GET', home)
            break
        except OSError:
            time.sleep(.1)
    print('one', put(home + '1.ics', *event('1', *one)), 'two', put(home + '2.ics', *event('2', *one), *event('2', *two)),
          'with the series', put(home + '3.ics', *event('3', *series), *event('3', *one)), 'no series', put(home + '4.ics', *event('4', one[1])))
    if name == 'radicale':
        print('whole', put('/zoe/whole/', *event('5', one[1]), *event('6', *one)))
finally:
    server.terminate()
    server.wait(20)
PYTHON
answers() { timeout 120 /usr/bin/python3 "$T/a.py" "$T" "$1" | paste -sd' '; }
is xandikos 'one 201 two 201 with the series 201 no series 201' "$(answers xandikos)"
is radicale 'one 400 two 400 with the series 201 no series 201 whole 400' "$(answers radicale)"
is 'why' 'Main component missing' "$(grep -o 'Main component missing' "$T/radicale.log" | sort -u)"
