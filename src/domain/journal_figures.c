/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_figures.c - the figures that an act keeps behind what it was about, in words */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/domain/erased_mark.h"
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

/* --- a quota, a quorum */

static const char most_sign[] = " (≤ ";
static const char each_sign[] = " (∀ ≤ ";
static const char held_sign[] = " (⊇ ";
static const char least_sign[] = " (≥ ";

void
journal_sign_limit(const struct seat_limit *limit, struct buffer *summary)
{
    char until[DATE_TEXT_SIZE] = "";

    buffer_addf(summary, "%s%lld",
                limit->kind == SEAT_LIMIT_HOLD                 ? held_sign
                : limit->scope == SEAT_LIMIT_EACH_ORGANISATION ? each_sign
                                                               : most_sign,
                (long long)limit->people);
    if (!date_is_none(limit->until)) {
        date_format(limit->until, until);
        buffer_addf(summary, ", %s", until);
    }
    buffer_add_char(summary, ')');
}

void
journal_sign_quorum(const struct quorum *quorum, struct buffer *summary)
{
    buffer_addf(summary, "%s%lld)", least_sign, (long long)quorum->people);
}

/* What stands between the sign and the last bracket; false when it is something else. */
static bool
read_limit(const char *at, struct seat_limit *limit)
{
    char *end;

    limit->people = strtoll(at, &end, 10);
    if (end == at)
        return false;
    if (strncmp(end, ", ", 2) == 0 && strlen(end) == sizeof(", 2027-03-16)") - 1) {
        char day[sizeof("2027-03-16")] = "";
        memcpy(day, end + 2, sizeof(day) - 1);
        return date_parse(day, &limit->until) && strcmp(end + 12, ")") == 0;
    }
    return strcmp(end, ")") == 0;
}

/* "Town (≤ 3)" as "Town, at most 3 seats"; false when it is no such summary. */
static bool
add_limit(const char *summary, struct buffer *buffer)
{
    static const struct {
        const char *sign;
        struct seat_limit limit;
        bool is_quorum;
    } kinds[] = {
        { most_sign, { .kind = SEAT_LIMIT_MOST }, false },
        { each_sign,
          { .kind = SEAT_LIMIT_MOST, .scope = SEAT_LIMIT_EACH_ORGANISATION },
          false },
        { held_sign, { .kind = SEAT_LIMIT_HOLD }, false },
        { least_sign, { .people = 0 }, true },
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        const char *at = strstr(summary, kinds[i].sign);
        struct seat_limit limit = kinds[i].limit;
        if (!at || !read_limit(at + strlen(kinds[i].sign), &limit))
            continue;
        const struct quorum quorum = { .people = limit.people };
        buffer_add_part(buffer, summary, (size_t)(at - summary));
        buffer_add(buffer, at > summary ? ", " : "");
        if (kinds[i].is_quorum)
            quorum_entity.title(&quorum, buffer);
        else
            seat_limit_entity.title(&limit, buffer);
        return true;
    }
    return false;
}

void
journal_add_summary(const char *summary, struct buffer *buffer)
{
    struct figures figures = { 0 };
    const char *sign = NULL;

    if (!summary || add_limit(summary, buffer))
        return;
    for (const char *at = summary; (at = strstr(at, " (+")); at++)
        sign = at;
    if (!sign || !read_figures(sign, &figures)) {
        erased_mark_show(summary, buffer);
        return;
    }
    struct buffer name = { 0 };
    struct buffer words = { 0 };
    buffer_add_part(&name, summary, (size_t)(sign - summary));
    if (strcmp(buffer_text(&name), "-") == 0) {
        buffer_reset(&name);
        buffer_add(&name, _("standard input"));
    }
    add_figures(&figures, &words);
    buffer_addf(buffer, _("%s: %s"), buffer_text(&name), buffer_text(&words));
    buffer_clear(&name);
    buffer_clear(&words);
}
