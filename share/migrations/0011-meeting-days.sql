-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0011-meeting-days.sql - a meeting of several days is several events of a calendar, each
-- with a UID that is made once
--
-- What calendars know, not what people typed: never in the journal, and an undo makes it
-- follow like any other act.  Rows outlive their meeting, so that it comes back with its
-- UIDs.  Meetings that this step leaves in day_due are parted by the program.

CREATE TABLE meeting_day (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting INTEGER NOT NULL,
    slot INTEGER, -- NULL: the day as a whole
    start TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', start, '+0 days') IS start),
    "end" TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', "end", '+0 days') IS "end"),
    ics_uid TEXT NOT NULL UNIQUE,
    -- added to the meeting's; of a day that is gone the whole, as it was told
    ics_sequence INTEGER NOT NULL CHECK (ics_sequence >= 0),
    gone INTEGER NOT NULL CHECK (gone IN (0, 1)), -- calendars tell that it is cancelled
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_day_meeting ON meeting_day (meeting, start);

-- How far a person's calendar had counted when an undo took the registration away.
CREATE TABLE registration_gone (
    person INTEGER NOT NULL,
    meeting INTEGER NOT NULL,
    ics_sequence INTEGER NOT NULL CHECK (ics_sequence >= 0),
    PRIMARY KEY (person, meeting)
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE day_due (meeting INTEGER NOT NULL) STRICT;
INSERT INTO temp.day_due SELECT id FROM meeting WHERE date(start) <> date("end");
