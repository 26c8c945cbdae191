#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# libical takes numbers that are too large modulo 2^32, an INTERVAL modulo 2^16, and reports no error.
#
# Guess before the run: refused, or the largest number that fits; at least icalerrno says so.
# Package: Debian's libical3 3.0.16.
# Seen: SEQUENCE:4294967298 is 2 and is written as 2; COUNT=4294967298 repeats twice, INTERVAL=65538 every second day; a DURATION of
#   4294967298 days is two days; icalerrno stays 0. Only what becomes negative is refused (COUNT=2147483650).
# For us: numbers are judged in the text, before libical sees the line; a SEQUENCE is read by ourselves. Whoever compares SEQUENCEs
#   through libical takes an event of another program that counts in milliseconds for an old one.
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

deb libical-dev gcc libc6-dev; version libical-dev 3.0.16-
cd "$T"
cat >i.c <<'C'
#include <libical/ical.h>
#include <stdio.h>
static void rule(const char *text)
{
    struct icalrecurrencetype r = icalrecurrencetype_from_string(text);
    printf("count %d, interval %d, error %d\n", r.count, r.interval, icalerrno);
}
int main(void)
{
    icalproperty *p = icalproperty_new_from_string("SEQUENCE:4294967298");
    printf("%d, error %d, %s", icalproperty_get_sequence(p), icalerrno, icalproperty_as_ical_string(p));
    rule("FREQ=DAILY;COUNT=4294967298");
    rule("FREQ=DAILY;INTERVAL=65538");
    p = icalproperty_new_from_string("DURATION:P4294967298D");
    printf("%d days, error %d\n", icalproperty_get_duration(p).days, icalerrno);
    rule("FREQ=DAILY;COUNT=2147483650");
    return 0;
}
C
gcc -I"$T/usr/include" -L"$T/usr/lib/$(gcc -dumpmachine)" -o i i.c -lical
./i | tr -d '\r' >seen
is 'SEQUENCE:4294967298' '2, error 0, SEQUENCE:2' "$(sed -n 1p seen)"
is 'COUNT=4294967298' 'count 2, interval 1, error 0' "$(sed -n 2p seen)"
is 'INTERVAL=65538' 'count 0, interval 2, error 0' "$(sed -n 3p seen)"
is 'DURATION:P4294967298D' '2 days, error 0' "$(sed -n 4p seen)"
is 'COUNT=2147483650' 'count 0, interval 1, error 4' "$(sed -n 5p seen)"
