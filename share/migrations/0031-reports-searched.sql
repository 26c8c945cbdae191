-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0031-reports-searched.sql - the entries of reports are found by their words
--
-- A text has many words, and hundreds of thousands of texts have the same ones: here each
-- word has a list of the rows that hold it, and so have its first one to ten letters. What
-- begins as typed is then read row by row in the order of the places, and no further than
-- is shown.  Words are folded before they come here: letters and digits alone.

CREATE VIRTUAL TABLE search_text USING fts5 (
    words, row UNINDEXED, tokenize = 'ascii', columnsize = 0, detail = none,
    prefix = '1 2 3 4 5 6 7 8 9 10'
);

CREATE TEMP TABLE IF NOT EXISTS search_due (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL
) STRICT;
INSERT INTO temp.search_due SELECT 'report_entry', id FROM report_entry;
