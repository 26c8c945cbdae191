/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_say.c - what erasing somebody touches, as screens and commands say it */
#include <stdio.h>

#include "atelier/app/erase.h"
#include "atelier/base/language.h"
#include "atelier/domain/setting.h"

static void
add_part(const char *title, const struct buffer *lines, struct buffer *text)
{
    if (lines->length > 0)
        buffer_addf(text, "%s\n%s", title, buffer_text(lines));
}

static void
add_count(const char *what, int64_t count, struct buffer *text)
{
    char figure[24];

    if (count <= 0)
        return;
    (void)snprintf(figure, sizeof figure, "%lld", (long long)count);
    buffer_addf(text, _("%s: %s"), what, figure);
    buffer_add_char(text, '\n');
}

void
erase_outcome_say(const struct erase_outcome *outcome, struct buffer *text)
{
    struct buffer rolls = { 0 };

    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        add_count(_(entity_get((enum entity_kind)kind)->plural),
                  (int64_t)outcome->rows[kind], text);
    add_count(_("Entries of the history"), outcome->count.entries, text);
    add_count(_("Texts of other entries"), outcome->count.texts, text);
    add_count(_("Half-typed forms"), outcome->count.drafts, text);
    add_count(_("Final reports, whose PDF is made anew"), outcome->count.editions, text);
    add_count(_("Remembered headings and preferences"), outcome->count.others, text);
    add_part(_("Texts of others that name them:"), &outcome->texts, text);
    buffer_add(text, buffer_text(&outcome->shared));
    buffer_addf(&rolls, _("Lists that keep the name, by the setting “%s”:"),
                _(entity_field(&settings_entity, "roll_years")->label));
    add_part(buffer_text(&rolls), &outcome->rolls, text);
    buffer_clear(&rolls);
    add_part(_("Not touched, and yours to remove:"), &outcome->files, text);
    buffer_addf(text, "%s\n",
                _("Backups and exported files elsewhere are not touched either."));
}
