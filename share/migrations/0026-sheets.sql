-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0026-sheets.sql - the attendance sheets that were printed, and of what
--
-- The slot is a number alone: one that is removed since stood on the sheet all the same.

INSERT INTO entity (number, name) VALUES (27, 'sheet');

CREATE TABLE sheet (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    slot INTEGER NOT NULL CHECK (slot >= 0), -- 0: every slot has a column
    hash INTEGER NOT NULL,
    UNIQUE (meeting, version)
) STRICT;
