/* SPDX-License-Identifier: GPL-3.0-or-later */
/* made_zone.h - time zones with rules of a test's own, in the test's folder
 */
#ifndef ATELIER_TESTS_MADE_ZONE_H
#define ATELIER_TESTS_MADE_ZONE_H

/* From now on the zones are read from the folder of database_file.h, and there are none
 * but those that the test makes.  One that is read already stays as it was. */
void made_zone_begin(void);

/* A zone that follows one rule for ever, as the TZ of POSIX: "CET-1" or
 * "CET-1CEST,M3.5.0,M10.5.0/3"; made again it has changed. */
void made_zone_write(const char *name, const char *rule);

/* Removes them; the zones are the system's again. */
void made_zone_end(void);

#endif
