/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printer.h - a document to the printer of the office, by the system's own lp
 */
#ifndef ATELIER_APP_PRINTER_H
#define ATELIER_APP_PRINTER_H

#include "atelier/app/atelier.h"
#include "atelier/base/child.h"

/* Whether this computer has lp and the session may start it: a confined one starts
 * nothing that is not ours. */
bool printer_is_there(const struct atelier *at);

/* A child that hands the document to lp, under that name; the caller lets it run to its
 * end and frees it.  NULL when it cannot be started. */
struct child *printer_start(const struct atelier *at, const char *name,
                            const struct buffer *document, struct error *err);

#endif
