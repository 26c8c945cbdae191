-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0012-import-headings.sql - what a person said of a file's columns holds for the next file
-- with the same headings
--
-- A convenience, not what people typed of anybody: never in the journal, an undo of the
-- import leaves it, and it may be forgotten at any time.

CREATE TABLE import_heading (
    headings TEXT PRIMARY KEY, -- folded, a line each
    holds TEXT NOT NULL,       -- what each column holds, a word a line
    set_at INTEGER NOT NULL,
    set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
