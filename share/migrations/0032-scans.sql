-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0032-scans.sql - where the scan of a sheet lies once it is signed

ALTER TABLE sheet ADD COLUMN scan TEXT;
