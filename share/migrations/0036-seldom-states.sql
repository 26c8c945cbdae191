-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0036-seldom-states.sql - what waits or is put off, without all the rest
--
-- The first screen tells of free seats in workshops that somebody waits for, and of
-- meetings that are postponed.  Both are few; without these, each workshop to come and each
-- meeting of a year was looked at whenever it was drawn.

CREATE INDEX workshop_choice_waiting ON workshop_choice (workshop) WHERE state = 1;
CREATE INDEX meeting_postponed ON meeting (start_at, id) WHERE state = 2;
