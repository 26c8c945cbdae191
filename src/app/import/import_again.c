/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_again.c - a file that was opened already, read in another encoding
 */
#include <string.h>
#include <strings.h>

#include "import/import_mend.h"

bool
import_is_read_as(const struct import *import, const char *encoding)
{
    return strcasecmp(encoding,
                      import->encoding ? import->encoding : import->file->encoding) == 0;
}

int64_t
import_wrong_lines(const struct import *import)
{
    return import->encoding || import->letters_are_right ? 0 : import->file->wrong_lines;
}

void
import_take_letters(struct import *import)
{
    import->letters_are_right = true;
}

void
import_count_work(const struct import *import, int64_t *mended, int64_t *decided)
{
    *mended = 0;
    for (size_t i = 0; i < import->mend_count; i++)
        *mended +=
            !import->mends[i].unsaved || !import_mend_find(import, import->mends[i].row);
    *decided = (int64_t)import->decision_count;
}

/* What a person said of a column holds; the others are guessed by headings that can be
 * read now.  Where the two say the same thing twice, all is as it was. */
static void
carry_columns(const struct import *from, struct import *to)
{
    const size_t size = from->mapping.count * sizeof(*from->mapping.targets);

    if (to->mapping.count != from->mapping.count)
        return;
    for (size_t c = 0; c < from->mapping.count; c++)
        if (from->mapping.targets[c] != from->guess[c])
            to->mapping.targets[c] = from->mapping.targets[c];
    if (!import_mapping_check(&to->mapping, NULL) &&
        import_mapping_check(&from->mapping, NULL))
        memcpy(to->mapping.targets, from->mapping.targets, size);
    if (from->headless != from->guessed_headless)
        import_set_headless(to, from->headless);
}

struct import *
import_open_again(const struct import *import, const char *encoding, struct error *err)
{
    const struct import_choice choice = {
        .encoding = encoding,
        .sheet = import->file->sheet,
        .leave_hidden = import->file->choice.leave_hidden,
    };
    struct import *again =
        import_open_as(import->at, import->path, &import->goal, &choice, err);

    if (!again)
        return NULL;
    carry_columns(import, again);
    again->mapping.keep_capitals = import->mapping.keep_capitals;
    again->creates = import->creates;
    return again;
}
