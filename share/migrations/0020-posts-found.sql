-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0020-posts-found.sql - people are found by what they do, and by the category of where
--
-- Their words are made anew.  Who has no post has none of these.

-- Another step leaves its rows here too, and a schema to compare with is made by all of
-- them one after the other.
CREATE TEMP TABLE IF NOT EXISTS search_due (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL
) STRICT;
INSERT INTO temp.search_due SELECT DISTINCT 'person', person FROM affiliation;
