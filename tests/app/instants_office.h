/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_office.h - an office in Paris, where the rules of the clock may change */
#ifndef ATELIER_TESTS_INSTANTS_OFFICE_H
#define ATELIER_TESTS_INSTANTS_OFFICE_H

#include <check.h>

#include "atelier/app/instants.h"
#include "support/made_zone.h"
#include "support/office.h"
#include "support/suite.h"

#define PARIS "Europe/Paris"
#define SUMMER "CET-1CEST,M3.5.0,M10.5.0/3"
#define NO_SUMMER "CET-1"
#define LONG_SUMMER "CET-1CEST,M2.5.0,M10.5.0/3"
#define ALL_SUMMER "CEST-2"

#define SQL_STARTS                                                                       \
    "SELECT strftime('%m-%d %H:%M', start_at, 'unixepoch') FROM meeting ORDER BY id"
#define SQL_ACTS                                                                         \
    "SELECT staff, summary FROM journal WHERE act = 'meeting.recompute' ORDER BY id"

static struct atelier *at;
static int64_t group;
static struct error err;

/* A new session, which reads the zones as they are by now. */
static inline void
come_back(const char *now)
{
    atelier_close(at);
    at = office_return(NULL, now);
}

static inline void
set_up(void)
{
    at = office_found();
    made_zone_begin();
    made_zone_write(PARIS, SUMMER);
    come_back(OFFICE_NOW);
    group = office_add_group(at, "URB");
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    made_zone_end();
    office_end(at);
}

static inline void
change_rules(const char *rules)
{
    made_zone_write(PARIS, rules);
    come_back(OFFICE_NOW);
}

#endif
