-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0017-acts-found.sql - the journal of everything finds rows that were removed, and rare kinds
-- of acts, however long ago

-- What removed rows were called stands in what they were before.  A registration removes none.
CREATE INDEX journal_change_removed ON journal_change (entity, row) WHERE kind = 2;

-- Not of the acts that are most of a journal: the newest of those are found without it.
CREATE INDEX journal_act ON journal (act, id)
    WHERE act NOT IN ('registration.add', 'registration.accept', 'presence.add');
