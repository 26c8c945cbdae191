/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torn_line.c - texts that some calendar programs tear: C:\dossier\nouveau */
#include "atelier/app/torn_line.h"

#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"

bool
torn_line_is_in(const char *text)
{
    const char *at = text ? strchr(text, '\\') : NULL;

    while (at && at[1] != 'n' && at[1] != 'N')
        at = strchr(at + 1, '\\');
    return at;
}

bool
torn_line_say(struct atelier *at, const struct export_counts *counts, struct buffer *text)
{
    const unsigned long more = counts->torn > 0 ? (unsigned long)counts->torn - 1 : 0;
    struct buffer title = { 0 };

    if (counts->torn == 0)
        return false;
    display_title(at, ENTITY_MEETING, counts->torn_meeting, &title);
    if (more == 0)
        buffer_addf(text,
                    _("Some calendar programs read the \\n in the texts of “%s” as a new "
                      "line: write / in paths."),
                    buffer_text(&title));
    else
        buffer_addf(
            text,
            ngettext("Some calendar programs read the \\n in the texts of “%s” and "
                     "of %lu more meeting as a new line: write / in paths.",
                     "Some calendar programs read the \\n in the texts of “%s” and "
                     "of %lu more meetings as a new line: write / in paths.",
                     more),
            buffer_text(&title), more);
    buffer_clear(&title);
    return true;
}
