#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SQLite leaves the order of a WITHOUT ROWID table for an index that answers no more and costs a second search a row.
#
# Guess before the run: where the primary key begins with all the columns that are asked for, the table itself is read,
#   as it holds every column (no).
# Package: Debian's sqlite3 3.40.1.
# Seen: an index (state, meeting) is taken for meeting = ? AND room = ? AND state = ?, though the key begins with just these
#   three; with ANALYZE too.  A condition that is always true (WHERE people > 0) keeps the index out of that question and
#   leaves it to those that repeat the condition.
# For us: an index made for one page had made the sums of every other list slower.  Such an index says WHERE people > 0.
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
rm -f "$T/db"
sqlite3 "$T/db" 'CREATE TABLE count(meeting INT, room INT, state INT, role INT, people INT,
        PRIMARY KEY(meeting, room, state, role)) WITHOUT ROWID;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 14000)
    INSERT INTO count SELECT i / 7, 0, 4, i % 7, 1 FROM n;'
plan() { # of a question; what it searches with
    sqlite3 "$T/db" "EXPLAIN QUERY PLAN SELECT sum(people) FROM count WHERE $1" |
        grep -o 'PRIMARY KEY\|INDEX by_state'
}
steps() { # of the virtual machine
    sqlite3 "$T/db" '.stats on' "SELECT sum(people) FROM count WHERE $1" |
        sed -n 's/^Virtual Machine Steps: *//p'
}
one='meeting = 500 AND room = 0 AND state = 4'
is 'without another index' 'PRIMARY KEY' "$(plan "$one")"
alone=$(steps "$one")
sqlite3 "$T/db" 'CREATE INDEX by_state ON count(state, meeting)'
is 'with one' 'INDEX by_state' "$(plan "$one")"
is 'it takes fewer steps' no "$([ "$(steps "$one")" -lt "$alone" ] && echo yes || echo no)"
sqlite3 "$T/db" ANALYZE
is 'after ANALYZE' 'INDEX by_state' "$(plan "$one")"
sqlite3 "$T/db" 'DROP INDEX by_state; CREATE INDEX by_state ON count(state, meeting) WHERE people > 0'
is 'with a condition that is always true' 'PRIMARY KEY' "$(plan "$one")"
is 'for a question that repeats it' 'INDEX by_state' "$(plan 'state = 4 AND people > 0')"
