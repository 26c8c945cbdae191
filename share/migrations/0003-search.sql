-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0003-search.sql - what people, organisations, groups, meetings and rooms are found by
--
-- `words` holds the folded words of a row, each after two spaces, so that
-- trigrams find a word by its first letter as well as by its first nine.
-- The rowid is made of the noun and of the first letters by which the row is
-- sorted, so that hits come in the order of their list and the first twenty
-- cost the same however many there are.

CREATE VIRTUAL TABLE search USING fts5 (
    words, row UNINDEXED, tokenize = 'trigram case_sensitive 1', columnsize = 0
);

-- Where a row stands in it.
CREATE TABLE search_rank (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (entity, row)
) STRICT, WITHOUT ROWID;

-- Rows whose words have to be made anew before the transaction ends.  FTS5
-- may not be written by triggers while the schema is not trusted, so these
-- only take note, and the program writes the words: nobody who changes a row
-- can forget it, not even an undo.
CREATE TABLE search_due (
    entity TEXT NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (entity, row)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER search_due_person_added AFTER INSERT ON person
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.id);
END;

CREATE TRIGGER search_due_person_changed
AFTER UPDATE OF family, given, email ON person
WHEN (OLD.family, OLD.given, OLD.email) IS NOT (NEW.family, NEW.given, NEW.email)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.id);
END;

CREATE TRIGGER search_due_person_removed AFTER DELETE ON person
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', OLD.id);
END;

CREATE TRIGGER search_due_affiliation_added AFTER INSERT ON affiliation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.person);
END;

CREATE TRIGGER search_due_affiliation_changed
AFTER UPDATE OF person, organisation, "to" ON affiliation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', NEW.person), ('person', OLD.person);
END;

CREATE TRIGGER search_due_affiliation_removed AFTER DELETE ON affiliation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('person', OLD.person);
END;

CREATE TRIGGER search_due_organisation_added AFTER INSERT ON organisation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('organisation', NEW.id);
END;

CREATE TRIGGER search_due_organisation_changed
AFTER UPDATE OF name, short_name, territory ON organisation
WHEN (OLD.name, OLD.short_name, OLD.territory)
    IS NOT (NEW.name, NEW.short_name, NEW.territory)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('organisation', NEW.id);
    INSERT OR IGNORE INTO search_due
        SELECT 'person', person FROM affiliation WHERE organisation = NEW.id;
END;

CREATE TRIGGER search_due_organisation_removed AFTER DELETE ON organisation
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('organisation', OLD.id);
END;

CREATE TRIGGER search_due_working_group_added AFTER INSERT ON working_group
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('working_group', NEW.id);
END;

CREATE TRIGGER search_due_working_group_changed
AFTER UPDATE OF code, name, theme ON working_group
WHEN (OLD.code, OLD.name, OLD.theme) IS NOT (NEW.code, NEW.name, NEW.theme)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('working_group', NEW.id);
    INSERT OR IGNORE INTO search_due
        SELECT 'meeting', id FROM meeting WHERE "group" = NEW.id;
END;

CREATE TRIGGER search_due_working_group_removed AFTER DELETE ON working_group
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('working_group', OLD.id);
END;

CREATE TRIGGER search_due_meeting_added AFTER INSERT ON meeting
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('meeting', NEW.id);
END;

CREATE TRIGGER search_due_meeting_changed
AFTER UPDATE OF "group", number, title, start_at ON meeting
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('meeting', NEW.id);
END;

CREATE TRIGGER search_due_meeting_removed AFTER DELETE ON meeting
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('meeting', OLD.id);
END;

CREATE TRIGGER search_due_venue_added AFTER INSERT ON venue
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('venue', NEW.id);
END;

CREATE TRIGGER search_due_venue_changed AFTER UPDATE OF name, address ON venue
WHEN (OLD.name, OLD.address) IS NOT (NEW.name, NEW.address)
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('venue', NEW.id);
    INSERT OR IGNORE INTO search_due SELECT 'room', id FROM room WHERE venue = NEW.id;
END;

CREATE TRIGGER search_due_venue_removed AFTER DELETE ON venue
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('venue', OLD.id);
END;

CREATE TRIGGER search_due_room_added AFTER INSERT ON room
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('room', NEW.id);
END;

CREATE TRIGGER search_due_room_changed AFTER UPDATE OF name, venue ON room
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('room', NEW.id);
END;

CREATE TRIGGER search_due_room_removed AFTER DELETE ON room
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('room', OLD.id);
END;
