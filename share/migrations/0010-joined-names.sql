-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0010-joined-names.sql - people are found by names typed in one word, and by telephone
--
-- Their words are made anew: what a step leaves in search_due, the program makes.

CREATE TEMP TABLE search_due (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL
) STRICT;
INSERT INTO temp.search_due SELECT 'person', id FROM person;
