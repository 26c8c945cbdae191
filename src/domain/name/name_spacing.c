/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_spacing.c - one family name that is written in one word or in several */
#include "atelier/domain/name_spacing.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "name/name_word.h"

/* Behind a particle at least so many bytes are a name. */
enum { REST_BYTES = 3, PARTICLE_MOST = 6 };

bool
name_spacing_add_joined(const char *fold, struct buffer *buffer)
{
    if (!strchr(fold, ' '))
        return false;
    for (; *fold; fold++)
        if (*fold != ' ')
            buffer_add_char(buffer, *fold);
    return true;
}

static void
add_way(struct name_spacing *spacing, const char *way, const char *fold)
{
    if (spacing->count < NAME_SPACING_MOST && strcmp(way, fold) != 0)
        spacing->ways[spacing->count++] = memory_copy(way);
}

/* A name that begins with another single letter is far more often one word. */
static bool
is_particle(const char *text, size_t length)
{
    const struct name_word word = { text, length };

    if (length == 1)
        return text[0] == 'o';
    return name_word_is_particle(word) || (length == 4 && memcmp(text, "fitz", 4) == 0);
}

/* Each way to part the rest, behind what stands before it. */
static void
add_parted(struct name_spacing *spacing, const char *front, const char *rest,
           const char *fold)
{
    const size_t length = strlen(rest);

    for (size_t i = 1; i <= PARTICLE_MOST && i + REST_BYTES <= length; i++) {
        if (!is_particle(rest, i))
            continue;
        struct buffer way = { 0 };
        buffer_addf(&way, "%s%.*s ", front, (int)i, rest);
        add_parted(spacing, buffer_text(&way), rest + i, fold);
        buffer_add(&way, rest + i);
        add_way(spacing, buffer_text(&way), fold);
        buffer_clear(&way);
    }
}

void
name_spacing_init(struct name_spacing *spacing, const char *fold)
{
    struct buffer whole = { 0 };

    *spacing = (struct name_spacing){ 0 };
    const bool is_parted = name_spacing_add_joined(fold, &whole);
    if (is_parted)
        add_way(spacing, buffer_text(&whole), fold);
    add_parted(spacing, "", is_parted ? buffer_text(&whole) : fold, fold);
    buffer_clear(&whole);
}

void
name_spacing_clear(struct name_spacing *spacing)
{
    for (size_t i = 0; i < spacing->count; i++)
        free(spacing->ways[i]);
    *spacing = (struct name_spacing){ 0 };
}
