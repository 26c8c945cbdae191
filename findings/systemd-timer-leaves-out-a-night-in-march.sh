#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# By systemd's calendar a timer for 02:30 of every day leaves out the night in which the clocks go forward.
#
# Guess before the run: it runs at 03:00 or 03:30 that day.
# Package: Debian's systemd 252: systemd-analyze calendar, no timer was run.
# Seen: in Paris "*-*-* 02:30" comes on 27 March 2027 and then on the 29th; a single date on the 28th at 02:30 is "never". With UTC
#   in the expression the night is there. In October 02:30 comes once, by summer time.
# For us: a recipe for a nightly copy or mail names an hour that every night has (04:10), or UTC: a crontab line for 02:15
#   that becomes a timer makes no copy that night, and a check for a copy of each day cries once a year.
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

deb systemd; version systemd 252.
next() { # three times from a day on
    TZ=Europe/Paris LC_ALL=C systemd-analyze calendar --base-time="$1 01:00" --iterations=3 "$2" 2>&1 |
        sed -nE 's/^ *(Next elapse|Iter\. #.|Iteration #.): *([A-Z][a-z]{2} [0-9]{4}-)?//p' | sed 's/:00 / /' | paste -sd' '
}
is '02:30 in March' '03-27 02:30 CET 03-29 02:30 CEST 03-30 02:30 CEST' "$(next 2027-03-27 '*-*-* 02:30')"
is '02:30 of that night' never "$(next 2027-03-27 '2027-03-28 02:30')"
is '01:30 UTC in March' '03-27 02:30 CET 03-28 03:30 CEST 03-29 03:30 CEST' "$(next 2027-03-27 '*-*-* 01:30 UTC')"
is '04:10 in March' '03-27 04:10 CET 03-28 04:10 CEST 03-29 04:10 CEST' "$(next 2027-03-27 '*-*-* 04:10')"
is '02:30 in October' '10-30 02:30 CEST 10-31 02:30 CEST 11-01 02:30 CET' "$(next 2027-10-30 '*-*-* 02:30')"
