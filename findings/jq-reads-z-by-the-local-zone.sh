#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# jq reads a time that ends in Z differently by the TZ of whoever runs it, but only in summer.
#
# Guess before the run: "fromdate" of 10:00Z is the same second everywhere, and shown in Paris it is 12:00 CEST.
# Package: Debian's jq 1.6.
# Seen: where the zone has summer time, a date in July comes out one hour late (11:00Z, an hour more in seconds),
#   with TZ=UTC and in winter it is right. strflocaltime then says "13:00 CET": hour and name are both wrong.
# For us: no check and no recipe in the manual may turn our JSON times into seconds with jq, unless it says TZ=UTC;
#   a test that passes on a server in UTC and in winter proves nothing. Compare the texts instead.
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

deb jq; version jq 1.6-
q() { TZ=$1 jq -rn "$2"; }
is 'July under UTC' 2027-07-01T10:00:00Z "$(q UTC '"2027-07-01T10:00:00Z"|fromdate|todate')"
is 'January under Paris' 2027-01-01T10:00:00Z "$(q Europe/Paris '"2027-01-01T10:00:00Z"|fromdate|todate')"
is 'July under Paris' 2027-07-01T11:00:00Z "$(q Europe/Paris '"2027-07-01T10:00:00Z"|fromdate|todate')"
is 'July under New York, in seconds too late' 3600 "$(q America/New_York '("2027-07-01T10:00:00Z"|fromdate) - 1814436000')"
is 'July shown in Paris' '13:00 CET' "$(q Europe/Paris '"2027-07-01T10:00:00Z"|fromdate|strflocaltime("%H:%M %Z")')"
