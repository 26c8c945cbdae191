#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The sqlite3 shell ends CSV lines with CR LF after ".mode csv", but with LF alone after the option -csv.
#
# Guess before the run: -csv ends lines with CR LF (no); then, .mode csv with LF as well (no).
# Package: Debian's sqlite3 3.40.1.
# Seen: ".mode csv" writes CR LF, "sqlite3 -csv" LF, on standard output, through .once and in a script alike.
# For us: a comparison of our CSV with the shell's (a judge in tests, a user's diff) fails on every line by the way the
#   shell was called, not by the data. Compare parsed rows, or say ".mode csv" in the test and CR LF in our writer.
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

deb sqlite3; version sqlite3 3.40.1-
end() { od -An -c | tr -s ' ' | sed 's/^ //'; }
is 'the mode' '1 \r \n' "$(sqlite3 :memory: '.mode csv' 'SELECT 1' | end)"
is 'the option' '1 \n' "$(sqlite3 -csv :memory: 'SELECT 1' | end)"
is 'the option, then the mode' '1 \r \n' "$(sqlite3 -csv :memory: '.mode csv' 'SELECT 1' | end)"
is 'the option, to a file' '1 \n' "$(cd "$T"; sqlite3 -csv :memory: '.once o.csv' 'SELECT 1'; end <o.csv)"
