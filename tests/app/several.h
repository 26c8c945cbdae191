/* SPDX-License-Identifier: GPL-3.0-or-later */
/* several.h - one act with several people, for the tests of what comes of it
 */
#ifndef ATELIER_TESTS_SEVERAL_H
#define ATELIER_TESTS_SEVERAL_H

#include "atelier/app/register_bulk.h"

/* What nobody answered is asked; `questions` is the caller's to add. */
static inline struct bulk_request
several(enum registration_act act, const int64_t *registrations, size_t count)
{
    return (struct bulk_request){
        .registrations = registrations, .count = count, .act = act, .asks = true
    };
}

#endif
