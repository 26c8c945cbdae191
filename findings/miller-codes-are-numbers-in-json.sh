#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Miller guards the zero of a telephone in JSON, but writes a room called 1E3 as a number and 0x1F as no JSON at all.
#
# Guess before the run: 0612345678 comes out without quotes and jq stops at it; words like NaN and Inf are strings.
# Package: Debian's miller 6.6.0 and jq 1.6.
# Seen: the other way round. "0612345678" and "+33..." are quoted; 1E3 and 0x1F are printed bare. jq then makes 1000 of
#   the room 1E3, and refuses the whole file because of 0x1F, which JSON does not have. "mlr -S" makes strings of all.
# For us: room and group codes of our own CSV (1E3, 0x1F, 2E10) are what other tools break; a code offered by us should
#   not look like that, and JSON of ours must quote every code.
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

deb miller jq; version miller 6.6.0-; version jq 1.6-
printf 'Tel,Salle\n0612345678,1E3\n+33612345678,B12\n' >"$T/a.csv"
is 'telephones and rooms' '"0612345678" 1E3 "+33612345678" "B12"' "$(mlr --icsv --ojson cat "$T/a.csv" | sed -n 's/^  "[^"]*": //p' | tr -d , | paste -sd' ')"
is 'with -S' '"1E3"' "$(mlr -S --icsv --ojson head -n 1 "$T/a.csv" | sed -n 's/.*"Salle": //p')"
is 'through jq' 1000 "$(mlr --icsv --ojson cat "$T/a.csv" | jq -r '.[0].Salle')"
printf 'Salle\n0x1F\n' >"$T/b.csv"
is 'a room 0x1F' 'refused' "$(mlr --icsv --ojson cat "$T/b.csv" | jq . >/dev/null 2>&1 && echo read || echo refused)"
