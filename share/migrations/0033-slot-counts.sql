-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0033-slot-counts.sql - how many people came to each slot
--
-- The figures at the door.  They were counted from the marks after each of them, so that
-- the last to come cost a hundred times as much as the first.  Each person of a slot is
-- counted once, under whichever registrations; a slot without marks has no row.

CREATE TABLE presence_slot_count (
    slot INTEGER PRIMARY KEY REFERENCES slot (id) ON DELETE CASCADE,
    present INTEGER NOT NULL CHECK (present >= 0),
    remote INTEGER NOT NULL CHECK (remote >= 0),
    inside INTEGER NOT NULL CHECK (inside >= 0),
    signatures INTEGER NOT NULL CHECK (signatures >= 0),
    excused INTEGER NOT NULL CHECK (excused >= 0),
    absent INTEGER NOT NULL CHECK (absent >= 0)
) STRICT;

-- As in 0028: 0 present, 1 left, 2 signed, 3 excused, 4 absent, 5 annulled.
INSERT INTO presence_slot_count
WITH mark AS (
    SELECT p.slot,
           coalesce(max(p.id) FILTER (WHERE p.kind IN (0, 1, 2)), 0) AS there,
           coalesce(max(p.id) FILTER (WHERE p.remote = 1), 0) AS remote,
           coalesce(max(p.id) FILTER (WHERE p.kind = 1), 0) AS gone,
           coalesce(max(p.id) FILTER (WHERE p.kind = 2), 0) AS signed,
           coalesce(max(p.id) FILTER (WHERE p.kind = 3), 0) AS excused,
           coalesce(max(p.id) FILTER (WHERE p.kind = 4), 0) AS absent,
           coalesce(max(p.id) FILTER (WHERE p.kind = 5), 0) AS annulled
    FROM presence p CROSS JOIN registration r ON r.id = p.registration
    GROUP BY p.slot, r.person)
SELECT slot, sum(there > annulled), sum(there > annulled AND remote = there),
       sum(there > max(annulled, gone)), sum(signed > annulled),
       sum(excused > max(annulled, absent) AND there <= annulled),
       sum(absent > max(annulled, excused) AND there <= annulled)
FROM mark GROUP BY slot;
