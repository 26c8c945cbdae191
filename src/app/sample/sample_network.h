/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_network.h - the groups, places and meetings of the sample network */
#ifndef ATELIER_APP_SAMPLE_NETWORK_H
#define ATELIER_APP_SAMPLE_NETWORK_H

#include <stddef.h>

#include "atelier/domain/meeting.h"

struct sample_group {
    const char *code;
    const char *name;
    const char *theme;
    const char *zone;
    const char *colour;
    int seats;
    int members;
};

struct sample_venue {
    const char *name;
    const char *address;
    const char *geo;
    const char *access;
};

struct sample_room {
    const char *venue;
    const char *name;
    int seats;
};

struct sample_meeting {
    const char *group;
    int day; /* from today; ignored where the date is fixed */
    int hour, minute;
    int minutes;
    const char *title;
    const char *room; /* NULL: remote */
    int seats;        /* 0: no limit */
    int coming;       /* how many register */
    enum meeting_state state;
    enum waiting_mode waiting;
    const char *reason; /* of a cancellation or postponement */
};

/* Each table ends with a NULL. */
extern const char *const sample_categories[];
extern const struct sample_group sample_groups[];
extern const struct sample_venue sample_venues[];
extern const struct sample_room sample_rooms[];
extern const struct sample_meeting sample_meetings[];

/* The one that is always the same: 16 March 2017, forty people. */
extern const struct sample_meeting sample_digital_meeting;
extern const struct date sample_digital_day;

#endif
