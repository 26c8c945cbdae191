-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0035-waiting-choices.sql - who waits for a seat in a workshop, without all other choices
--
-- The first screen tells of free seats that somebody waits for.  Of thousands of choices
-- few wait; without this, each workshop to come was looked at whenever it was drawn.

CREATE INDEX workshop_choice_waiting ON workshop_choice (workshop) WHERE state = 1;
