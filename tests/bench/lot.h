/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lot.h - meetings and people of the large sample, drawn at random */
#ifndef ATELIER_TESTS_LOT_H
#define ATELIER_TESTS_LOT_H

#include <stddef.h>
#include <stdint.h>

struct lot {
    int64_t *meetings;
    size_t meeting_count;
    int64_t first_person, person_count;
    uint64_t state;
};

void lot_init(struct lot *lot, const char *database, size_t seed);
void lot_draw(struct lot *lot, int64_t *meeting, int64_t *person);
void lot_clear(struct lot *lot);

#endif
