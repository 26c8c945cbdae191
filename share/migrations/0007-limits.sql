-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0007-limits.sql - quotas: so many seats of a meeting at most, or so many held, for whom
INSERT INTO entity (number, name) VALUES (15, 'seat_limit');

CREATE TABLE seat_limit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    scope TEXT NOT NULL CHECK (scope IN ('category', 'organisation', 'each-organisation')),
    category INTEGER REFERENCES category (id),
    organisation INTEGER REFERENCES organisation (id),
    kind TEXT NOT NULL CHECK (kind IN ('most', 'hold')),
    people INTEGER NOT NULL CHECK (people >= 0),
    until TEXT CHECK (date(until, '+0 days') IS until),
    CHECK ((scope = 'category') = (category IS NOT NULL)),
    CHECK ((scope = 'organisation') = (organisation IS NOT NULL)),
    CHECK (kind = 'hold' OR until IS NULL),
    CHECK (kind = 'most' OR scope <> 'each-organisation')
) STRICT;
-- One of each kind for the same people.
CREATE UNIQUE INDEX seat_limit_once ON seat_limit (
    meeting, kind, scope, coalesce(category, 0), coalesce(organisation, 0)
);
CREATE INDEX seat_limit_category ON seat_limit (category) WHERE category IS NOT NULL;
CREATE INDEX seat_limit_organisation ON seat_limit (organisation)
    WHERE organisation IS NOT NULL;
