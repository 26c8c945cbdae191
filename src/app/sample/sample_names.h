/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_names.h - the invented people and organisations of the sample network */
#ifndef ATELIER_APP_SAMPLE_NAMES_H
#define ATELIER_APP_SAMPLE_NAMES_H

#include <stddef.h>

enum sample_category {
    SAMPLE_AGGLOMERATION,
    SAMPLE_AUTHORITY,
    SAMPLE_HOLDER,
    SAMPLE_STATE,
    SAMPLE_REGION,
    SAMPLE_ASSOCIATION,
    SAMPLE_EXPERT,
    SAMPLE_CATEGORY_COUNT
};

struct sample_organisation {
    const char *name;
    const char *short_name;
    enum sample_category category;
    const char *territory;
};

/* Someone with a name of a place: both are invented, the town is real. */
struct sample_person {
    const char *family;
    const char *given;
    const char *town; /* the short name of an organisation */
};

/* Each table ends with NULLs. */
extern const struct sample_organisation sample_organisations[];
extern const char *const sample_families[];
extern const char *const sample_givens[];
extern const char *const sample_functions[];
extern const struct sample_person sample_people[];

#endif
