/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_summary.c - what an act was about, and the figures of an import in words */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/domain/journal.h"

struct figures {
    unsigned long added, changed, registered, members;
};

/* Reads the number behind a sign and goes on behind it; false when there is none. */
static bool
read_figure(const char **at, const char *sign, unsigned long *figure)
{
    const size_t length = strlen(sign);
    char *end;

    if (strncmp(*at, sign, length) != 0 || (*at)[length] < '0' || (*at)[length] > '9')
        return false;
    *figure = strtoul(*at + length, &end, 10);
    *at = end;
    return true;
}

static bool
read_figures(const char *at, struct figures *figures)
{
    if (!read_figure(&at, " (+", &figures->added) ||
        !read_figure(&at, ", ~", &figures->changed))
        return false;
    (void)read_figure(&at, ", → ", &figures->registered);
    (void)read_figure(&at, ", ∈ ", &figures->members);
    return strcmp(at, ")") == 0;
}

/* Whether there is something to say of it; what was said before is parted from it. */
static bool
is_said(unsigned long figure, struct buffer *words)
{
    if (figure > 0 && words->length > 0)
        buffer_add(words, ", ");
    return figure > 0;
}

static void
add_figures(const struct figures *is, struct buffer *words)
{
    if (is_said(is->added, words))
        buffer_addf(words, ngettext("%lu added", "%lu added", is->added), is->added);
    if (is_said(is->changed, words))
        buffer_addf(words, ngettext("%lu changed", "%lu changed", is->changed),
                    is->changed);
    if (is_said(is->registered, words))
        buffer_addf(words, ngettext("%lu registered", "%lu registered", is->registered),
                    is->registered);
    if (is_said(is->members, words))
        buffer_addf(words, ngettext("%lu new member", "%lu new members", is->members),
                    is->members);
    if (words->length == 0)
        buffer_add(words, _("nothing changed"));
}

void
journal_add_summary(const char *summary, struct buffer *buffer)
{
    struct figures figures = { 0 };
    const char *sign = NULL;

    if (!summary)
        return;
    for (const char *at = summary; (at = strstr(at, " (+")); at++)
        sign = at;
    if (!sign || !read_figures(sign, &figures)) {
        buffer_add(buffer, summary);
        return;
    }
    struct buffer name = { 0 };
    struct buffer words = { 0 };
    buffer_add_part(&name, summary, (size_t)(sign - summary));
    add_figures(&figures, &words);
    buffer_addf(buffer, _("%s: %s"), buffer_text(&name), buffer_text(&words));
    buffer_clear(&name);
    buffer_clear(&words);
}
