-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0008-overbooked.sql - the page of the day finds what it tells of without a look at every
-- meeting to come

-- Meetings at which more seats are taken than there are; written with the counts.
CREATE TABLE overbooked (
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    workshop INTEGER NOT NULL, -- 0: the meeting itself
    excess INTEGER NOT NULL CHECK (excess > 0),
    PRIMARY KEY (meeting, workshop)
) STRICT, WITHOUT ROWID;

INSERT INTO overbooked (meeting, workshop, excess)
SELECT meeting, 0, taken - seats FROM seat_view WHERE taken > seats;

-- Where anybody is in a state, as few are, for those who look from the state on.  All
-- people are more than none: the condition keeps the index out of every other question,
-- which the table's own order answers better.
DROP INDEX head_count_state;
CREATE INDEX head_count_state ON head_count (state, meeting) WHERE people > 0;

-- Meetings whose seats are given of themselves, and those with more seats than their room.
CREATE INDEX meeting_waiting_list ON meeting (waiting_list, start_at, id, end_at)
WHERE undecided = 1;
CREATE INDEX meeting_room_seats ON meeting (room, seats)
WHERE undecided = 1 AND room IS NOT NULL;
