-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0002-journal.sql - who did what, when, and how to take it back (rule 9)
--
-- One row for each operation.  Its changeset holds the old and new value of
-- every column that it changed: read forwards it is the history of a row,
-- inverted it is the undo.  Nothing here is ever changed or removed, but that
-- an undo notes itself in the entry that it undid.

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff TEXT NOT NULL,
    act TEXT NOT NULL,
    entity TEXT,               -- the noun that it was about, if one
    row INTEGER,
    summary TEXT,
    reason TEXT,
    undoes INTEGER REFERENCES journal (id),
    undone_by INTEGER REFERENCES journal (id),
    changeset BLOB NOT NULL,
    CHECK ((entity IS NULL) = (row IS NULL)),
    CHECK (undoes < id),
    CHECK (undone_by > id)
) STRICT;

-- What a login could undo next; an entry leaves it when it is undone.  How the
-- database began is no slip of a hand, and nobody undoes the ground they stand on.
CREATE INDEX journal_undoable ON journal (staff, id)
    WHERE undoes IS NULL AND undone_by IS NULL
        AND act NOT IN ('database.create', 'database.restore', 'sample.fill');

-- The rows that an entry changed, and those that it only concerned: the
-- meeting and the person of a registration.  The key keeps the newest fifty
-- of a row together, whatever else was written between them.
CREATE TABLE journal_row (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL,
    journal INTEGER NOT NULL,
    changed INTEGER NOT NULL CHECK (changed IN (0, 1)),
    PRIMARY KEY (entity, row, journal)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_keeps_what_happened
BEFORE UPDATE OF id, at, staff, act, entity, row, summary, reason, undoes, changeset
ON journal
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

CREATE TRIGGER journal_row_keeps_what_happened
BEFORE UPDATE ON journal_row
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_row_keeps_every_entry
BEFORE DELETE ON journal_row
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;
