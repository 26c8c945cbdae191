/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_missed.c - what is said of signs that no font has: to whom it matters is whose
 * names they stand in, so that is one sentence, however many there are
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/print_destination.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

enum { NAMED_MOST = 5 };

struct missed {
    char **names; /* each once, in the order of the document */
    size_t count;
    size_t capacity;
    char *sign; /* the first that the first of them lacks */
};

static void
add_name(struct missed *missed, const char *name, const char *sign)
{
    for (size_t i = 0; i < missed->count; i++)
        if (strcmp(missed->names[i], name) == 0)
            return;
    missed->names = memory_grow(missed->names, &missed->capacity, missed->count + 1,
                                sizeof(*missed->names));
    missed->names[missed->count++] = memory_copy(name);
    if (!missed->sign)
        missed->sign = memory_copy(sign);
}

/* "U+F1234 Name", or the sign alone of what is said of nobody. */
static void
add_line(const char *line, size_t length, struct missed *missed, struct buffer *text)
{
    char *sign = text_tidy_bytes(line, length);
    char *name = strchr(sign, ' ');

    if (name)
        *name++ = '\0';
    if (name && *name)
        add_name(missed, name, sign);
    else if (*sign)
        buffer_addf(text, _("No font here has the sign %s: a box is printed.\n"), sign);
    free(sign);
}

static void
add_people(const struct missed *missed, struct buffer *text)
{
    struct buffer names = { 0 };

    for (size_t i = 0; i < missed->count && i < NAMED_MOST; i++) {
        if (i > 0)
            buffer_add(&names, ", ");
        buffer_addf(&names, _("“%s”"), missed->names[i]);
    }
    if (missed->count > NAMED_MOST)
        buffer_add(&names, ", …");
    if (missed->count == 1)
        buffer_addf(text, _("No font here has the sign %s in “%s”: a box is printed.\n"),
                    missed->sign, missed->names[0]);
    else if (missed->count > 1)
        buffer_addf(text,
                    ngettext("No font here has every sign for %zu person, and boxes are "
                             "printed: %s.\n",
                             "No font here has every sign for %zu people, and boxes are "
                             "printed: %s.\n",
                             (unsigned long)missed->count),
                    missed->count, buffer_text(&names));
    buffer_clear(&names);
}

void
print_missed_add(const struct child *child, struct buffer *text)
{
    struct missed missed = { 0 };
    const char *notes = child_notes(child);

    while (*notes) {
        const size_t length = strcspn(notes, "\n");
        if (length > 2 && notes[0] == '!' && notes[1] == ' ')
            add_line(notes + 2, length - 2, &missed, text);
        notes += length + (notes[length] == '\n');
    }
    add_people(&missed, text);
    for (size_t i = 0; i < missed.count; i++)
        free(missed.names[i]);
    free(missed.names);
    free(missed.sign);
}
