-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0013-imported-meetings.sql - the event of another calendar that a meeting came from, so
-- that the same file updates it and never doubles it

-- Its UID there, its start as it first was (of an occurrence of a series: by its rule),
-- and a number that tells two versions of the event apart.
ALTER TABLE meeting ADD COLUMN source_uid TEXT;
ALTER TABLE meeting ADD COLUMN source_start TEXT
    CHECK (strftime('%Y-%m-%d %H:%M', source_start, '+0 days') IS source_start);
ALTER TABLE meeting ADD COLUMN source_hash INTEGER;
CREATE UNIQUE INDEX meeting_source ON meeting (source_uid, source_start)
    WHERE source_uid IS NOT NULL;
