/* SPDX-License-Identifier: GPL-3.0-or-later */
/* howto.h - pages that say how something is done: what for, the keys, the command, the
 * way back
 *
 * One text for the help of the screens, `docs howto` and the manual.  A sentence names a
 * key by its action, `%K{room.add}`, so that it cannot say another one than the screen;
 * whoever shows it knows the keys.
 */
#ifndef ATELIER_DOMAIN_HOWTO_H
#define ATELIER_DOMAIN_HOWTO_H

#include "atelier/base/buffer.h"

enum { HOWTO_STEPS_MOST = 6 };

struct howto {
    const char *name;                        /* "move-meeting": for docs howto */
    const char *title;                       /* N_(): what somebody looks for */
    const char *want;                        /* N_(): when it is what one wants */
    const char *steps[HOWTO_STEPS_MOST + 1]; /* N_(), NULL at the end */
    const char *commands;                    /* a line each, the same in all languages */
    const char *undo;                        /* N_() */
    const char
        *also; /* N_(): other words that somebody types who looks for it, or NULL */
};

/* Ends with a NULL name. */
extern const struct howto howtos[];

/* NULL when there is none of that name. */
const struct howto *howto_find(const char *name);

/* Adds a sentence with the keys that it names. */
typedef void howto_say(const void *context, const char *sentence, struct buffer *buffer);

/* Adds what stands below the title, in the language of the person. */
void howto_add(const struct howto *howto, howto_say *say, const void *context,
               struct buffer *buffer);

#endif
