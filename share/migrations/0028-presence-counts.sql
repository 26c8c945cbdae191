-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0028-presence-counts.sql - how many people were marked at each meeting, and as what
--
-- Each person of a meeting once, by the category and the state of their newest
-- registration, and with them the registrations that a newer one of the same person
-- replaced: head_count counts those, too.  So who was not marked is the difference, and a
-- registration without marks is written here not at all.  There is no slot: who was seen
-- in two is one person.

CREATE TABLE presence_count (
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    -- of presence_kind, what their marks in all slots come to; -1: replaced
    kind INTEGER NOT NULL CHECK (kind IN (-1, 0, 3, 4)),
    remote INTEGER NOT NULL CHECK (remote IN (0, 1)), -- in the room in no slot
    state INTEGER NOT NULL REFERENCES registration_state (number),
    category INTEGER NOT NULL, -- 0: of none
    people INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (meeting, kind, remote, state, category)
) STRICT, WITHOUT ROWID;

-- The marks of a registration are read from their index alone.
DROP INDEX presence_registration;
CREATE INDEX presence_registration ON presence (registration, slot, kind, remote);

-- As registration_organisation, of those whose organisation is none of ours.
CREATE INDEX registration_elsewhere ON registration (organisation_name, meeting, state)
    WHERE organisation IS NULL;

INSERT INTO presence_count (meeting, kind, remote, state, category, people)
SELECT r.meeting, -1, 0, r.state, coalesce(r.category, 0), count(*)
FROM (SELECT person, meeting, max(id) AS newest FROM registration
      GROUP BY person, meeting HAVING count(*) > 1) t
CROSS JOIN registration r
ON r.person = t.person AND r.meeting = t.meeting AND r.id <> t.newest
GROUP BY 1, 4, 5;

-- For each person in each slot the newest mark of each kind: older than an annulment (5)
-- it is none.  Who was there in any slot was there; else excused goes before absent.
INSERT INTO presence_count (meeting, kind, remote, state, category, people)
WITH mark AS MATERIALIZED (
    SELECT r.person, r.meeting,
           coalesce(max(p.id) FILTER (WHERE p.kind IN (0, 1, 2)), 0) AS there,
           coalesce(max(p.id) FILTER (WHERE p.remote = 1), 0) AS remote,
           coalesce(max(p.id) FILTER (WHERE p.kind = 3), 0) AS excused,
           coalesce(max(p.id) FILTER (WHERE p.kind = 4), 0) AS absent,
           coalesce(max(p.id) FILTER (WHERE p.kind = 5), 0) AS annulled
    FROM presence p CROSS JOIN registration r ON r.id = p.registration
    GROUP BY r.person, r.meeting, p.slot),
stands AS MATERIALIZED (
    SELECT person, meeting,
           CASE WHEN max(there > annulled) THEN 0
                WHEN max(excused > max(annulled, absent)) THEN 3
                WHEN max(absent > max(annulled, excused)) THEN 4 END AS kind,
           coalesce(min(CASE WHEN there > annulled THEN remote = there END), 0) AS remote
    FROM mark GROUP BY person, meeting)
SELECT s.meeting, s.kind, s.remote, r.state, coalesce(r.category, 0), count(*)
FROM stands s CROSS JOIN registration r
ON r.id = (SELECT max(n.id) FROM registration n
           WHERE n.person = s.person AND n.meeting = s.meeting)
WHERE s.kind IS NOT NULL GROUP BY 1, 2, 3, 4, 5;
