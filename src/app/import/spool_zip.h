/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spool_zip.h - an archive that lies in a spool */
#ifndef ATELIER_APP_SPOOL_ZIP_H
#define ATELIER_APP_SPOOL_ZIP_H

#include <zip.h>

#include "atelier/base/spool.h"

/* Borrows the spool until zip_discard(3).  NULL and a sentence. */
zip_t *spool_zip_open(const struct spool *spool, struct error *err);

/* Says in a sentence why an entry cannot be read: a password, an unknown compression,
 * damage. */
bool spool_zip_refuse(zip_error_t *problem, struct error *err);

#endif
