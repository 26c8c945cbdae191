#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SQLAlchemy drops the zone of a time on its way into SQLite, though the column asks for it; two meetings change places and one is not found.
#
# Guess before the run: DateTime(timezone=True) turns the time into UTC, or keeps its offset, or refuses one where the database has no such type.
# Package: Debian's python3-sqlalchemy 1.4.46 with SQLite; python3-peewee 3.14.10 beside it.
# Seen: 9:00 in Paris (07:00Z) and 8:00 UTC are stored as "09:00" and "08:00", and read back without a zone: the later one comes first, and a
#   question for what begins before 07:30Z has no answer. No warning. peewee writes "09:00:00+02:00" and orders by that text, so
#   it has the same order; what it gives back is then a text, not a time. With all times in UTC both are right.
# For us: a page of somebody else that keeps our meetings that way mixes places of two zones, and in one zone forgets which hour of the night in
#   October it was. Whoever loads our files into such a table turns the times into UTC first. Our own database has seconds of UTC.
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

deb python3-sqlalchemy python3-peewee; version python3-sqlalchemy 1.4.46; version python3-peewee 3.14.10
cat >"$T/a.py" <<'PYTHON'
import sys, peewee, sqlalchemy
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
way, utc = sys.argv[1:] == ['utc'], timezone.utc
times = [datetime(2027, 7, 5, 9, tzinfo=ZoneInfo('Europe/Paris')), datetime(2027, 7, 5, 8, tzinfo=utc)]
if way:
    times = [time.astimezone(utc) for time in times]
limit = datetime(2027, 7, 5, 7, 30, tzinfo=utc)
meeting = sqlalchemy.Table('meeting', sqlalchemy.MetaData(), sqlalchemy.Column('at', sqlalchemy.DateTime(timezone=True)))
with sqlalchemy.create_engine('sqlite://').begin() as database:
    meeting.create(database)
    database.execute(meeting.insert(), [{'at': time} for time in times])
    order = sqlalchemy.select(meeting.c.at).order_by(meeting.c.at)
    print(*[time.isoformat()[11:] for time, in database.execute(order)], len(database.execute(order.where(meeting.c.at < limit)).all()))
class Meeting(peewee.Model):
    at = peewee.DateTimeField()
    class Meta:
        database = peewee.SqliteDatabase(':memory:')
Meeting.create_table()
for time in times:
    Meeting.create(at=time)
order = Meeting.select().order_by(Meeting.at)
print(*[f'{type(one.at).__name__} {str(one.at)[11:]}' for one in order], order.where(Meeting.at < limit).count())
PYTHON
store() { /usr/bin/python3 "$T/a.py" "$1" | sed -n "$2p"; }
is 'SQLAlchemy: in order, and how many before 07:30Z' '08:00:00 09:00:00 0' "$(store as-is 1)"
is 'peewee' 'str 08:00:00+00:00 str 09:00:00+02:00 0' "$(store as-is 2)"
is 'SQLAlchemy, in UTC' '07:00:00 08:00:00 1' "$(store utc 1)"
is 'peewee, in UTC' 'str 07:00:00+00:00 str 08:00:00+00:00 1' "$(store utc 2)"
