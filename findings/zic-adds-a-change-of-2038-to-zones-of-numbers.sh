#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# zic -b fat, as Debian's tzdata is made, ends a zone whose letters are a number with a change of 2038 that changes nothing.
#
# Guess before the run: the last change in the file is the last time that clocks there changed.
# Package: zic of Debian's libc-bin 2.36.
# Seen: of two zones that differ in "GST" and "+04" alone, the first ends with 1 January 1980, the second with
#   2147483647, 19 January 2038, from a kind of time to the same. Made by -b slim both end with 1980.
# For us: "since when has one rule told this zone" looked at the last change: events in Cayenne, Réunion, Tahiti, São Paulo,
#   Istanbul and a hundred more, which have no letters since 2017, were written in UTC until 2038.
#   A change counts where the offset, the flag of summer time or the letters differ.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
deb() { # the package, unpacked in the temporary folder
    (cd "$T"; apt-get -q download "$1" && dpkg -x "$1"_*.deb .) >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
}
version() { # of package $1 must begin with $2
    v=$(dpkg-deb -f "$T/$1"_*.deb Version)
    case $v in $2*) ;; *) echo "$1 is $v, not $2: not judged"; exit 3 ;; esac
}
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb libc-bin; version libc-bin 2.36
cat >"$T/made" <<'EOF'
Zone Made/Letters 3:00 - MST 1980 Jan 1
                  4:00 - GST
Zone Made/Numbers 3:00 - +03 1980 Jan 1
                  4:00 - +04
EOF
for form in fat slim; do
    "$T/usr/sbin/zic" -b "$form" -d "$T/$form" "$T/made"
done
changes() { # of a file: instant and kind of time of each, from its second part (RFC 8536)
    python3 - "$1" <<'EOF'
import struct, sys
data = open(sys.argv[1], "rb").read()
def sizes(at):
    return struct.unpack(">6l", data[at + 20:at + 44])
utc, std, leap, times, kinds, letters = sizes(0)
at = 44 + times * 5 + kinds * 6 + letters + leap * 8 + std + utc
times = sizes(at)[3]
at += 44
when = struct.unpack(">%dq" % times, data[at:at + 8 * times])
print(*("%d=%d" % pair for pair in zip(when, data[at + 8 * times:at + 9 * times])))
EOF
}
is 'fat, letters' '315522000=1' "$(changes "$T/fat/Made/Letters")"
is 'fat, numbers' '315522000=1 2147483647=1' "$(changes "$T/fat/Made/Numbers")"
is 'slim, numbers' '315522000=1' "$(changes "$T/slim/Made/Numbers")"
