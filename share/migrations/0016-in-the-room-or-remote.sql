-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0016-in-the-room-or-remote.sql - whether whoever was there sat in the room or was linked
-- to it

-- Of the marks made until now, nobody said so: they were made at a door.
ALTER TABLE presence ADD COLUMN remote INTEGER NOT NULL DEFAULT 0 CHECK (remote IN (0, 1));

DROP VIEW presence_view;
CREATE VIEW presence_view AS
SELECT p.id, p.rev, p.registration, p.slot, k.name AS kind, p.remote,
       datetime(p.at, 'unixepoch') AS at, p."by", p.means, p.reason
FROM presence p JOIN presence_kind k ON k.number = p.kind;
