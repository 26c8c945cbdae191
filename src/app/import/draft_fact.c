/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_fact.c - what was done with a file, fact by fact, as lines of a text */
#include "import/draft_fact.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

void
draft_fact_add_part(struct buffer *text, const char *part)
{
    buffer_add_char(text, '\t');
    for (; *part; part++)
        if (*part == '\n')
            buffer_add(text, "\\n");
        else if (*part == '\t')
            buffer_add(text, "\\t");
        else if (*part == '\\')
            buffer_add(text, "\\\\");
        else
            buffer_add_char(text, *part);
}

void
draft_fact_add(struct buffer *text, const char *name, const char *part)
{
    if (!part)
        return;
    buffer_add(text, name);
    draft_fact_add_part(text, part);
    buffer_add_char(text, '\n');
}

void
draft_fact_add_number(struct buffer *text, const char *name, uint64_t number)
{
    buffer_addf(text, "%s\t%" PRIu64 "\n", name, number);
}

bool
draft_fact_cut_up(char *line, char *parts[], size_t most, size_t *count)
{
    char *to = line;
    bool ok = true;
    *count = 0;
    for (const char *at = line; ok && *at; at++) {
        if (*at == '\t') {
            *to++ = '\0';
            ok = *count < most;
            if (ok)
                parts[(*count)++] = to;
        } else if (*at == '\\') {
            at++;
            ok = *at == 'n' || *at == 't' || *at == '\\';
            *to++ = (char)(*at == 'n' ? '\n' : *at == 't' ? '\t' : '\\');
        } else {
            *to++ = *at;
        }
    }
    *to = '\0';
    return ok;
}

bool
draft_fact_number(const char *part, uint64_t most, uint64_t *number)
{
    char *end;
    errno = 0;
    *number = strtoull(part, &end, 10);
    return isdigit((unsigned char)part[0]) && !*end && errno == 0 && *number <= most;
}

bool
draft_fact_flag(const char *part, bool *flag)
{
    uint64_t number;
    const bool ok = draft_fact_number(part, 1, &number);
    *flag = ok && number == 1;
    return ok;
}
