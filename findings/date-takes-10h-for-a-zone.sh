#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# GNU date reads the French "10h" as ten o'clock in the military zone H, eight hours off, without a word.
#
# Guess before the run: refused, though a letter alone might be read as a zone.
# Package: Debian's coreutils 9.1.
# Seen: a single letter after an hour is a zone: "2027-03-05 10h" is 10:00 at +08:00, so 03:00 in Paris; "10 h" and "10:00 h" are
#   the same, and 6h is 23:00 of the day before. "10h30" and "5 mars 2027 10h" are refused, so the mistake shows only on the full hour.
# For us: scripts around us must turn 10h into 10:00 before date sees it, and a recipe with date -d should say so. An hour that
#   people type into atelier must never go through date -d; 10h means ten o'clock here, or is refused.
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

deb coreutils; version coreutils 9.1-
paris() { TZ=Europe/Paris LC_ALL=C date -d "$1" '+%F %H:%M' 2>/dev/null || echo refused; }
is '10:00' '2027-03-05 10:00' "$(paris '2027-03-05 10:00')"
is '10h' '2027-03-05 03:00' "$(paris '2027-03-05 10h')"
is '10 h' '2027-03-05 03:00' "$(paris '2027-03-05 10 h')"
is '10:00 h' '2027-03-05 03:00' "$(paris '2027-03-05 10:00 h')"
is '7h' '2027-03-05 00:00' "$(paris '2027-03-05 7h')"
is '6h' '2027-03-04 23:00' "$(paris '2027-03-05 6h')"
is '10h30' refused "$(paris '2027-03-05 10h30')"
is '5 mars' refused "$(paris '5 mars 2027 10h')"
