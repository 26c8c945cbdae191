-- SPDX-License-Identifier: GPL-3.0-or-later
-- postgres.sql - the tables that a registration touches, as PostgreSQL would hold them, as
-- full as the large sample, and the whole act as one function

CREATE TABLE organisation (id bigint PRIMARY KEY, name text NOT NULL, category bigint);
CREATE TABLE person (
    id bigint PRIMARY KEY, family text NOT NULL, given text, sort_key text NOT NULL,
    organisation bigint REFERENCES organisation
);
CREATE TABLE meeting (id bigint PRIMARY KEY, title text NOT NULL, seats integer);
CREATE TABLE seat_rule (state integer, role integer, PRIMARY KEY (state, role));
CREATE TABLE registration (
    id bigint GENERATED ALWAYS AS IDENTITY, rev integer NOT NULL,
    created_at bigint NOT NULL, created_by text NOT NULL,
    changed_at bigint NOT NULL, changed_by text NOT NULL,
    meeting bigint NOT NULL, person bigint NOT NULL, organisation bigint,
    family text NOT NULL, given text, organisation_name text, function text,
    category bigint, role integer NOT NULL, state integer NOT NULL,
    previous_state integer NOT NULL, source integer NOT NULL, sort_key text NOT NULL,
    live integer CHECK (live = 1)
);
CREATE TABLE head_count (
    meeting bigint NOT NULL REFERENCES meeting, workshop bigint NOT NULL,
    state integer NOT NULL, role integer NOT NULL, category bigint NOT NULL,
    people integer NOT NULL CHECK (people > 0),
    PRIMARY KEY (meeting, workshop, state, role, category)
);
CREATE TABLE journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at bigint NOT NULL,
    staff text NOT NULL, act text NOT NULL, entity integer, row bigint, summary text
);
CREATE INDEX journal_staff ON journal (staff, id);
CREATE TABLE journal_change (
    entity integer NOT NULL, row bigint NOT NULL, journal bigint NOT NULL,
    kind integer NOT NULL, leaves integer NOT NULL, before text, hash bigint,
    PRIMARY KEY (entity, row, journal)
);

INSERT INTO seat_rule VALUES (3, 0), (4, 0);
INSERT INTO organisation SELECT i, 'Organisation ' || i, i % 5 + 1
FROM generate_series(1, 3120) i;
INSERT INTO person SELECT i, 'Family' || i, 'Given' || i, 'family' || i, i % 3120 + 1
FROM generate_series(1, 20000) i;
INSERT INTO meeting SELECT i, 'Meeting ' || i, 2000 FROM generate_series(1, 2000) i;
INSERT INTO registration (rev, created_at, created_by, changed_at, changed_by, meeting,
    person, organisation, family, given, organisation_name, function, category, role,
    state, previous_state, source, sort_key, live)
SELECT 1, 0, 'bench', 0, 'bench', m.id, p.id, p.organisation, p.family, p.given, o.name,
       'Officer', o.category, 0, 4, 0, 0, p.sort_key, 1
FROM meeting m CROSS JOIN generate_series(0, 499) n
JOIN person p ON p.id = (m.id * 37 + n * 40) % 20000 + 1
JOIN organisation o ON o.id = p.organisation;
INSERT INTO head_count SELECT meeting, 0, state, role, category, count(*)
FROM registration GROUP BY meeting, state, role, category;
INSERT INTO journal_change SELECT 11, id, 1, 0, 0, NULL, id FROM registration;

ALTER TABLE registration ADD PRIMARY KEY (id),
    ADD UNIQUE (person, meeting, live),
    ADD FOREIGN KEY (meeting) REFERENCES meeting,
    ADD FOREIGN KEY (person) REFERENCES person,
    ADD FOREIGN KEY (organisation) REFERENCES organisation;
CREATE INDEX registration_meeting ON registration (meeting, sort_key, id);
CREATE INDEX registration_organisation ON registration (organisation, meeting, state);

-- Whoever is on the list already gives way to somebody else.
CREATE FUNCTION seat(chosen bigint, somebody bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    place meeting%ROWTYPE;
    who person%ROWTYPE;
    home organisation%ROWTYPE;
    now bigint := extract(epoch FROM clock_timestamp());
    added bigint;
    entry bigint;
BEGIN
    SELECT * INTO place FROM meeting WHERE id = chosen FOR UPDATE;
    WHILE EXISTS (SELECT 1 FROM registration WHERE person = somebody
                  AND meeting = chosen AND live = 1) LOOP
        somebody := somebody % 20000 + 1;
    END LOOP;
    IF place.seats <= (SELECT coalesce(sum(h.people), 0) FROM head_count h
                       JOIN seat_rule t ON t.state = h.state AND t.role = h.role
                       WHERE h.meeting = chosen AND h.workshop = 0) THEN
        RAISE EXCEPTION 'no seat is free';
    END IF;
    SELECT * INTO who FROM person WHERE id = somebody;
    SELECT * INTO home FROM organisation WHERE id = who.organisation;
    INSERT INTO registration (rev, created_at, created_by, changed_at, changed_by, meeting,
        person, organisation, family, given, organisation_name, function, category, role,
        state, previous_state, source, sort_key, live)
    VALUES (1, now, 'bench', now, 'bench', chosen, somebody, home.id, who.family, who.given,
            home.name, 'Officer', home.category, 0, 4, 0, 0, who.sort_key, 1)
    RETURNING id INTO added;
    INSERT INTO head_count AS h (meeting, workshop, state, role, category, people)
    VALUES (chosen, 0, 4, 0, home.category, 1)
    ON CONFLICT (meeting, workshop, state, role, category)
    DO UPDATE SET people = h.people + 1;
    INSERT INTO journal (at, staff, act, entity, row, summary)
    VALUES (now, 'bench', 'registration.add', 11, added, who.family || ', ' || place.title)
    RETURNING id INTO entry;
    INSERT INTO journal_change (entity, row, journal, kind, leaves, hash)
    VALUES (11, added, entry, 0, 0, 1234567890123456789);
    RETURN added;
END $$;

VACUUM ANALYZE;
CHECKPOINT;
