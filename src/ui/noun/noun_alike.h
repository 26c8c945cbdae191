/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_alike.h - who, or what, is probably there already: shown before it is saved
 *
 * True: save anyway; false with *existing set: that one was meant; false with 0: back to
 * the form.
 */
#ifndef ATELIER_UI_NOUN_ALIKE_H
#define ATELIER_UI_NOUN_ALIKE_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/domain/organisation.h"
#include "ui.h"

/* Who may be this struct person. */
bool noun_check_alike(struct ui *ui, const void *person, int64_t *existing);
/* Which organisations have that name, accents and case aside. */
bool noun_check_namesake(struct ui *ui, const struct organisation *organisation,
                         int64_t *existing);

#endif
