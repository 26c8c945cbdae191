-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0006-begins-anew.sql - everything that a new database begins with
--
-- Files of the steps before it are copied into one that begins here, row by row
-- and field by field; see maintenance_upgrade.c.
--
-- A column has the name of its field.  Local times are wall clock texts beside a
-- zone; the instants derived from them are seconds since 1970.  A day is checked
-- by adding no days to it: date() leaves the 30th of February as it is, but turns
-- it into March when it calculates.  An id is never given twice, for people write
-- it down, and the journal brings a removed row back under its own.

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
    role TEXT NOT NULL CHECK (role IN ('member', 'chair', 'alternate', 'observer')),
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
    mode TEXT NOT NULL CHECK (mode IN ('on-site', 'remote', 'hybrid')),
    state TEXT NOT NULL CHECK (
        state IN ('draft', 'confirmed', 'postponed', 'cancelled', 'held', 'closed')),
    reason TEXT,
    seats INTEGER CHECK (seats >= 0),
    opens TEXT CHECK (date(opens, '+0 days') IS opens),
    closes TEXT CHECK (date(closes, '+0 days') IS closes),
    approval INTEGER NOT NULL CHECK (approval IN (0, 1)),
    waiting_list TEXT NOT NULL CHECK (waiting_list IN ('none', 'propose', 'automatic')),
    series INTEGER,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    ics_uid TEXT NOT NULL UNIQUE,
    ics_sequence INTEGER NOT NULL CHECK (ics_sequence >= 0),
    UNIQUE ("group", number),
    CHECK (end_at > start_at)
) STRICT;
CREATE INDEX meeting_start ON meeting (start_at, id);
CREATE INDEX meeting_group_start ON meeting ("group", start_at, id);
CREATE INDEX meeting_room ON meeting (room, start_at) WHERE room IS NOT NULL;
-- What the first screen looks through for decisions: only meetings that are not over
-- with, and of each what is compared.
CREATE INDEX meeting_open ON meeting (start_at, id, end_at, room, seats, mode)
    WHERE state IN ('draft', 'confirmed');

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
    role TEXT NOT NULL CHECK (role IN ('participant', 'speaker', 'staff')),
    state TEXT NOT NULL CHECK (
        state IN ('invited', 'pending', 'waiting', 'offered', 'accepted', 'declined',
                  'excused', 'refused', 'lapsed', 'withdrawn', 'substituted')),
    previous_state TEXT NOT NULL CHECK (
        previous_state IN ('invited', 'pending', 'waiting', 'offered', 'accepted',
                           'declined', 'excused', 'refused', 'lapsed', 'withdrawn',
                           'substituted')),
    source TEXT NOT NULL CHECK (source IN ('desk', 'convened', 'import', 'door', 'mail')),
    rank INTEGER,
    offer_until INTEGER,
    substitute_for INTEGER REFERENCES registration (id),
    excuse TEXT,
    note TEXT,
    sort_key TEXT NOT NULL
) STRICT;
-- Rule 1: one live registration for a person at a meeting.
CREATE UNIQUE INDEX registration_live ON registration (person, meeting)
    WHERE state IN ('invited', 'pending', 'waiting', 'offered', 'accepted');
CREATE INDEX registration_meeting ON registration (meeting, sort_key, id);
CREATE INDEX registration_person ON registration (person, meeting);
CREATE INDEX registration_organisation ON registration (organisation)
    WHERE organisation IS NOT NULL;
CREATE INDEX registration_substitute ON registration (substitute_for)
    WHERE substitute_for IS NOT NULL;

CREATE TABLE presence (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    registration INTEGER NOT NULL REFERENCES registration (id),
    slot INTEGER NOT NULL REFERENCES slot (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('present', 'left', 'signed', 'excused', 'absent', 'annulled')),
    at INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    means TEXT,
    reason TEXT
) STRICT;
CREATE INDEX presence_registration ON presence (registration, slot);
CREATE INDEX presence_slot ON presence (slot);

CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    login TEXT NOT NULL UNIQUE,
    name TEXT,
    role TEXT NOT NULL CHECK (
        role IN ('reader', 'door', 'desk', 'organiser', 'administrator'))
) STRICT;

-- Whether a registration takes a seat is data (rule 2).
CREATE TABLE seat_rule (
    state TEXT NOT NULL,
    role TEXT NOT NULL,
    takes INTEGER NOT NULL CHECK (takes IN (0, 1)),
    PRIMARY KEY (state, role)
) STRICT, WITHOUT ROWID;

INSERT INTO seat_rule (state, role, takes)
SELECT state.column1, role.column1,
       state.column1 IN ('offered', 'accepted') AND role.column1 = 'participant'
FROM (VALUES ('invited'), ('pending'), ('waiting'), ('offered'), ('accepted'), ('declined'),
             ('excused'), ('refused'), ('lapsed'), ('withdrawn'), ('substituted')) AS state,
     (VALUES ('participant'), ('speaker'), ('staff')) AS role;

