-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0004-open-meetings.sql - what the first screen looks through for decisions
--
-- Only meetings that are not over with, and of each what is compared: however many were
-- held, and whatever is written about them, the first screen reads none of it.

CREATE INDEX meeting_open ON meeting (start_at, id, end_at, room, seats, mode)
    WHERE state IN ('draft', 'confirmed');
