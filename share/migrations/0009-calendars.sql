-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0009-calendars.sql - what calendars are owed: the day from which a meeting was postponed,
-- and how often what a person may rely on has changed

-- NULL where it was postponed before this was kept: it waits for a date until it moves.
ALTER TABLE meeting ADD COLUMN postponed_from TEXT
    CHECK (strftime('%Y-%m-%d %H:%M', postponed_from, '+0 days') IS postponed_from);

-- Added to the meeting's own in the person's calendar; NULL: nothing has changed yet.
ALTER TABLE registration ADD COLUMN ics_sequence INTEGER CHECK (ics_sequence >= 0);

-- Cancelled before it was ever confirmed: calendars told nobody of it.
ALTER TABLE meeting ADD COLUMN cancelled_draft INTEGER NOT NULL DEFAULT 0
    CHECK (cancelled_draft IN (0, 1));

-- By which clock meetings there go; NULL: by the office's.
ALTER TABLE venue ADD COLUMN zone TEXT;
