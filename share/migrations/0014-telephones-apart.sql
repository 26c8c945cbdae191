-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0014-telephones-apart.sql - whoever may not read telephones finds nobody by one
--
-- Their digits stood among the words of the name.  They are now words that only a search by
-- telephone can have, so the words of these people are made anew.

-- Another step leaves its rows here too, and a schema to compare with is made by all of
-- them one after the other.
CREATE TEMP TABLE IF NOT EXISTS search_due (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL
) STRICT;
INSERT INTO temp.search_due SELECT 'person', id FROM person WHERE phone IS NOT NULL;
