-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0029-questions.sql - what meetings ask, and what people on their lists answered

INSERT INTO entity (number, name) VALUES (28, 'question'), (29, 'answer');

CREATE TABLE question_kind (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO question_kind (number, name) VALUES
    (0, 'text'), (1, 'one'), (2, 'several'), (3, 'yes-no'), (4, 'number');

CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    text TEXT NOT NULL,
    kind INTEGER NOT NULL REFERENCES question_kind (number),
    choices TEXT, -- "meat; fish; none"
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    seats INTEGER CHECK (seats >= 0), -- for each answer
    UNIQUE (meeting, text)
) STRICT;

-- As the question reads it: a choice, several parted by "; ", "yes" or "no", a number.
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    question INTEGER NOT NULL REFERENCES question (id),
    registration INTEGER NOT NULL REFERENCES registration (id),
    text TEXT NOT NULL,
    UNIQUE (registration, question)
) STRICT;
CREATE INDEX answer_question ON answer (question);
