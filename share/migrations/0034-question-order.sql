-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0034-question-order.sql - where a question stands among those of its meeting
--
-- Those without a place stand where they were made, by their id, behind all that have one:
-- a place is never larger than the number of questions that there ever were.

ALTER TABLE question ADD COLUMN place INTEGER CHECK (place >= 1);
