/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_app.h - the one who is at work in the gallery, and the rooms there are */
#ifndef ATELIER_TESTS_FAKE_APP_H
#define ATELIER_TESTS_FAKE_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/app/preference.h"
#include "atelier/base/buffer.h"

struct atelier {
    int64_t count;
    int64_t removed; /* one room can be removed */
    int64_t named;   /* one can have another name */
    char *name;
    int64_t seats;
    bool changed;
    enum theme theme;
    bool (*stop)(void *context);
    void *stop_context;
};

struct atelier *fake_atelier(void);
void fake_atelier_free(struct atelier *at);

void fake_room_add_name(const struct atelier *at, int64_t id, struct buffer *buffer);

#endif
