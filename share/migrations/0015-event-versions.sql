-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0015-event-versions.sql - which version of another calendar's event a meeting follows, so
-- that an older file moves and cancels nothing

-- What its SEQUENCE and its DTSTAMP were; of what was imported before, nobody knows.
ALTER TABLE meeting ADD COLUMN source_sequence INTEGER CHECK (source_sequence >= 0);
ALTER TABLE meeting ADD COLUMN source_stamp INTEGER;
