/* SPDX-License-Identifier: GPL-3.0-or-later */
/* address_kind.h - addresses as a mail program copies them: "DURAND, Zoé"
 * <zoe@example.org>; Yann Le Goff <yann@example.org>
 *
 * No first bytes tell this kind: csv_file.c, which takes every text, asks for it first.
 */
#ifndef ATELIER_APP_ADDRESS_KIND_H
#define ATELIER_APP_ADDRESS_KIND_H

#include "import/table_kind.h"

/* Pours a row for each address, with the name before it in the same cell, where the text
 * from `start` on begins with nothing else; *is tells whether it does.  Commas,
 * semicolons and lines part them. */
bool address_kind_read(struct table_file *file, const struct spool *text, uint64_t start,
                       bool *is, struct error *err);

#endif
