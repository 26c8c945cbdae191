-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0021-draft-owners.sql - in which window a draft is being typed
--
-- The mark of the process that may write it, and nobody else: who takes a draft up ends
-- the right of whoever typed it before.  NULL, or the mark of a process that is gone: it
-- is anybody's of that login.

ALTER TABLE draft ADD COLUMN owner TEXT;
