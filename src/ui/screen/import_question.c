/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_question.c - what an import asks: who is meant, and whether to write */
#include "screen/import_question.h"

#include <inttypes.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "widget/choose.h"
#include "widget/confirm.h"

enum { VALUE_COLUMNS = 50 };

static void
add_line(struct buffer *text, const char *label, const char *value)
{
    struct buffer cut = { 0 };
    text_add_cut(&cut, value, VALUE_COLUMNS, false, false);
    buffer_add_char(text, '\n');
    buffer_addf(text, _("%s: %s"), label, buffer_text(&cut));
    buffer_clear(&cut);
}

/* Below the reason, what the row says: nobody can decide by the name alone. */
static void
add_values(const struct import_row *row, struct buffer *text)
{
    static const enum import_target told[] = { IMPORT_EMAIL, IMPORT_ORGANISATION,
                                               IMPORT_FUNCTION, IMPORT_PHONE };
    buffer_add(text, row->reason);
    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
        if (row->values[told[i]])
            add_line(text, _(import_targets[told[i]].label), row->values[told[i]]);
}

int
import_question_who(struct ui *ui, const struct import_row *row)
{
    struct buffer text = { 0 };
    add_values(row, &text);
    struct buffer known = { 0 };
    buffer_add(&known, _("It is: "));
    if (row->person)
        display_title(ui_atelier(ui), ENTITY_PERSON, row->person, &known);
    const char *const answers[] = { _("Leave it out"), _("It is somebody new"),
                                    buffer_text(&known) };
    int answer =
        choose(ui, _("Who is it?"), buffer_text(&text), answers, row->person ? 3 : 2, 0);
    buffer_clear(&known);
    buffer_clear(&text);
    return answer;
}

/* Names the deed: people who are known already come onto the list as well. */
bool
import_question_write(struct ui *ui, bool meeting, const int64_t counts[],
                      int64_t seatless)
{
    int64_t left_out = counts[IMPORT_DOUBTFUL] + counts[IMPORT_REFUSED];
    int64_t all = counts[IMPORT_NEW] + counts[IMPORT_CHANGED] + counts[IMPORT_SAME];
    struct buffer text = { 0 };

    if (meeting)
        buffer_addf(&text,
                    ngettext("Register %" PRId64 " person, %" PRId64
                             " of them new and %" PRId64 " changed?",
                             "Register %" PRId64 " people, %" PRId64
                             " of them new and %" PRId64 " changed?",
                             (unsigned long)all),
                    all, counts[IMPORT_NEW], counts[IMPORT_CHANGED]);
    else
        buffer_addf(&text, _("Write %" PRId64 " new and %" PRId64 " changed people?"),
                    counts[IMPORT_NEW], counts[IMPORT_CHANGED]);
    if (meeting && seatless > 0)
        buffer_addf(&text,
                    ngettext("  %" PRId64 " finds no seat and is not registered.",
                             "  %" PRId64 " find no seat and are not registered.",
                             (unsigned long)seatless),
                    seatless);
    if (left_out > 0)
        buffer_addf(&text,
                    ngettext("  %" PRId64 " doubtful or refused row is left out.",
                             "  %" PRId64 " doubtful or refused rows are left out.",
                             (unsigned long)left_out),
                    left_out);
    bool yes = confirm(ui, meeting ? _("Write and register them") : _("Write them"), "%s",
                       buffer_text(&text));
    buffer_clear(&text);
    return yes;
}
