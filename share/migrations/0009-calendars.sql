-- What calendars are owed: the day from which a meeting was postponed.

-- NULL where it was postponed before this was kept: it waits for a date until it moves.
ALTER TABLE meeting ADD COLUMN postponed_from TEXT
    CHECK (strftime('%Y-%m-%d %H:%M', postponed_from, '+0 days') IS postponed_from);
