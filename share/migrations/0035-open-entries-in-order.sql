-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0035-open-entries-in-order.sql - what reports left to do, in the order in which it is read
--
-- By its day, and what has none behind it: its list and Today's few lines read that from
-- the index, however many there are.

DROP INDEX report_entry_open;
CREATE INDEX report_entry_open ON report_entry (coalesce(due, '9999-12-31'))
    WHERE state = 0 AND kind IN (4, 5);