-- How many people of a meeting are in each state: what every screen shows is
-- read here and counted nowhere else.  Derived: never in the journal, and right
-- again after an undo because the triggers run then too.
CREATE TABLE meeting_count (
    meeting INTEGER PRIMARY KEY,
    taken INTEGER NOT NULL DEFAULT 0,
    invited INTEGER NOT NULL DEFAULT 0,
    pending INTEGER NOT NULL DEFAULT 0,
    waiting INTEGER NOT NULL DEFAULT 0,
    offered INTEGER NOT NULL DEFAULT 0,
    accepted INTEGER NOT NULL DEFAULT 0,
    declined INTEGER NOT NULL DEFAULT 0,
    excused INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    lapsed INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    substituted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- An undo may bring the registrations of a meeting back before the meeting.
CREATE TRIGGER meeting_count_begins AFTER INSERT ON meeting
BEGIN
    INSERT INTO meeting_count
    SELECT NEW.id, count(*) FILTER (WHERE takes),
           count(*) FILTER (WHERE state = 'invited'),
           count(*) FILTER (WHERE state = 'pending'),
           count(*) FILTER (WHERE state = 'waiting'),
           count(*) FILTER (WHERE state = 'offered'),
           count(*) FILTER (WHERE state = 'accepted'),
           count(*) FILTER (WHERE state = 'declined'),
           count(*) FILTER (WHERE state = 'excused'),
           count(*) FILTER (WHERE state = 'refused'),
           count(*) FILTER (WHERE state = 'lapsed'),
           count(*) FILTER (WHERE state = 'withdrawn'),
           count(*) FILTER (WHERE state = 'substituted')
    FROM registration JOIN seat_rule USING (state, role) WHERE meeting = NEW.id;
END;

CREATE TRIGGER meeting_count_ends AFTER DELETE ON meeting
BEGIN
    DELETE FROM meeting_count WHERE meeting = OLD.id;
END;

CREATE TRIGGER meeting_count_adds AFTER INSERT ON registration
BEGIN
    UPDATE meeting_count SET
        taken = taken + (SELECT takes FROM seat_rule
                         WHERE state = NEW.state AND role = NEW.role),
        invited = invited + (NEW.state = 'invited'),
        pending = pending + (NEW.state = 'pending'),
        waiting = waiting + (NEW.state = 'waiting'),
        offered = offered + (NEW.state = 'offered'),
        accepted = accepted + (NEW.state = 'accepted'),
        declined = declined + (NEW.state = 'declined'),
        excused = excused + (NEW.state = 'excused'),
        refused = refused + (NEW.state = 'refused'),
        lapsed = lapsed + (NEW.state = 'lapsed'),
        withdrawn = withdrawn + (NEW.state = 'withdrawn'),
        substituted = substituted + (NEW.state = 'substituted')
    WHERE meeting = NEW.meeting;
END;

CREATE TRIGGER meeting_count_removes AFTER DELETE ON registration
BEGIN
    UPDATE meeting_count SET
        taken = taken - (SELECT takes FROM seat_rule
                         WHERE state = OLD.state AND role = OLD.role),
        invited = invited - (OLD.state = 'invited'),
        pending = pending - (OLD.state = 'pending'),
        waiting = waiting - (OLD.state = 'waiting'),
        offered = offered - (OLD.state = 'offered'),
        accepted = accepted - (OLD.state = 'accepted'),
        declined = declined - (OLD.state = 'declined'),
        excused = excused - (OLD.state = 'excused'),
        refused = refused - (OLD.state = 'refused'),
        lapsed = lapsed - (OLD.state = 'lapsed'),
        withdrawn = withdrawn - (OLD.state = 'withdrawn'),
        substituted = substituted - (OLD.state = 'substituted')
    WHERE meeting = OLD.meeting;
END;

-- A registration never goes to another meeting.
CREATE TRIGGER meeting_count_moves AFTER UPDATE OF state, role ON registration
WHEN OLD.state IS NOT NEW.state OR OLD.role IS NOT NEW.role
BEGIN
    UPDATE meeting_count SET
        taken = taken
            + (SELECT takes FROM seat_rule WHERE state = NEW.state AND role = NEW.role)
            - (SELECT takes FROM seat_rule WHERE state = OLD.state AND role = OLD.role),
        invited = invited + (NEW.state = 'invited') - (OLD.state = 'invited'),
        pending = pending + (NEW.state = 'pending') - (OLD.state = 'pending'),
        waiting = waiting + (NEW.state = 'waiting') - (OLD.state = 'waiting'),
        offered = offered + (NEW.state = 'offered') - (OLD.state = 'offered'),
        accepted = accepted + (NEW.state = 'accepted') - (OLD.state = 'accepted'),
        declined = declined + (NEW.state = 'declined') - (OLD.state = 'declined'),
        excused = excused + (NEW.state = 'excused') - (OLD.state = 'excused'),
        refused = refused + (NEW.state = 'refused') - (OLD.state = 'refused'),
        lapsed = lapsed + (NEW.state = 'lapsed') - (OLD.state = 'lapsed'),
        withdrawn = withdrawn + (NEW.state = 'withdrawn') - (OLD.state = 'withdrawn'),
        substituted = substituted + (NEW.state = 'substituted')
                                  - (OLD.state = 'substituted')
    WHERE meeting = NEW.meeting;
END;

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
    (10, 'slot'), (11, 'registration'), (12, 'presence'), (13, 'staff'), (14, 'setting');

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

-- One row for each row that an act changed: what stood there before it in the fields that
-- it changed, or in all of them when it removed the row, as a JSON object; and a hash of
-- the row as the act left it (row_image.h), NULL when nobody knows it.  What stood there
-- afterwards is what the next act replaced, or the row itself.
CREATE TABLE journal_change (
    entity INTEGER NOT NULL REFERENCES entity (number),
    row INTEGER NOT NULL,
    journal INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)), -- added, changed, removed
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

