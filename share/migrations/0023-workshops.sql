-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0023-workshops.sql - workshops with their seats and wishes, who speaks there, and the rest
-- of a programme
--
-- Nothing could add a workshop before, so that the table is made anew.

INSERT INTO entity (number, name) VALUES
    (19, 'speaker'), (20, 'item'), (21, 'project'), (22, 'workshop_choice'),
    (23, 'assigning');

DROP TABLE workshop;

CREATE TABLE workshop_state (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO workshop_state (number, name) VALUES (0, 'planned'), (1, 'cancelled');

-- In a slot of its meeting, or at hours of its own; the instants are those of either.
CREATE TABLE workshop (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    title TEXT NOT NULL,
    slot INTEGER REFERENCES slot (id),
    start TEXT CHECK (strftime('%Y-%m-%d %H:%M', start, '+0 days') IS start),
    "end" TEXT CHECK (strftime('%Y-%m-%d %H:%M', "end", '+0 days') IS "end"),
    room INTEGER REFERENCES room (id),
    seats INTEGER CHECK (seats >= 0),
    least INTEGER CHECK (least >= 0),
    leader INTEGER REFERENCES person (id),
    again INTEGER REFERENCES workshop (id), -- the workshop that is given once more
    state INTEGER NOT NULL REFERENCES workshop_state (number),
    reason TEXT,
    description TEXT,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    ics_uid TEXT NOT NULL UNIQUE,
    ics_sequence INTEGER NOT NULL CHECK (ics_sequence >= 0),
    CHECK ((slot IS NULL) = (start IS NOT NULL)),
    CHECK ((start IS NULL) = ("end" IS NULL)),
    CHECK (end_at > start_at)
) STRICT;
CREATE INDEX workshop_meeting ON workshop (meeting, start_at, id);
CREATE INDEX workshop_slot ON workshop (slot) WHERE slot IS NOT NULL;
CREATE INDEX workshop_room ON workshop (room, start_at) WHERE room IS NOT NULL;
CREATE INDEX workshop_leader ON workshop (leader, start_at) WHERE leader IS NOT NULL;
CREATE INDEX workshop_again ON workshop (again) WHERE again IS NOT NULL;
CREATE INDEX workshop_start ON workshop (start_at, id);

CREATE TABLE speaker (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    workshop INTEGER NOT NULL REFERENCES workshop (id),
    person INTEGER NOT NULL REFERENCES person (id),
    subject TEXT,
    UNIQUE (workshop, person)
) STRICT;
CREATE INDEX speaker_person ON speaker (person);

CREATE TABLE project (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    title TEXT NOT NULL UNIQUE,
    holder INTEGER REFERENCES organisation (id),
    territory TEXT,
    summary TEXT
) STRICT;
CREATE INDEX project_holder ON project (holder) WHERE holder IS NOT NULL;

CREATE TABLE item_kind (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO item_kind (number, name) VALUES (0, 'plenary'), (1, 'break'), (2, 'project');

-- What everybody of a meeting sits in, or goes out for.
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    kind INTEGER NOT NULL REFERENCES item_kind (number),
    title TEXT NOT NULL,
    start TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', start, '+0 days') IS start),
    "end" TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', "end", '+0 days') IS "end"),
    room INTEGER REFERENCES room (id),
    speaker INTEGER REFERENCES person (id),
    project INTEGER REFERENCES project (id),
    description TEXT
) STRICT;
CREATE INDEX item_meeting ON item (meeting, start, id);
CREATE INDEX item_room ON item (room, start) WHERE room IS NOT NULL;
CREATE INDEX item_speaker ON item (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX item_project ON item (project) WHERE project IS NOT NULL;

CREATE TABLE workshop_choice_state (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO workshop_choice_state (number, name) VALUES
    (0, 'wished'), (1, 'waiting'), (2, 'seated'), (3, 'withdrawn');

-- What a registered person wishes for and where they sit, one row for a workshop; seats are
-- counted here and nowhere else.
CREATE TABLE workshop_choice (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    workshop INTEGER NOT NULL REFERENCES workshop (id),
    registration INTEGER NOT NULL REFERENCES registration (id),
    state INTEGER NOT NULL REFERENCES workshop_choice_state (number),
    wish INTEGER CHECK (wish >= 1),
    wished_at INTEGER,
    rank INTEGER,
    UNIQUE (registration, workshop),
    CHECK ((wish IS NULL) = (wished_at IS NULL))
) STRICT;
CREATE INDEX workshop_choice_workshop ON workshop_choice (workshop, state, rank);

-- A run of the assigning that was kept, with the number that was drawn.
CREATE TABLE assigning (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    seed INTEGER NOT NULL,
    seated INTEGER NOT NULL CHECK (seated >= 0),
    unseated INTEGER NOT NULL CHECK (unseated >= 0),
    proven INTEGER NOT NULL CHECK (proven IN (0, 1))
) STRICT;
CREATE INDEX assigning_meeting ON assigning (meeting);

-- The last day on which wishes count.
ALTER TABLE meeting ADD COLUMN wishes_until TEXT
    CHECK (date(wishes_until, '+0 days') IS wishes_until);

CREATE VIEW workshop_view AS
SELECT w.id, w.rev, w.meeting, w.title, w.slot, coalesce(w.start, s.start) AS start,
       coalesce(w."end", s."end") AS "end", w.room, w.seats, w.least, w.leader, w.again,
       t.name AS state, w.reason, w.description, datetime(w.start_at, 'unixepoch') AS start_at,
       datetime(w.end_at, 'unixepoch') AS end_at, w.ics_uid, w.ics_sequence
FROM workshop w LEFT JOIN slot s ON s.id = w.slot
JOIN workshop_state t ON t.number = w.state;

CREATE VIEW workshop_choice_view AS
SELECT c.id, c.rev, c.workshop, c.registration, s.name AS state, c.wish,
       datetime(c.wished_at, 'unixepoch') AS wished_at, c.rank
FROM workshop_choice c JOIN workshop_choice_state s ON s.number = c.state;
