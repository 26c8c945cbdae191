/* SPDX-License-Identifier: GPL-3.0-or-later */
/* coordinates.h - a point on earth, as people write it */
#ifndef ATELIER_DOMAIN_COORDINATES_H
#define ATELIER_DOMAIN_COORDINATES_H

#include <stdbool.h>

struct coordinates {
    bool known;
    double latitude; /* degrees, south and west are negative */
    double longitude;
};

/*
 * Reads "45.184;-0.721"; a comma or blanks may part the two, as maps write them, so a
 * comma cannot be the decimal point.  False, and nothing is known, when the text is NULL
 * or no point on earth.
 */
bool coordinates_parse(const char *text, struct coordinates *coordinates);

#endif
