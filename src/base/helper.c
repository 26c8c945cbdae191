/* SPDX-License-Identifier: GPL-3.0-or-later */
/* helper.c - where the programs are that work for us */
#include "atelier/base/helper.h"

#include <stdlib.h>

#include "atelier/base/buffer.h"

char *
helper_path(const char *program)
{
    const char *folder = getenv("ATELIER_LIBEXECDIR");
    struct buffer path = { 0 };
    buffer_addf(&path, "%s/%s", folder && *folder ? folder : PKGLIBEXECDIR, program);
    return buffer_take(&path);
}
