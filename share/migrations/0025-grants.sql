-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0025-grants.sql - for which groups the role of a colleague counts
--
-- Who has none here has the role for all groups.

INSERT INTO entity (number, name) VALUES (26, 'grant');

CREATE TABLE "grant" (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff (id),
    "group" INTEGER NOT NULL REFERENCES working_group (id),
    UNIQUE (staff, "group")
) STRICT;
CREATE INDEX grant_group ON "grant" ("group");
