/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_substitute.h - who comes in somebody's place, as a conversation */
#ifndef ATELIER_UI_MEETING_SUBSTITUTE_H
#define ATELIER_UI_MEETING_SUBSTITUTE_H

#include <stdint.h>

#include "atelier/domain/registration.h"
#include "ui.h"

/* Asks who comes in the place of somebody on the list, and does it.  False when nothing
 * was done. */
bool meeting_substitute(struct ui *ui, int64_t meeting, int64_t registration);

enum meeting_instead {
    INSTEAD_NOBODY, /* the act is still to be done */
    INSTEAD_DONE,   /* somebody comes instead: the act is done too */
    INSTEAD_LEFT    /* the person went back, or it failed: nothing is done */
};

/* Before somebody declines, withdraws or is excused: proposes their alternate, and for an
 * excuse asks whether anybody else represents them. */
enum meeting_instead meeting_ask_instead(struct ui *ui, int64_t meeting,
                                         int64_t registration, enum registration_act act,
                                         const char *reason);

#endif
