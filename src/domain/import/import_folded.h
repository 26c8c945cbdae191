/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_folded.h - what is asked of a cell that was tidied and folded once for all of it
 */
#ifndef ATELIER_DOMAIN_IMPORT_FOLDED_H
#define ATELIER_DOMAIN_IMPORT_FOLDED_H

#include "atelier/domain/import.h"

struct import_folded {
    const char *cell;   /* as it stands there */
    const char *folded; /* without case, accents and marks */
};

bool import_folded_is_blank(const struct import_folded *cell, bool is_name);
enum import_answer import_folded_answer(const struct import_folded *cell);
bool import_folded_is_no(const struct import_folded *cell);

/* import_role_read() of what is folded already. */
bool import_folded_role(const char *folded, enum membership_role *role);

/* Whether a cell names a part in a meeting, which is no function: Speaker, Animatrice. */
bool import_folded_is_part(const char *folded);

#endif
