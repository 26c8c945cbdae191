/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kept_file.c - where what was done with a file is kept for a login, until it is opened
 * again */
#include "import/kept_file.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/memory.h"

char *
kept_file_path(const struct atelier *at, const char *path)
{
    if (atelier_folder(at)) /* a name there is the whole of it */
        return memory_copy(path);
    char *whole = realpath(path, NULL);
    return whole ? whole : memory_copy(path);
}

/* What is kept on one screen tells its files apart by a number. */
static int64_t
number_of(const char *path)
{
    return (int64_t)(hash_add(HASH_EMPTY, path, strlen(path)) >> 1);
}

bool
kept_file_find(struct atelier *at, const char *screen, const char *path,
               struct draft *kept, struct error *err)
{
    return drafts_find(at, screen, number_of(path), kept, err);
}

bool
kept_file_find_last(struct atelier *at, const char *screen, struct draft *kept,
                    struct error *err)
{
    bool ok = drafts_find(at, NULL, 0, kept, err);

    while (ok && kept->id != 0 && strcmp(kept->screen, screen) != 0) {
        struct draft older = { 0 };

        ok = drafts_next(at, kept, &older, err);
        draft_clear(kept);
        *kept = older;
    }
    return ok;
}

bool
kept_file_keep(struct atelier *at, const char *screen, const char *path, const char *text,
               struct error *err)
{
    struct draft kept = {
        .screen = memory_copy(screen),
        .entity = memory_copy("import"),
        .row = number_of(path),
        .fields = memory_copy(text),
    };
    const bool ok = drafts_keep(at, &kept, err);
    draft_clear(&kept);
    return ok;
}
