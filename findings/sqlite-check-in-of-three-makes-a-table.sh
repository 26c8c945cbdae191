#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A CHECK with IN and three values makes SQLite build a table in memory for every row that is written; two values do not.
#
# Guess before the run: a list of constants is compared value by value, or made once (no).
# Package: Debian's sqlite3 3.40.1.
# Seen: the program of INSERT opens an ephemeral b-tree and fills it before each check, from three values on; OR and
#   BETWEEN over the same values compare, in about half the steps.
# For us: CHECK (kind BETWEEN 0 AND 2), or a reference to a table of names, for columns of states that every act writes.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
deb() { # the packages, and what they need, unpacked in the temporary folder
    (cd "$T"; for p in $(apt-get -s --no-install-recommends install "$@" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
        do apt-get -q download "$p" && dpkg -x "$p"_*.deb . || exit 1; done) >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
    PATH=$T/usr/bin:$PATH; LD_LIBRARY_PATH=$(find "$T/usr/lib" -name '*.so*' -printf '%h:' 2>/dev/null || :)
    export PATH LD_LIBRARY_PATH
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
tables() { # that an INSERT makes under the check
    sqlite3 :memory: "CREATE TABLE change(kind INTEGER CHECK ($1));" 'EXPLAIN INSERT INTO change VALUES (1)' |
        grep -c OpenEphemeral || :
}
is 'two values' 0 "$(tables 'kind IN (0, 1)')"
is 'three values' 1 "$(tables 'kind IN (0, 1, 2)')"
is 'the same by OR' 0 "$(tables 'kind = 0 OR kind = 1 OR kind = 2')"
is 'the same by BETWEEN' 0 "$(tables 'kind BETWEEN 0 AND 2')"
