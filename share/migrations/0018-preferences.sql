-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0018-preferences.sql - what a login likes: the colours of the screens
--
-- No act of the office: never in the journal, an undo leaves it, and it may be forgotten
-- at any time.  By login and not by staff: whoever may look is asked nothing for it.

CREATE TABLE preference (
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (login, name)
) STRICT, WITHOUT ROWID;
