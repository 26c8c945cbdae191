-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0027-merged-people.sql - a registration goes over to whoever its person is merged into
--
-- It still never changes its meeting; that it changes its person for nothing else, the
-- program sees to.

DROP TRIGGER registration_stays;
CREATE TRIGGER registration_stays BEFORE UPDATE OF meeting ON registration
WHEN OLD.meeting IS NOT NEW.meeting
BEGIN
    SELECT RAISE(ABORT, 'a registration stays with its meeting');
END;
