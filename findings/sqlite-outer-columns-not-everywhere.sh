#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# In a subquery SQLite knows the columns of the outer row in WHERE, HAVING and PARTITION BY, but not in GROUP BY, ORDER BY, LIMIT.
#
# Guess before the run: the outer row is known in the whole subquery, as in PostgreSQL (no).
# Package: Debian's sqlite3 3.40.1.
# Seen: "no such column" for the same column that the line above took. It fails when the statement is prepared, so a
#   statement that is rarely asked for fails late.
# For us: people of a quota cannot be grouped by what kind of quota the outer row is: one subquery a kind, chosen by CASE.
#   Prepare every statement in a test, also those of rare checks.
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
ask() { # a subquery over registrations, of a quota
    sqlite3 :memory: 'CREATE TABLE quota(meeting, each); CREATE TABLE registration(meeting, office, people);
        INSERT INTO quota VALUES (1, 1); INSERT INTO registration VALUES (1, 7, 2), (1, 8, 3);' \
        "SELECT ($1) FROM quota q" 2>&1 | grep -o 'no such column: q.each\|^[0-9]*$' | head -n 1
}
gone='no such column: q.each'
is 'WHERE' 2 "$(ask 'SELECT count(*) FROM registration WHERE meeting = q.each')"
is 'HAVING' 2 "$(ask 'SELECT count(*) FROM registration HAVING count(*) > q.each')"
is 'PARTITION BY' 5 "$(ask 'SELECT sum(people) OVER (PARTITION BY q.each) FROM registration LIMIT 1')"
is 'GROUP BY' "$gone" "$(ask 'SELECT count(*) FROM registration GROUP BY CASE q.each WHEN 1 THEN office END LIMIT 1')"
is 'ORDER BY' "$gone" "$(ask 'SELECT people FROM registration ORDER BY people * q.each DESC LIMIT 1')"
is 'LIMIT' "$gone" "$(ask 'SELECT people FROM registration LIMIT q.each')"
