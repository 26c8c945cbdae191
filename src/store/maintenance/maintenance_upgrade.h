/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_upgrade.h - a database of an older program becomes one of this
 */
#ifndef ATELIER_STORE_MAINTENANCE_UPGRADE_H
#define ATELIER_STORE_MAINTENANCE_UPGRADE_H

#include "atelier/base/error.h"
#include "atelier/base/work.h"
#include "maintenance/scratch_file.h"

/*
 * Makes an upgraded copy and puts it in the place of the file, which is kept as
 * FILE.before-N, or a name like it that is free; when anything fails the file stays as
 * it was.  Everybody has to be out.  One that is of this program already is left alone.
 */
bool maintenance_upgrade(const char *path, const struct telling *telling,
                         struct error *err);

/* The same within the copy of a backup that was found to be ours; `path` is what messages
 * call it. */
bool maintenance_upgrade_scratch(struct scratch_file *scratch, int64_t size,
                                 const char *path, struct error *err);

#endif
