#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The sqlite3 shell of Debian has a .recover that recovers nothing, of a sound file either, and a pipe into a new one ends well.
#
# Guess before the run: all rows of a sound database come out, generated columns and STRICT tables may be in doubt.
# Package: Debian's sqlite3 3.40.1.
# Seen: BEGIN and some PRAGMA lines, then "SQL logic error" and status 1, for a table of one row: .recover reads the pages through the table
#   sqlite_dbpage, and Debian's library is built without it (so .dbinfo fails too). .help names both. "sqlite3 a.db .recover | sqlite3
#   b.db" ends with status 0 and a b.db without a table. .dump, .clone and VACUUM INTO work.
# For us: a page on damaged files must not send an office on Debian to .recover: what helps there is the last copy, .dump, or the shell of
#   sqlite.org. What was saved by a pipe is only saved when its tables were counted.
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
sqlite() { timeout 60 sqlite3 "$@" 2>"$T/log"; }
sqlite "$T/a.db" "CREATE TABLE member(name TEXT); INSERT INTO member VALUES ('Zoe')"
is 'the file' ok "$(sqlite "$T/a.db" 'PRAGMA integrity_check')"
is '.help' 1 "$(sqlite :memory: '.help recover' | grep -c '^\.recover' || :)"
status=0; sqlite "$T/a.db" .recover >"$T/out" || status=$?
is .recover '1: sql error: SQL logic error (1)' "$status: $(cat "$T/log")"
is 'what it wrote' 'BEGIN PRAGMA' "$(sed 's/[ ;].*//' "$T/out" | sort -u | paste -sd' ')"
status=0; sqlite "$T/a.db" .recover | sqlite "$T/b.db" || status=$?
is 'the pipe, and the tables in b.db' '0 0' "$status $(sqlite "$T/b.db" 'SELECT count(*) FROM sqlite_schema')"
sqlite "$T/a.db" .dbinfo >"$T/out" || :
is .dbinfo 'no such table: sqlite_dbpage' "$(grep -ho 'no such table: sqlite_dbpage' "$T/out" "$T/log")"
sqlite "$T/a.db" .dump | sqlite "$T/c.db"
is .dump Zoe "$(sqlite "$T/c.db" 'SELECT name FROM member')"
sqlite "$T/a.db" ".clone $T/d.db" >"$T/out"
is .clone Zoe "$(sqlite "$T/d.db" 'SELECT name FROM member')"
sqlite "$T/a.db" "VACUUM INTO '$T/e.db'"
is 'VACUUM INTO' Zoe "$(sqlite "$T/e.db" 'SELECT name FROM member')"
