-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0005-word-beginnings.sql - one trigram for the first three letters of a word
--
-- It took two before, of which one is anywhere in a word and matches far more rows than
-- are looked for: two words of a million people took as long as reading both lists.  The
-- words are now written otherwise, so all are made anew.

INSERT OR IGNORE INTO search_due SELECT 'person', id FROM person;
INSERT OR IGNORE INTO search_due SELECT 'organisation', id FROM organisation;
INSERT OR IGNORE INTO search_due SELECT 'working_group', id FROM working_group;
INSERT OR IGNORE INTO search_due SELECT 'meeting', id FROM meeting;
INSERT OR IGNORE INTO search_due SELECT 'room', id FROM room;
INSERT OR IGNORE INTO search_due SELECT 'venue', id FROM venue;
