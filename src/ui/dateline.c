/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline.c - whose desk it is, and which day */
#include "dateline.h"

#include "atelier/app/atelier.h"
#include "atelier/base/text.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/when.h"

void
dateline_add_day(struct ui *ui, int columns, struct buffer *text)
{
    struct buffer day = { 0 };

    when_format_date(atelier_today(ui_atelier(ui)), WHEN_SHORT, &day);
    if ((int)text_width(buffer_text(&day)) <= columns)
        buffer_add(text, buffer_text(&day));
    buffer_clear(&day);
}

void
dateline_add_network(struct ui *ui, int columns, struct buffer *text)
{
    struct buffer name = { 0 };

    text_add_printable(&name, atelier_settings(ui_atelier(ui))->network);
    if ((int)text_width(buffer_text(&name)) <= columns)
        buffer_add(text, buffer_text(&name));
    buffer_clear(&name);
}

enum dateline
dateline_add(struct ui *ui, int columns, struct buffer *text)
{
    const char *network = atelier_settings(ui_atelier(ui))->network;
    const bool is_named = !text_is_blank(network);
    struct buffer whole = { 0 };
    enum dateline said = DATELINE_WHOLE;

    if (is_named) {
        text_add_printable(&whole, network);
        buffer_add(&whole, " · ");
    }
    when_format_date(atelier_today(ui_atelier(ui)), WHEN_SHORT, &whole);
    if ((int)text_width(buffer_text(&whole)) <= columns) {
        buffer_add(text, buffer_text(&whole));
    } else {
        const size_t before = text->length;

        if (is_named)
            dateline_add_day(ui, columns, text);
        said = text->length > before ? DATELINE_DAY : DATELINE_NONE;
    }
    buffer_clear(&whole);
    return said;
}
