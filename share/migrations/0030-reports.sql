-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0030-reports.sql - what was said at meetings, entry by entry, and what became final
--
-- A report has its row from its first entry on.  Entries belong to their meeting; their
-- places leave room between them, so that one that moves is written alone.

INSERT INTO entity (number, name) VALUES (30, 'report'), (31, 'report_entry');

CREATE TABLE report_state (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO report_state (number, name) VALUES
    (0, 'draft'), (1, 'circulated'), (2, 'final');

CREATE TABLE report_entry_kind (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO report_entry_kind (number, name) VALUES
    (0, 'finding'), (1, 'question'), (2, 'attention'), (3, 'quote'),
    (4, 'recommendation'), (5, 'decision'), (6, 'conclusion'), (7, 'remark');

CREATE TABLE report_entry_state (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO report_entry_state (number, name) VALUES
    (0, 'open'), (1, 'done'), (2, 'dropped');

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL UNIQUE REFERENCES meeting (id),
    state INTEGER NOT NULL REFERENCES report_state (number),
    version INTEGER NOT NULL CHECK (version >= 1),
    number INTEGER CHECK (number >= 1), -- within its group, from the first final version on
    final_at INTEGER,
    approved_at INTEGER REFERENCES meeting (id), -- a later meeting of the group
    note TEXT
) STRICT;
CREATE INDEX report_approved_at ON report (approved_at) WHERE approved_at IS NOT NULL;

-- What was made final, kept as it stood: written once, and again where the same version
-- is made final anew after an undo.
CREATE TABLE report_edition (
    report INTEGER NOT NULL, -- a number alone: an undo may take the report away
    version INTEGER NOT NULL CHECK (version >= 1),
    final_at INTEGER NOT NULL,
    final_by TEXT NOT NULL,
    language TEXT NOT NULL,
    document TEXT NOT NULL, -- the report in its last words
    pdf BLOB,
    sha256 TEXT, -- of the pdf, hexadecimal
    PRIMARY KEY (report, version)
) STRICT;

CREATE TABLE report_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    place INTEGER NOT NULL,
    indent INTEGER NOT NULL CHECK (indent BETWEEN 0 AND 3),
    kind INTEGER NOT NULL REFERENCES report_entry_kind (number),
    text TEXT NOT NULL,
    workshop INTEGER REFERENCES workshop (id),
    item INTEGER REFERENCES item (id),
    project INTEGER REFERENCES project (id),
    owner_person INTEGER REFERENCES person (id),
    owner_organisation INTEGER REFERENCES organisation (id),
    said_by TEXT,
    due TEXT,
    state INTEGER NOT NULL REFERENCES report_entry_state (number),
    reason TEXT,
    settled_at INTEGER REFERENCES meeting (id) -- at which it is told of
) STRICT;
CREATE INDEX report_entry_meeting ON report_entry (meeting, place);
CREATE INDEX report_entry_workshop ON report_entry (workshop) WHERE workshop IS NOT NULL;
CREATE INDEX report_entry_item ON report_entry (item) WHERE item IS NOT NULL;
CREATE INDEX report_entry_project ON report_entry (project) WHERE project IS NOT NULL;
CREATE INDEX report_entry_person ON report_entry (owner_person)
    WHERE owner_person IS NOT NULL;
CREATE INDEX report_entry_organisation ON report_entry (owner_organisation)
    WHERE owner_organisation IS NOT NULL;
CREATE INDEX report_entry_settled_at ON report_entry (settled_at)
    WHERE settled_at IS NOT NULL;
-- What is to be done: recommendations and decisions that are open.
CREATE INDEX report_entry_open ON report_entry (due) WHERE state = 0 AND kind IN (4, 5);
