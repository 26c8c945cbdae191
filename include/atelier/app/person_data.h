/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_data.h - all that is stored on somebody, as they may ask for it
 *
 * A JSON object that people can read: labels for names, words for values.  Fields that
 * the role may not read are left out, and so is whatever concerns others.
 */
#ifndef ATELIER_APP_PERSON_DATA_H
#define ATELIER_APP_PERSON_DATA_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"

/* Adds it, with a line end: their fields, posts, memberships, registrations with marks,
 * wishes and answers, what names them, and the entries of the history about them; of
 * whoever was merged into them, too. */
bool person_data_add(struct atelier *at, int64_t person, struct buffer *json,
                     struct error *err);

/* The same into a file that is whole or not there.  One that is there stays,
 * ERROR_EXISTS. */
bool person_data_write(struct atelier *at, int64_t person, const char *path,
                       struct error *err);

#endif
