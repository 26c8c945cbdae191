#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# mutt shows a reply that Python wrote outside its thread when the Message-ID it answers is longer than 77 characters.
#
# Guess before the run: a long Message-ID in References is on a line of its own, or readers of mail undo what was done to it.
# Package: Debian's python3 3.11.2, mutt 2.2.12 and notmuch 0.37.
# Seen: email.policy.default keeps a Message-ID whole, but In-Reply-To and References are text to it: one word that does not fit into
#   a line is written as =?utf-8?q?=3C...?=, which RFC 2047 does not allow there. notmuch decodes it and has one thread, mutt
#   does not and has two. An ID of 77 characters with its brackets, or many short ones, are as they should be. policy.SMTP does the
#   same; with max_line_length=998 the ID stays whole.
# For us: a script that sends our invitations, and puts the UID of a meeting into the Message-ID, needs a short one: 64 characters and
#   @example.org are too long to be answered. Who looks for the mail that was answered decodes these two headers first.
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

deb python3 mutt notmuch; version python3 3.11.2-; version mutt 2.2.12-; version notmuch 0.37-
LC_ALL=C.UTF-8; HOME=$T; NOTMUCH_CONFIG=$T/config; export LC_ALL HOME NOTMUCH_CONFIG
cat >"$T/a.py" <<'PYTHON'
import os, sys
from email.message import EmailMessage
folder, size = sys.argv[1], int(sys.argv[2])
for part in 'cur', 'new', 'tmp':
    os.makedirs(folder + '/' + part)
first = '<' + 'a' * (size - 14) + '@example.org>'
for number, (identity, answers) in enumerate([(first, None), ('<b@example.org>', first)]):
    mail = EmailMessage()
    mail['From'] = 'zoe@example.org'
    mail['Subject'] = 'first' if number == 0 else 'second'
    mail['Date'] = 'Fri, 05 Mar 2027 09:0%d:00 +0100' % number
    mail['Message-ID'] = identity
    if answers:
        mail['In-Reply-To'] = answers
        mail['References'] = answers
    mail.set_content('Text.\n')
    with open('%s/cur/%d:2,S' % (folder, number), 'wb') as file:
        file.write(mail.as_bytes())
PYTHON
write() { rm -rf "$T/M"; timeout 60 /usr/bin/python3 "$T/a.py" "$T/M" "$1"; }
encoded() { cat "$T"/M/cur/* | grep -c '^\(In-Reply-To\|References\): =?utf-8?q?=3C' || :; }
printf '[database]\npath=%s/M\n[user]\nname=x\nprimary_email=x@example.org\n' "$T" >"$T/config"
by_notmuch() { timeout 60 notmuch new >"$T/log" 2>&1; timeout 60 notmuch count --output=threads '*'; }
by_mutt() { # how the list shows the answer: with an arrow when it is in the thread
    printf '%s\n' "set folder=$T/M sort=threads ascii_chars=yes index_format='%s' move=no" 'push "<exit>"' >"$T/rc"
    TERM=xterm timeout 60 script -qec "mutt -n -F $T/rc -f $T/M" /dev/null >"$T/log" 2>&1 </dev/null || :
    grep -q first "$T/log" || { cat "$T/log"; exit 3; }
    grep -q -e '->second' "$T/log" && echo in || echo out
}
write 77
is 'ID of 77, encoded headers' 0 "$(encoded)"
is 'threads in notmuch' 1 "$(by_notmuch)"
is 'the thread in mutt' in "$(by_mutt)"
write 78
is 'ID of 78, encoded headers' 2 "$(encoded)"
is 'threads in notmuch' 1 "$(by_notmuch)"
is 'the thread in mutt' out "$(by_mutt)"
