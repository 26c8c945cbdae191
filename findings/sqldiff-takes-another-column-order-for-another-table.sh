#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sqldiff answers with DROP TABLE when two databases hold the same columns in another order.
#
# Guess before the run: columns are compared by name, so that equal rows give no output.
# Package: Debian's sqlite3-tools (sqldiff) and sqlite3 3.40.1.
# Seen: a table made as (id, a, b) and one made as (id, b, a) with equal rows: "DROP TABLE t; -- due to schema mismatch", a
#   CREATE TABLE and every row again. A column added by ALTER TABLE stands last; in a fresh schema it may stand in the middle.
# For us: a migrated file and a new one cannot be compared with sqldiff unless new columns stand last in the schema too. A test
#   of a migration should compare named columns. And never pipe the output of sqldiff into a file that is in use.
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

deb sqlite3-tools sqlite3; version sqlite3-tools 3.40.1-; version sqlite3 3.40.1-
sqlite3 "$T/old.db" 'CREATE TABLE t(id INTEGER PRIMARY KEY, b); INSERT INTO t VALUES(1, 2); ALTER TABLE t ADD COLUMN a; UPDATE t SET a = 3'
sqlite3 "$T/new.db" 'CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); INSERT INTO t VALUES(1, 3, 2)'
sqlite3 "$T/last.db" 'CREATE TABLE t(id INTEGER PRIMARY KEY, b, a); INSERT INTO t VALUES(1, 2, 3)'
is 'the same by name' '1|3|2' "$(sqlite3 "$T/old.db" 'SELECT id, a, b FROM t')"
is 'old against new' 'DROP TABLE t; -- due to schema mismatch|CREATE TABLE t(id INTEGER PRIMARY KEY, a, b);|INSERT INTO t(id,a,b) VALUES(1,3,2);' "$(sqldiff "$T/old.db" "$T/new.db" | paste -sd'|')"
is 'the new column last' '' "$(sqldiff "$T/old.db" "$T/last.db")"
