#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# golang-ical takes the quotes off "Dupont, Zoé" and off an address with a colon, and the line then says something else.
#
# Guess before the run: a calendar read and written again is the same, but for the order of its lines and parameters.
# Package: Debian's golang-github-arran4-golang-ical-dev 0.0~git20200914, built by Go 1.19; npm ical.js 2.2.1 reads what it wrote.
# Seen: no value of a parameter is quoted. CN="Dupont, Zoé" goes out bare, for ical.js a fault; of an ORGANIZER with SENT-BY="mailto:..."
#   the address is then what follows the first colon, two addresses in one; "Mairie; hall" becomes a parameter more. VFREEBUSY is
#   written as VBUSY, which nobody reads. Texts (commas, new lines, backslashes), EXDATE and the VTIMEZONE are whole.
# For us: an invitation that came through a Go service may have an organizer that is no address: an import says so and keeps the line,
#   an answer is not sent there. Names go out as "Zoé Dupont", which needs no quotes.
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
deb golang-github-arran4-golang-ical-dev golang-1.19-go; version golang-github-arran4-golang-ical-dev 0.0~git; npm_get ical.js@2.2.1
