-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0019-past-uids.sql - by what calendars knew a meeting once, so that an older file is known
-- again and doubles nothing
--
-- A meeting that is on again long after it was cancelled has another UID, and a day or slot
-- loses its own some time after it went.  What calendars know, not what people typed: never
-- in the journal, and no undo takes a UID back, so none is owed one.  Rows outlive their
-- meeting, as those of meeting_day do; without it they mean nothing.  What was replaced
-- before this step is not known.

CREATE TABLE past_uid (
    uid TEXT PRIMARY KEY,
    meeting INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER past_uid_of_meeting
AFTER UPDATE OF ics_uid ON meeting WHEN OLD.ics_uid <> NEW.ics_uid
BEGIN
    INSERT INTO past_uid VALUES (OLD.ics_uid, OLD.id) ON CONFLICT DO NOTHING;
    DELETE FROM past_uid WHERE uid = NEW.ics_uid;
END;

-- The meeting's own goes from one day to another.
CREATE TRIGGER past_uid_of_day
AFTER UPDATE OF ics_uid ON meeting_day WHEN OLD.ics_uid <> NEW.ics_uid
BEGIN
    INSERT INTO past_uid VALUES (OLD.ics_uid, OLD.meeting) ON CONFLICT DO NOTHING;
    DELETE FROM past_uid WHERE uid = NEW.ics_uid;
END;

CREATE TRIGGER past_uid_of_day_removed AFTER DELETE ON meeting_day
BEGIN
    INSERT INTO past_uid
    SELECT OLD.ics_uid, OLD.meeting
    WHERE NOT EXISTS (SELECT 1 FROM meeting WHERE ics_uid = OLD.ics_uid)
    ON CONFLICT DO NOTHING;
END;
