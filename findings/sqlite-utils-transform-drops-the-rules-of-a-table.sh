#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Renaming one column with "sqlite-utils transform" takes checks, unique columns, cascades, triggers and indexes from the table.
#
# Guess before the run: the table is made anew with the other name, and its triggers and indexes (these with a doubt) after it.
# Package: Debian's sqlite-utils 3.30 and sqlite3 3.40.1.
# Seen: the rows are there, and of the rest only types, NOT NULL, the key and bare references: CHECK, UNIQUE, COLLATE, ON DELETE CASCADE,
#   the generated column, STRICT, the index and the trigger are gone. Status 0, no word. What the trigger kept is no longer kept.
# For us: a file that an administrator "just changed a little" may look whole and hold no rule any more: a check of a file should
#   compare its schema with the one of its migrations. To others: ALTER TABLE RENAME COLUMN loses nothing.
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

deb sqlite-utils sqlite3; version sqlite-utils 3.30-; version sqlite3 3.40.1-
sqlite3 "$T/a.db" "CREATE TABLE office(id INTEGER PRIMARY KEY);
    CREATE TABLE person(id INTEGER PRIMARY KEY, tel TEXT CHECK(length(tel) > 3), last TEXT NOT NULL COLLATE NOCASE, mail TEXT UNIQUE,
        office INTEGER REFERENCES office(id) ON DELETE CASCADE, sorted TEXT AS (upper(last)) STORED) STRICT;
    CREATE TABLE journal(what TEXT);
    CREATE INDEX by_last ON person(last);
    CREATE TRIGGER kept AFTER INSERT ON person BEGIN INSERT INTO journal VALUES (new.last); END;
    INSERT INTO person(tel, last, mail) VALUES ('0612', 'Martin', 'martin@example.org');"
cp "$T/a.db" "$T/b.db"
sqlite-utils transform "$T/a.db" person --rename tel phone >"$T/out" 2>&1 && said="status 0" || said="status $?"
is 'transform' 'status 0' "$said$(cat "$T/out")"
sqlite3 "$T/b.db" 'ALTER TABLE person RENAME COLUMN tel TO phone'
kept() { # of the rules of the table, in file $1
    sqlite3 "$1" "SELECT sql FROM sqlite_schema WHERE tbl_name = 'person'" |
        grep -oE 'CHECK|UNIQUE|NOCASE|CASCADE|STORED|STRICT|CREATE INDEX|CREATE TRIGGER|NOT NULL|REFERENCES' | sort | paste -sd,
}
is 'rules after transform' 'NOT NULL,REFERENCES' "$(kept "$T/a.db")"
is 'rules after ALTER TABLE' 'CASCADE,CHECK,CREATE INDEX,CREATE TRIGGER,NOCASE,NOT NULL,REFERENCES,STORED,STRICT,UNIQUE' "$(kept "$T/b.db")"
is 'rows after transform' '1|0612|Martin|martin@example.org|' "$(sqlite3 "$T/a.db" 'SELECT * FROM person')"
for f in a b; do sqlite3 "$T/$f.db" "INSERT INTO person(phone, last) VALUES ('0613', 'Petit')"; done
is 'seen by the trigger' '1 2' "$(for f in a b; do sqlite3 "$T/$f.db" 'SELECT count(*) FROM journal'; done | paste -sd' ')"
