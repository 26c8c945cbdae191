/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_office.h - what stands above every document on paper: whose it is, and who pays
 */
#ifndef ATELIER_DOMAIN_PRINTED_OFFICE_H
#define ATELIER_DOMAIN_PRINTED_OFFICE_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/base/buffer.h"

struct printed_office {
    char *name;
    char *address; /* may have several lines, as the next one */
    char *funding;
    struct buffer logo; /* a PNG, or nothing */
};

enum { PRINTED_LOGO_MOST = 2 * 1024 * 1024, PRINTED_LOGO_SIDE_MOST = 4000 };

void printed_office_clear(struct printed_office *office);

/* Calls who was erased so in that language. */
void printed_office_say_erased(const char *language, struct printed_office *office);

/* Whether the bytes begin as a PNG does, of no more than PRINTED_LOGO_SIDE_MOST points a
 * side. */
bool printed_logo_is_png(const char *bytes, size_t length);

/* Its points; of a PNG as above alone. */
void printed_logo_size(const char *bytes, uint32_t *width, uint32_t *height);

#endif
