/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_text.c - the cells of rows that are filled here, not by the store */
#include "cell_text.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/base/memory.h"

enum { NUMBER_SIZE = 24 };

char *
cell_text_id(int64_t id)
{
    char text[NUMBER_SIZE];

    (void)snprintf(text, sizeof(text), "%" PRId64, id);
    return id > 0 ? memory_copy(text) : NULL;
}

char *
cell_text_time(struct local_time time)
{
    char text[LOCAL_TIME_TEXT_SIZE];

    local_time_format(time, text);
    return memory_copy(text);
}
