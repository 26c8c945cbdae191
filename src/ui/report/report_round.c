/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_round.c - a report that is sent round: to whom, into the clipboard, and with its
 * text on one page to read */
#include "atelier/app/export_report.h"
#include "atelier/app/report_addresses.h"
#include "atelier/app/report_writers.h"
#include "atelier/base/language.h"
#include "report/report_page.h"
#include "sentence.h"
#include "terminal/clipboard.h"
#include "widget/pager.h"

/* To whom it is sent, into the clipboard. */
void
report_copy_addresses(struct ui *ui, void *state, int64_t argument)
{
    const struct report_page *page = state;
    struct report_addresses list = { 0 };
    struct buffer text = { 0 };
    struct error err = { 0 };
    size_t count = 0;

    (void)argument;
    if (!report_addresses_load(ui_atelier(ui), page->meeting, &list, &err)) {
        ui_fail(ui, &err);
    } else {
        for (size_t i = 0; i < list.count; i++)
            if (list.items[i].email)
                buffer_addf(&text, "%s%s", count++ > 0 ? ", " : "", list.items[i].email);
        if (count == 0)
            ui_refuse(ui, "%s", _("No address of who was there is known."));
        else if (text.length > CLIPBOARD_MOST)
            ui_refuse(ui, "%s", _("These are too many addresses for the clipboard."));
        else {
            clipboard_set(buffer_text(&text), text.length);
            ui_say(ui, ngettext("%zu address copied.", "%zu addresses copied.", count),
                   count);
        }
    }
    report_addresses_clear(&list);
    buffer_clear(&text);
}

/* --- to read */

/* The key that acts elsewhere ends the page, which comes back behind it. */
enum wanted { WANTS_NOTHING, WANTS_ADDRESSES, WANTS_FILE };

static bool
is_wanted(void *context, const struct key *key)
{
    enum wanted *wanted = context;

    if (key_is(key, "y"))
        *wanted = WANTS_ADDRESSES;
    else if (key_is(key, "x"))
        *wanted = WANTS_FILE;
    return *wanted != WANTS_NOTHING;
}

static void
add_without(const struct report_addresses *list, struct buffer *text)
{
    bool some = false;

    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].email)
            continue;
        if (!some)
            buffer_addf(text, "%s\n", _("Without an e-mail:"));
        buffer_addf(text, "  %s\n", list->items[i].name);
        some = true;
    }
}

static void
add_addresses(const struct report_addresses *list, struct buffer *text)
{
    buffer_addf(text, "# %s\n",
                list->count > 0 ? _("To send it to, who was there and who was excused:")
                                : _("Nobody was there or excused: there is no address."));
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].email)
            buffer_addf(text, "  %s <%s>\n", list->items[i].name, list->items[i].email);
    add_without(list, text);
}

/* False: it cannot be gathered. */
static bool
fill(const struct report_page *page, struct ui *ui, struct buffer *text)
{
    const struct report_export wish = { .meeting = page->meeting,
                                        .form = REPORT_AS_TEXT };
    struct report_document document = { 0 };
    struct report_addresses list = { 0 };
    struct error err = { 0 };
    const bool ok = report_export_read(ui_atelier(ui), &wish, &document, &err) &&
                    report_addresses_load(ui_atelier(ui), page->meeting, &list, &err);

    if (ok) {
        sentence_add(ui,
                     _("%K{report.copy} copies the addresses; %K{report.export} writes "
                       "the report to a file."),
                     text);
        buffer_add(text, "\n\n");
        add_addresses(&list, text);
        buffer_addf(text, "\n# %s\n", _("The text"));
        report_text(&document, text);
    } else {
        ui_fail(ui, &err);
    }
    error_clear(&err);
    report_addresses_clear(&list);
    report_document_clear(&document);
    return ok;
}

void
report_round_show(struct report_page *page, struct ui *ui)
{
    struct buffer text = { 0 };
    enum wanted wanted = WANTS_ADDRESSES;

    if (fill(page, ui, &text))
        while (wanted != WANTS_NOTHING && !ui_is_leaving(ui)) {
            wanted = WANTS_NOTHING;
            pager_run_until(ui, _("The report that is sent round"), buffer_text(&text),
                            is_wanted, &wanted);
            if (wanted == WANTS_ADDRESSES)
                report_copy_addresses(ui, page, 0);
            else if (wanted == WANTS_FILE)
                report_file_ask(ui, page->meeting, "txt");
        }
    buffer_clear(&text);
}
