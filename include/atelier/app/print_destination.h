/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_destination.h - where a printed document goes, and what is said of it */
#ifndef ATELIER_APP_PRINT_DESTINATION_H
#define ATELIER_APP_PRINT_DESTINATION_H

#include "atelier/base/buffer.h"
#include "atelier/base/child.h"

/* Takes the bytes; false when it cannot. */
typedef bool print_sink(void *context, const char *bytes, size_t length);

struct print_destination {
    const char *path; /* NULL: the sink */
    bool replace;     /* a file that is there; else ERROR_EXISTS */
    print_sink *sink;
    void *context;
};

/* What the child told of signs that no font has, and whose: adds a sentence a line. */
void print_missed_add(const struct child *child, struct buffer *missed);

#endif
