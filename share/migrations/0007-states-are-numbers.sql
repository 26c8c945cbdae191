-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0007-states-are-numbers.sql - everything that a new database begins with
--
-- Files of the steps before it are copied into one that begins here, row by row
-- and field by field; see maintenance_upgrade.c.  No rule stands here: what follows
-- from the fields of a row (its sort key, its marks) is written with the row.
--
-- A column has the name of its field.  Local times are wall clock texts beside a
-- zone; the instants derived from them are seconds since 1970.  A day is checked
-- by adding no days to it: date() leaves the 30th of February as it is, but turns
-- it into March when it calculates.  An id is never given twice, for people write
-- it down, and the journal brings a removed row back under its own.

-- --- what states, roles and the like are called

-- Each is a number that never changes: what reads well stands in the views below.

CREATE TABLE membership_role (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO membership_role (number, name) VALUES
    (0, 'member'), (1, 'chair'), (2, 'alternate'), (3, 'observer');

CREATE TABLE meeting_mode (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO meeting_mode (number, name) VALUES
    (0, 'on-site'), (1, 'remote'), (2, 'hybrid');

CREATE TABLE meeting_state (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO meeting_state (number, name) VALUES
    (0, 'draft'), (1, 'confirmed'), (2, 'postponed'), (3, 'cancelled'), (4, 'held'),
    (5, 'closed');

CREATE TABLE waiting_list (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO waiting_list (number, name) VALUES
    (0, 'none'), (1, 'propose'), (2, 'automatic');

CREATE TABLE registration_role (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO registration_role (number, name) VALUES
    (0, 'participant'), (1, 'speaker'), (2, 'staff');

CREATE TABLE registration_state (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO registration_state (number, name) VALUES
    (0, 'invited'), (1, 'pending'), (2, 'waiting'), (3, 'offered'), (4, 'accepted'),
    (5, 'declined'), (6, 'excused'), (7, 'refused'), (8, 'lapsed'), (9, 'withdrawn'),
    (10, 'substituted');

CREATE TABLE registration_source (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO registration_source (number, name) VALUES
    (0, 'desk'), (1, 'convened'), (2, 'import'), (3, 'door'), (4, 'mail');

CREATE TABLE presence_kind (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO presence_kind (number, name) VALUES
    (0, 'present'), (1, 'left'), (2, 'signed'), (3, 'excused'), (4, 'absent'),
    (5, 'annulled');

CREATE TABLE staff_role (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO staff_role (number, name) VALUES
    (0, 'reader'), (1, 'door'), (2, 'desk'), (3, 'organiser'), (4, 'administrator');

CREATE TABLE seat_limit_scope (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO seat_limit_scope (number, name) VALUES
    (0, 'category'), (1, 'organisation'), (2, 'each-organisation');

CREATE TABLE seat_limit_kind (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO seat_limit_kind (number, name) VALUES (0, 'most'), (1, 'hold');

-- --- the nouns

CREATE TABLE category (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    "order" INTEGER
) STRICT;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT,
    category INTEGER REFERENCES category (id),
    territory TEXT,
    parent INTEGER REFERENCES organisation (id),
    sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX organisation_sort ON organisation (sort_key, id);
CREATE INDEX organisation_category ON organisation (category);
CREATE INDEX organisation_parent ON organisation (parent);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    family TEXT NOT NULL,
    given TEXT,
    civility TEXT,
    language TEXT,
    email TEXT COLLATE NOCASE,
    phone TEXT,
    needs TEXT,
    note TEXT,
    consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
    keep_until TEXT CHECK (date(keep_until, '+0 days') IS keep_until),
    merged_into INTEGER REFERENCES person (id),
    sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_sort ON person (sort_key, id);
CREATE INDEX person_email ON person (email) WHERE email IS NOT NULL;
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE affiliation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    function TEXT,
    "from" TEXT CHECK (date("from", '+0 days') IS "from"),
    "to" TEXT CHECK (date("to", '+0 days') IS "to"),
    main INTEGER NOT NULL CHECK (main IN (0, 1))
) STRICT;
CREATE INDEX affiliation_person ON affiliation (person);
CREATE INDEX affiliation_organisation ON affiliation (organisation);

CREATE TABLE venue (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    address TEXT,
    geo TEXT,
    access TEXT
) STRICT;

CREATE TABLE room (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    venue INTEGER NOT NULL REFERENCES venue (id),
    name TEXT NOT NULL,
    seats INTEGER CHECK (seats >= 0),
    UNIQUE (venue, name)
) STRICT;

CREATE TABLE working_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    theme TEXT,
    description TEXT,
    chair INTEGER REFERENCES person (id),
    zone TEXT,
    room INTEGER REFERENCES room (id),
    seats INTEGER CHECK (seats >= 0),
    duration INTEGER CHECK (duration > 0),
    colour TEXT
) STRICT;
CREATE INDEX working_group_chair ON working_group (chair) WHERE chair IS NOT NULL;
CREATE INDEX working_group_room ON working_group (room) WHERE room IS NOT NULL;

CREATE TABLE membership (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    "group" INTEGER NOT NULL REFERENCES working_group (id),
    person INTEGER NOT NULL REFERENCES person (id),
    organisation INTEGER REFERENCES organisation (id),
    role INTEGER NOT NULL REFERENCES membership_role (number),
    alternate_of INTEGER REFERENCES person (id),
    "from" TEXT CHECK (date("from", '+0 days') IS "from"),
    "to" TEXT CHECK (date("to", '+0 days') IS "to")
) STRICT;
CREATE INDEX membership_group ON membership ("group", person);
CREATE INDEX membership_person ON membership (person);
CREATE INDEX membership_organisation ON membership (organisation)
    WHERE organisation IS NOT NULL;
CREATE INDEX membership_alternate_of ON membership (alternate_of)
    WHERE alternate_of IS NOT NULL;

-- How many people of a category a meeting of the group asks for.
CREATE TABLE quorum (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    "group" INTEGER NOT NULL REFERENCES working_group (id),
    category INTEGER REFERENCES category (id), -- nothing: of everybody
    people INTEGER NOT NULL CHECK (people >= 1)
) STRICT;
CREATE UNIQUE INDEX quorum_once ON quorum ("group", coalesce(category, 0));
CREATE INDEX quorum_category ON quorum (category) WHERE category IS NOT NULL;

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    "group" INTEGER NOT NULL REFERENCES working_group (id),
    number INTEGER,
    title TEXT NOT NULL,
    description TEXT,
    start TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', start, '+0 days') IS start),
    "end" TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', "end", '+0 days') IS "end"),
    zone TEXT NOT NULL,
    room INTEGER REFERENCES room (id),
    place TEXT,
    link TEXT,
    mode INTEGER NOT NULL REFERENCES meeting_mode (number),
    state INTEGER NOT NULL REFERENCES meeting_state (number),
    reason TEXT,
    seats INTEGER CHECK (seats >= 0),
    opens TEXT CHECK (date(opens, '+0 days') IS opens),
    closes TEXT CHECK (date(closes, '+0 days') IS closes),
    approval INTEGER NOT NULL CHECK (approval IN (0, 1)),
    waiting_list INTEGER NOT NULL REFERENCES waiting_list (number),
    series INTEGER,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    ics_uid TEXT NOT NULL UNIQUE,
    ics_sequence INTEGER NOT NULL CHECK (ics_sequence >= 0),
    undecided INTEGER CHECK (undecided = 1), -- 1 or nothing, as are all marks
    needs_room INTEGER CHECK (needs_room = 1),
    UNIQUE ("group", number),
    CHECK (end_at > start_at)
) STRICT;
CREATE INDEX meeting_start ON meeting (start_at, id);
CREATE INDEX meeting_group_start ON meeting ("group", start_at, id);
CREATE INDEX meeting_room ON meeting (room, start_at) WHERE room IS NOT NULL;
-- What the first screen looks through for decisions: only meetings that are not over
-- with, and of each what is compared.
CREATE INDEX meeting_open ON meeting (start_at, id, end_at, room, seats, mode)
    WHERE undecided = 1;

-- The zones that meetings were planned in, and which of their rules the instants follow:
-- a fingerprint, nothing until somebody has compared them.  Never in the journal.
CREATE TABLE zone_rule (
    zone TEXT PRIMARY KEY,
    fingerprint INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE slot (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    label TEXT NOT NULL,
    start TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', start, '+0 days') IS start),
    "end" TEXT NOT NULL CHECK (strftime('%Y-%m-%d %H:%M', "end", '+0 days') IS "end")
) STRICT;
CREATE INDEX slot_meeting ON slot (meeting, start);

CREATE TABLE workshop (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    title TEXT NOT NULL,
    seats INTEGER CHECK (seats >= 0)
) STRICT;
CREATE INDEX workshop_meeting ON workshop (meeting);

CREATE TABLE registration (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    person INTEGER NOT NULL REFERENCES person (id),
    organisation INTEGER REFERENCES organisation (id),
    family TEXT NOT NULL,
    given TEXT,
    organisation_name TEXT,
    function TEXT,
    category INTEGER REFERENCES category (id),
    role INTEGER NOT NULL REFERENCES registration_role (number),
    state INTEGER NOT NULL REFERENCES registration_state (number),
    previous_state INTEGER NOT NULL REFERENCES registration_state (number),
    source INTEGER NOT NULL REFERENCES registration_source (number),
    rank INTEGER,
    offer_until INTEGER,
    substitute_for INTEGER REFERENCES registration (id),
    excuse TEXT,
    note TEXT,
    sort_key TEXT NOT NULL,
    live INTEGER CHECK (live = 1),
    UNIQUE (person, meeting, live) -- rule 1: one live registration at a meeting
) STRICT;
-- Who waits, and the next rank: whoever waited once keeps theirs.
CREATE INDEX registration_rank ON registration (meeting, rank, id) WHERE rank IS NOT NULL;
CREATE INDEX registration_meeting ON registration (meeting, sort_key, id);
CREATE INDEX registration_organisation ON registration (organisation, meeting, state)
    WHERE organisation IS NOT NULL;
CREATE INDEX registration_substitute ON registration (substitute_for)
    WHERE substitute_for IS NOT NULL;

CREATE TABLE presence (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    registration INTEGER NOT NULL REFERENCES registration (id),
    slot INTEGER NOT NULL REFERENCES slot (id),
    kind INTEGER NOT NULL REFERENCES presence_kind (number),
    at INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    means TEXT,
    reason TEXT,
    annuls INTEGER CHECK (annuls = 1)
) STRICT;
CREATE INDEX presence_registration ON presence (registration, slot);
CREATE INDEX presence_slot ON presence (slot);

CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    login TEXT NOT NULL UNIQUE,
    name TEXT,
    role INTEGER NOT NULL REFERENCES staff_role (number)
) STRICT;

-- So many seats at most, or so many held, and for whom.
CREATE TABLE seat_limit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    workshop INTEGER REFERENCES workshop (id), -- nothing: of the meeting itself
    scope INTEGER NOT NULL REFERENCES seat_limit_scope (number),
    category INTEGER REFERENCES category (id),
    organisation INTEGER REFERENCES organisation (id),
    kind INTEGER NOT NULL REFERENCES seat_limit_kind (number),
    people INTEGER NOT NULL CHECK (people >= 0),
    until TEXT CHECK (date(until, '+0 days') IS until),
    CHECK (category IS NULL OR organisation IS NULL)
) STRICT;
-- One of each kind for the same people.
CREATE UNIQUE INDEX seat_limit_once ON seat_limit (
    meeting, coalesce(workshop, 0), kind, scope, coalesce(category, 0),
    coalesce(organisation, 0)
);
CREATE INDEX seat_limit_workshop ON seat_limit (workshop) WHERE workshop IS NOT NULL;
CREATE INDEX seat_limit_category ON seat_limit (category) WHERE category IS NOT NULL;
CREATE INDEX seat_limit_organisation ON seat_limit (organisation)
    WHERE organisation IS NOT NULL;

-- Whether a registration takes a seat is data (rule 2): the states and roles that do.
CREATE TABLE seat_rule (
    state INTEGER NOT NULL REFERENCES registration_state (number),
    role INTEGER NOT NULL REFERENCES registration_role (number),
    PRIMARY KEY (state, role)
) STRICT, WITHOUT ROWID;

INSERT INTO seat_rule (state, role)
SELECT s.number, r.number FROM registration_state s, registration_role r
WHERE s.name IN ('offered', 'accepted') AND r.name = 'participant';

-- How many people there are of each kind: what every screen shows is added up from here
-- and counted nowhere else.  Written with each registration, a kind without people has no
-- row; never in the journal.
CREATE TABLE head_count (
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    workshop INTEGER NOT NULL, -- 0: the meeting itself
    state INTEGER NOT NULL REFERENCES registration_state (number),
    role INTEGER NOT NULL REFERENCES registration_role (number),
    category INTEGER NOT NULL, -- 0: of none
    people INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (meeting, workshop, state, role, category)
) STRICT, WITHOUT ROWID;
-- Where anybody is in a state, as few are: who waits, who is offered a seat.
CREATE INDEX head_count_state ON head_count (state, meeting);

CREATE TRIGGER registration_stays BEFORE UPDATE OF meeting, person ON registration
WHEN OLD.meeting IS NOT NEW.meeting OR OLD.person IS NOT NEW.person
BEGIN
    SELECT RAISE(ABORT, 'a registration stays with its meeting and its person');
END;

-- What the office decided for all: one row of settings, a line each.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT
) STRICT;

-- What a form held when the line dropped.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    staff TEXT NOT NULL,
    screen TEXT NOT NULL,
    entity TEXT NOT NULL,
    row INTEGER NOT NULL,
    fields TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (staff, screen, entity, row)
) STRICT;

-- --- the journal: who did what, when, and how to take it back (rule 9)

-- The nouns by the numbers that the journal knows them by.  A number stays.
CREATE TABLE entity (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO entity (number, name) VALUES
    (1, 'category'), (2, 'organisation'), (3, 'person'), (4, 'affiliation'),
    (5, 'working_group'), (6, 'membership'), (7, 'venue'), (8, 'room'), (9, 'meeting'),
    (10, 'slot'), (11, 'registration'), (12, 'presence'), (13, 'staff'), (14, 'setting'),
    (15, 'seat_limit'), (16, 'workshop'), (17, 'quorum');

-- One row for each act.  Which rows it changed stands in `rows`, a JSON list of noun,
-- first id, last id; NULL when it is the one row that it was about.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff TEXT NOT NULL,
    act TEXT NOT NULL,
    entity INTEGER REFERENCES entity (number), -- the noun that it was about, if one
    row INTEGER,
    summary TEXT,
    rows TEXT,
    undoes INTEGER REFERENCES journal (id),
    redoes INTEGER REFERENCES journal (id),
    undone_by INTEGER REFERENCES journal (id),
    CHECK ((entity IS NULL) = (row IS NULL)),
    CHECK (undoes < id),
    CHECK (redoes < id),
    CHECK (undone_by > id)
) STRICT;

-- What a login did, the last first.
CREATE INDEX journal_staff ON journal (staff, id);

-- When instants followed new rules of a zone: the first screen tells it for some days.
CREATE INDEX journal_recompute ON journal (at) WHERE act = 'meeting.recompute';

-- One row for each row that an act changed: what stood there before it in the fields that
-- it changed, or in all of them when it removed the row, as a JSON object; and a hash of
-- the row as the act left it (row_image.h), NULL when nobody knows it.  What stood there
-- afterwards is what the next act replaced, or the row itself.
CREATE TABLE journal_change (
    entity INTEGER NOT NULL REFERENCES entity (number),
    row INTEGER NOT NULL,
    journal INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- added, changed, removed
    leaves INTEGER NOT NULL CHECK (leaves IN (0, 1)), -- a row that it concerned
    before TEXT,
    hash INTEGER,
    PRIMARY KEY (entity, row, journal)
) STRICT, WITHOUT ROWID;

-- Rows that were removed, or came to belong to another: those they belonged to tell it, too.
CREATE INDEX journal_change_left ON journal_change (entity, row) WHERE leaves = 1;

-- Why it was done, question by question.
CREATE TABLE journal_reason (
    journal INTEGER NOT NULL,
    question TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (journal, question)
) STRICT, WITHOUT ROWID;

-- For people who read the file with sqlite3.
CREATE VIEW journal_view AS
SELECT j.id, datetime(j.at, 'unixepoch') AS at, j.staff, j.act, e.name AS entity, j.row,
       j.summary,
       (SELECT group_concat(CASE WHEN several AND question <> 'reason'
                                 THEN question || ': ' || text ELSE text END, '; ')
        FROM (SELECT question, text, count(*) OVER () > 1 AS several FROM journal_reason
              WHERE journal = j.id ORDER BY question DESC)) AS reason,
       j.undoes, j.redoes, j.undone_by
FROM journal j LEFT JOIN entity e ON e.number = j.entity;

CREATE TRIGGER journal_keeps_what_happened
BEFORE UPDATE OF id, at, staff, act, entity, row, summary, rows, undoes, redoes ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_is_undone_once
BEFORE UPDATE OF undone_by ON journal
WHEN OLD.undone_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an act is undone once');
END;

CREATE TRIGGER journal_keeps_every_entry
BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

-- Until its entry is written, an act may still add to what it changed.
CREATE TRIGGER journal_change_keeps_what_happened
BEFORE UPDATE ON journal_change
WHEN EXISTS (SELECT 1 FROM journal WHERE id = OLD.journal)
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_change_keeps_every_entry
BEFORE DELETE ON journal_change
WHEN EXISTS (SELECT 1 FROM journal WHERE id = OLD.journal)
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_reason_keeps_what_happened
BEFORE UPDATE ON journal_reason
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_reason_keeps_every_entry
BEFORE DELETE ON journal_reason
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

-- --- what people, organisations, groups, meetings, venues and rooms are found by

CREATE VIRTUAL TABLE search USING fts5 (
    words, row UNINDEXED, tokenize = 'trigram case_sensitive 1', columnsize = 0
);

-- Where a row stands in it.
CREATE TABLE search_rank (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (entity, row)
) STRICT, WITHOUT ROWID;

-- --- for people who read the file with sqlite3

CREATE VIEW membership_view AS
SELECT m.id, m.rev, m."group", m.person, m.organisation, r.name AS role, m.alternate_of,
       m."from", m."to"
FROM membership m JOIN membership_role r ON r.number = m.role;

CREATE VIEW meeting_view AS
SELECT m.id, m.rev, m."group", m.number, m.title, m.start, m."end", m.zone, m.room, m.place,
       o.name AS mode, s.name AS state, m.reason, m.seats, m.opens, m.closes, m.approval,
       w.name AS waiting_list, m.ics_uid, m.ics_sequence
FROM meeting m JOIN meeting_mode o ON o.number = m.mode
JOIN meeting_state s ON s.number = m.state
JOIN waiting_list w ON w.number = m.waiting_list;

CREATE VIEW registration_view AS
SELECT r.id, r.rev, r.meeting, r.person, r.organisation, r.family, r.given,
       r.organisation_name, r.function, r.category, o.name AS role, s.name AS state,
       p.name AS previous_state, c.name AS source, r.rank, r.offer_until, r.substitute_for, r.excuse, r.note, r.live
FROM registration r JOIN registration_role o ON o.number = r.role
JOIN registration_state s ON s.number = r.state
JOIN registration_state p ON p.number = r.previous_state
JOIN registration_source c ON c.number = r.source;

CREATE VIEW presence_view AS
SELECT p.id, p.rev, p.registration, p.slot, k.name AS kind,
       datetime(p.at, 'unixepoch') AS at, p."by", p.means, p.reason
FROM presence p JOIN presence_kind k ON k.number = p.kind;

CREATE VIEW staff_view AS
SELECT s.id, s.rev, s.login, s.name, r.name AS role
FROM staff s JOIN staff_role r ON r.number = s.role;

CREATE VIEW seat_limit_view AS
SELECT l.id, l.rev, l.meeting, l.workshop, s.name AS scope, l.category, l.organisation,
       k.name AS kind, l.people, l.until
FROM seat_limit l JOIN seat_limit_scope s ON s.number = l.scope
JOIN seat_limit_kind k ON k.number = l.kind;

CREATE VIEW head_count_view AS
SELECT h.meeting, h.workshop, s.name AS state, r.name AS role, c.name AS category,
       h.people, t.state IS NOT NULL AS takes_seat
FROM head_count h JOIN registration_state s ON s.number = h.state
JOIN registration_role r ON r.number = h.role LEFT JOIN category c ON c.id = h.category
LEFT JOIN seat_rule t ON t.state = h.state AND t.role = h.role;

CREATE VIEW seat_view AS
SELECT m.id AS meeting, m.seats, coalesce(sum(h.people) FILTER (WHERE h.takes_seat), 0)
       AS taken
FROM meeting m LEFT JOIN head_count_view h ON h.meeting = m.id AND h.workshop = 0
GROUP BY m.id;