-- Rows whose words have to be made anew before the transaction ends.  FTS5
-- may not be written by triggers while the schema is not trusted, so these
-- only take note, and the program writes the words: nobody who changes a row
-- can forget it, not even an undo.
CREATE TABLE search_due (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (entity, row)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER search_due_person_added AFTER INSERT ON person
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.id);
END;

CREATE TRIGGER search_due_person_changed
AFTER UPDATE OF family, given, email ON person
WHEN (OLD.family, OLD.given, OLD.email) IS NOT (NEW.family, NEW.given, NEW.email)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.id);
END;

CREATE TRIGGER search_due_person_removed AFTER DELETE ON person
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', OLD.id);
END;

CREATE TRIGGER search_due_affiliation_added AFTER INSERT ON affiliation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.person);
END;

CREATE TRIGGER search_due_affiliation_changed
AFTER UPDATE OF person, organisation, "to" ON affiliation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.person), ('person', OLD.person);
END;

CREATE TRIGGER search_due_affiliation_removed AFTER DELETE ON affiliation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', OLD.person);
END;

CREATE TRIGGER search_due_organisation_added AFTER INSERT ON organisation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('organisation', NEW.id);
END;

CREATE TRIGGER search_due_organisation_changed
AFTER UPDATE OF name, short_name, territory ON organisation
WHEN (OLD.name, OLD.short_name, OLD.territory)
    IS NOT (NEW.name, NEW.short_name, NEW.territory)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('organisation', NEW.id);
    INSERT OR IGNORE INTO search_due
        SELECT 'person', person FROM affiliation WHERE organisation = NEW.id;
END;

CREATE TRIGGER search_due_organisation_removed AFTER DELETE ON organisation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('organisation', OLD.id);
END;

CREATE TRIGGER search_due_working_group_added AFTER INSERT ON working_group
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('working_group', NEW.id);
END;

CREATE TRIGGER search_due_working_group_changed
AFTER UPDATE OF code, name, theme ON working_group
WHEN (OLD.code, OLD.name, OLD.theme) IS NOT (NEW.code, NEW.name, NEW.theme)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('working_group', NEW.id);
    INSERT OR IGNORE INTO search_due
        SELECT 'meeting', id FROM meeting WHERE "group" = NEW.id;
END;

CREATE TRIGGER search_due_working_group_removed AFTER DELETE ON working_group
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('working_group', OLD.id);
END;

CREATE TRIGGER search_due_meeting_added AFTER INSERT ON meeting
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('meeting', NEW.id);
END;

CREATE TRIGGER search_due_meeting_changed
AFTER UPDATE OF "group", number, title, start_at ON meeting
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('meeting', NEW.id);
END;

CREATE TRIGGER search_due_meeting_removed AFTER DELETE ON meeting
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('meeting', OLD.id);
END;

CREATE TRIGGER search_due_venue_added AFTER INSERT ON venue
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('venue', NEW.id);
END;

CREATE TRIGGER search_due_venue_changed AFTER UPDATE OF name, address ON venue
WHEN (OLD.name, OLD.address) IS NOT (NEW.name, NEW.address)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('venue', NEW.id);
    INSERT OR IGNORE INTO search_due SELECT 'room', id FROM room WHERE venue = NEW.id;
END;

CREATE TRIGGER search_due_venue_removed AFTER DELETE ON venue
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('venue', OLD.id);
END;

CREATE TRIGGER search_due_room_added AFTER INSERT ON room
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('room', NEW.id);
END;

CREATE TRIGGER search_due_room_changed AFTER UPDATE OF name, venue ON room
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('room', NEW.id);
END;

CREATE TRIGGER search_due_room_removed AFTER DELETE ON room
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('room', OLD.id);
END;
