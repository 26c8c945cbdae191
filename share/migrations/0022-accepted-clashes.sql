-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0022-accepted-clashes.sql - which clashes may stay, and why
--
-- By the name of the clash, which has the numbers of its meetings: rows outlive these, as
-- those of past_uid do, and mean nothing then.  `mark` is a hash of what the clash was
-- about; another one is a clash that nobody accepted.

INSERT INTO entity (number, name) VALUES (18, 'clash_acceptance');

CREATE TABLE clash_acceptance (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    clash TEXT NOT NULL UNIQUE,
    mark INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;
