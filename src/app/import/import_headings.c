/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_headings.c - what a person said of a file's headings, for the next such file */
#include "import/import_headings.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "import/import_refused_headings.h"

/* Rows that were left out, corrected and sent again are the file that they came from. */
static size_t
own_columns(const struct import *import)
{
    return import_refused_own_columns((const char *const *)import->headers.cells,
                                      import->headers.count);
}

/* Headings as one text, a line each, accents and case aside; nothing when all of them are
 * blank. */
static void
add_key(const struct import *import, struct buffer *key)
{
    const size_t count = own_columns(import);
    bool blank = true;

    for (size_t c = 0; c < count; c++) {
        const size_t before = key->length;
        fold_add(key, import->headers.cells[c]);
        blank = blank && key->length == before;
        buffer_add_char(key, '\n');
    }
    if (blank)
        buffer_reset(key);
}

static void
add_holds(const struct import *import, struct buffer *holds)
{
    const size_t count = own_columns(import);

    for (size_t c = 0; c < count; c++)
        buffer_addf(holds, "%s\n", import_targets[import->mapping.targets[c]].name);
}

/* Reads a word a line for each column; false when they are not as many, or one of them is
 * of another program. */
static bool
read_holds(const char *holds, size_t count, enum import_target *targets)
{
    char *copy = memory_copy(holds);
    char *rest = NULL;
    size_t read = 0;
    bool ok = true;

    for (char *word = strtok_r(copy, "\n", &rest); ok && word;
         word = strtok_r(NULL, "\n", &rest)) {
        const int target = choice_find(import_targets, word);
        ok = target >= 0 && read < count;
        if (ok)
            targets[read++] = (enum import_target)target;
    }
    free(copy);
    return ok && read == count;
}

bool
import_headings_find(struct import *import, struct error *err)
{
    struct buffer key = { 0 };
    const size_t count = own_columns(import);

    import_heading_clear(&import->remembered);
    add_key(import, &key);
    const bool ok =
        key.length == 0 || import_heading_table_find(import->at->db, buffer_text(&key),
                                                     &import->remembered, err);
    enum import_target *targets = memory_new(count + 1, sizeof(*targets));
    if (import->remembered.holds && !read_holds(import->remembered.holds, count, targets))
        import_heading_clear(&import->remembered);
    free(targets);
    buffer_clear(&key);
    return ok;
}

void
import_headings_apply(struct import *import)
{
    if (!import->remembered.holds)
        return;
    const size_t count = own_columns(import);
    (void)read_holds(import->remembered.holds, count, import->mapping.targets);
    for (size_t c = count; c < import->mapping.count; c++)
        import->mapping.targets[c] = IMPORT_NOTHING;
}

bool
import_headings_are_remembered(const struct import *import)
{
    struct buffer holds = { 0 };

    add_holds(import, &holds);
    bool same = import->remembered.holds && !import->headless &&
                strcmp(import->remembered.holds, buffer_text(&holds)) == 0;
    for (size_t c = own_columns(import); same && c < import->mapping.count; c++)
        same = import->mapping.targets[c] == IMPORT_NOTHING;
    buffer_clear(&holds);
    return same;
}

void
import_add_remembered(const struct import *import, struct buffer *text)
{
    struct local_time day = { 0 };
    struct buffer date = { 0 };

    if (!import_headings_are_remembered(import))
        return;
    (void)atelier_local_time(import->at, import->remembered.set_at, NULL, &day, NULL);
    when_format_date(day.date, WHEN_SHORT, &date);
    buffer_addf(text, _("Columns as they were set on %s by %s."), buffer_text(&date),
                import->remembered.set_by);
    buffer_clear(&date);
}

bool
import_headings_are_guessed(const struct import *import)
{
    return import->guess && import->headless == import->guessed_headless &&
           memcmp(import->guess, import->mapping.targets,
                  import->mapping.count * sizeof(*import->guess)) == 0;
}

static bool
save(const struct import *import, const char *key, struct error *err)
{
    struct buffer holds = { 0 };

    add_holds(import, &holds);
    struct import_heading heading = {
        .holds = buffer_take(&holds),
        .set_at = atelier_now(import->at),
        .set_by = memory_copy(import->at->login),
    };
    const bool ok = import_heading_table_save(import->at->db, key, &heading, err);
    import_heading_clear(&heading);
    return ok;
}

void
import_headings_forget(struct import *import)
{
    struct buffer key = { 0 };

    if (!import->remembered.holds)
        return;
    add_key(import, &key);
    memory_replace(&import->forgotten, buffer_text(&key));
    buffer_clear(&key);
    import_heading_clear(&import->remembered);
}

/* Who went back to the guess has nothing kept. */
static bool
keep(const struct import *import, const char *key, struct error *err)
{
    if (!import_headings_are_guessed(import))
        return save(import, key, err);
    return !import->remembered.holds ||
           import_heading_table_remove(import->at->db, key, err);
}

bool
import_headings_keep(struct import *import, bool wrote, struct error *err)
{
    struct buffer key = { 0 };
    bool ok = !import->forgotten ||
              import_heading_table_remove(import->at->db, import->forgotten, err);

    add_key(import, &key);
    if (ok && wrote && !import->headless && key.length > 0 &&
        !import_headings_are_remembered(import))
        ok = keep(import, buffer_text(&key), err);
    buffer_clear(&key);
    return ok;
}

void
import_headings_kept(struct import *import)
{
    struct error ignored = { 0 };

    memory_replace(&import->forgotten, NULL);
    (void)import_headings_find(import, &ignored);
}
