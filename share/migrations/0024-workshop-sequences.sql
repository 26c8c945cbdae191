-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0024-workshop-sequences.sql - how often somebody's seat in a workshop has ended
--
-- Their calendar counts it with the SEQUENCE of the workshop, so that whoever comes back is
-- told by a higher one.  By the person: choices come and go, with wishes, undos and other
-- registrations, and the count never falls.

CREATE TABLE workshop_left (
    person INTEGER NOT NULL,
    workshop INTEGER NOT NULL,
    ics_sequence INTEGER NOT NULL CHECK (ics_sequence >= 1),
    PRIMARY KEY (person, workshop)
) STRICT, WITHOUT ROWID;
