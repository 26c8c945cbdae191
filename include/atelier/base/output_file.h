/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output_file.h - a file that leaves the program: whole in its place, or not there
 *
 * It is written without a name where the file system can, else under one beside its
 * place, through one descriptor from its making to its place: whoever may write in the
 * folder cannot put another file in between.  It comes to its name when it is whole and
 * on the disk; until then a reader finds what was there before, and a program that is
 * killed leaves nothing that anybody would take for the file.
 */
#ifndef ATELIER_BASE_OUTPUT_FILE_H
#define ATELIER_BASE_OUTPUT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "atelier/base/error.h"
#include "atelier/base/own_folder.h"

/* Who may read a new file, less the umask: what names people is its owner's alone. */
enum output_mode { OUTPUT_FOR_OWNER = 0600, OUTPUT_FOR_ALL = 0644 };

struct output_rule {
    enum output_mode mode;
    /* NULL: a file that is there is never replaced (ERROR_EXISTS).  Else it is asked
     * whether what is there begins as such files do, and says so when it does not; an
     * empty one may always be replaced, and a pipe or a device takes the bytes. */
    bool (*is_like)(const char *path, const char *begin, size_t length,
                    struct error *err);
    /* NULL, or refuses a name or a file that must never be written to. */
    bool (*allows)(void *context, const char *path, const struct stat *there,
                   struct error *err);
    void *context;
    /* NULL, or the folder in which the path is a name, and whose room it takes. */
    const struct own_folder *within;
};

enum { OUTPUT_BEGIN = 64 }; /* bytes that is_like() sees at the most */

struct output_file;

/* NULL and a sentence: ERROR_EXISTS when a file is there that stays, ERROR_INPUT when it
 * is unlike, not allowed, a folder or a link to nowhere, ERROR_SYSTEM when the folder
 * takes none.  A link stays one: the file behind it is replaced, with its mode. */
struct output_file *output_file_open(const char *path, const struct output_rule *rule,
                                     struct error *err);

bool output_file_write(struct output_file *file, const char *bytes, size_t length,
                       struct error *err);

/* Whether there is room for so many bytes, where that is limited; asked by who writes to
 * it directly.  It is asked again at the end. */
bool output_file_has_room(const struct output_file *file, int64_t bytes,
                          struct error *err);

/* For who writes to it directly, as a child does; not together with output_file_write().
 */
int output_file_descriptor(const struct output_file *file);

/* Puts it in its place and frees it, also when that failed.  *replaced (may be NULL)
 * tells whether a file that was not empty was there. */
bool output_file_finish(struct output_file *file, bool *replaced, struct error *err);

/* Frees it; nothing of it stays.  NULL is fine. */
void output_file_discard(struct output_file *file);

#endif
