/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_headings.c - what a person said of a file's headings, for the next such file */
#include "import/import_headings.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"

/* Headings as one text, a line each, accents and case aside; nothing when all of them are
 * blank. */
static void
add_key(const struct import *import, struct buffer *key)
{
    bool blank = true;

    for (size_t c = 0; c < import->headers.count; c++) {
        const size_t before = key->length;
        fold_add(key, import->headers.cells[c]);
        blank = blank && key->length == before;
        buffer_add_char(key, '\n');
    }
    if (blank)
        buffer_reset(key);
}

static void
add_holds(const struct import_mapping *mapping, struct buffer *holds)
{
    for (size_t c = 0; c < mapping->count; c++)
        buffer_addf(holds, "%s\n", import_targets[mapping->targets[c]].name);
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
    const size_t count = import->headers.count;

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
    if (import->remembered.holds)
        (void)read_holds(import->remembered.holds, import->mapping.count,
                         import->mapping.targets);
}

bool
import_headings_are_remembered(const struct import *import)
{
    struct buffer holds = { 0 };

    add_holds(&import->mapping, &holds);
    const bool same = import->remembered.holds && !import->headless &&
                      strcmp(import->remembered.holds, buffer_text(&holds)) == 0;
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

static bool
is_guess(const struct import *import)
{
    return !import->guessed_headless &&
           memcmp(import->guess, import->mapping.targets,
                  import->mapping.count * sizeof(*import->guess)) == 0;
}

static bool
save(struct import *import, const char *key, struct error *err)
{
    struct buffer holds = { 0 };

    import_heading_clear(&import->remembered);
    add_holds(&import->mapping, &holds);
    import->remembered = (struct import_heading){
        .holds = buffer_take(&holds),
        .set_at = atelier_now(import->at),
        .set_by = memory_copy(import->at->login),
    };
    return import_heading_table_save(import->at->db, key, &import->remembered, err);
}

bool
import_headings_remove(struct import *import, struct error *err)
{
    struct buffer key = { 0 };

    add_key(import, &key);
    const bool ok = import_heading_table_remove(import->at->db, buffer_text(&key), err);
    buffer_clear(&key);
    import_heading_clear(&import->remembered);
    return ok;
}

bool
import_headings_keep(struct import *import, struct error *err)
{
    struct buffer key = { 0 };
    bool ok = true;

    if (import->headless || import_headings_are_remembered(import))
        return true;
    add_key(import, &key);
    if (is_guess(import))
        ok = !import->remembered.holds || import_headings_remove(import, err);
    else if (key.length > 0)
        ok = save(import, buffer_text(&key), err);
    buffer_clear(&key);
    return ok;
}
