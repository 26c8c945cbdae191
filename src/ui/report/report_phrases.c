/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_phrases.c - what the tab says of a report and of its entries */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/entry_plain.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/when.h"
#include "report/report_page.h"

/* Short enough to stand before every entry, with the sign that is typed for it. */
static const struct kind_word {
    const char *word, *sign, *ascii;
    enum style style;
} kinds[] = {
    [ENTRY_FINDING] = { N_("finding"), "–", "-", STYLE_PLAIN },
    [ENTRY_QUESTION] = { N_("question"), "?", "?", STYLE_OPEN },
    [ENTRY_ATTENTION] = { N_("attention"), "!", "!", STYLE_STRONG },
    [ENTRY_QUOTE] = { N_("quote"), ">", ">", STYLE_QUIET },
    [ENTRY_RECOMMENDATION] = { N_("recommendation"), "+", "+", STYLE_OPEN },
    [ENTRY_DECISION] = { N_("decision"), "=", "=", STYLE_SETTLED },
    [ENTRY_CONCLUSION] = { N_("conclusion"), ".", ".", STYLE_STRONG },
    [ENTRY_REMARK] = { N_("remark"), "~", "~", STYLE_OPEN },
};
_Static_assert(sizeof kinds / sizeof kinds[0] == ENTRY_KIND_COUNT,
               "each kind has a word");

const char *
report_kind_word(enum report_entry_kind kind)
{
    return _(kinds[kind].word);
}

const char *
report_kind_sign(enum report_entry_kind kind)
{
    return paint_is_ascii() ? kinds[kind].ascii : kinds[kind].sign;
}

enum style
report_kind_style(enum report_entry_kind kind)
{
    return kinds[kind].style;
}

void
report_add_standing(const struct report_page *page, struct buffer *text)
{
    const struct report *report = &page->view.report;

    buffer_add(text, _(report_states[report->state].label));
    if (report->number != NUMBER_NONE && report->number > 0)
        buffer_addf(text, _(", no. %" PRId64), report->number);
    if (report->version > 1)
        buffer_addf(text, _(", version %" PRId64), report->version);
}

void
report_add_counts(const struct report_page *page, bool words, struct buffer *text)
{
    const struct entry_shown_list *entries = &page->view.entries;
    size_t counts[ENTRY_KIND_COUNT] = { 0 };
    bool some = false;

    for (size_t i = 0; i < entries->count; i++)
        counts[entries->items[i].entry.kind]++;
    buffer_addf(text, ngettext("%zu entry", "%zu entries", (unsigned long)entries->count),
                entries->count);
    for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++) {
        if (counts[kind] == 0)
            continue;
        buffer_add(text, words && some ? ", " : "  ");
        buffer_addf(text, "%s %zu",
                    words ? report_kind_word((enum report_entry_kind)kind)
                          : report_kind_sign((enum report_entry_kind)kind),
                    counts[kind]);
        some = true;
    }
}

void
report_add_before(const struct report_page *page, struct buffer *text)
{
    const struct entry_shown_list *carried = &page->view.carried;
    size_t open = 0, overdue = 0;

    for (size_t i = 0; i < carried->count; i++) {
        open += carried->items[i].entry.state == ENTRY_OPEN;
        overdue += carried->items[i].is_overdue;
    }
    if (carried->count == 0)
        return;
    buffer_addf(text, _("from before: %zu open"), open);
    if (overdue > 0)
        buffer_addf(text, _(", %zu overdue"), overdue);
    if (carried->count > open)
        buffer_addf(text, _(", %zu settled"), carried->count - open);
}

void
report_add_line(const char *said, struct buffer *text)
{
    struct buffer plain = { 0 };

    entry_plain_add(said, &plain);
    erased_mark_show(buffer_text(&plain), text);
    buffer_clear(&plain);
}

void
report_add_words(const char *said, struct buffer *text)
{
    struct buffer plain = { 0 };

    entry_plain_add_lines(said, &plain);
    erased_mark_show(buffer_text(&plain), text);
    buffer_clear(&plain);
}

const char *
report_state_word(const struct report_entry *entry)
{
    return report_entry_state_word(entry->kind, entry->state);
}

static void
part(struct buffer *text)
{
    if (text->length > 0)
        buffer_add(text, "  ·  ");
}

static void
add_state(const struct report_entry *entry, struct buffer *text)
{
    const char *sign = entry->state == ENTRY_DONE ? paint_is_ascii() ? "+" : "✓"
                       : paint_is_ascii()         ? "x"
                                                  : "✗";

    if (entry->state == ENTRY_OPEN || !report_entry_can_be_settled(entry->kind))
        return;
    part(text);
    buffer_addf(text, "%s ", sign);
    struct buffer reason = { 0 };
    erased_mark_show(entry->reason, &reason);
    if (reason.length > 0)
        buffer_addf(text, _("%s: %s"), report_state_word(entry), buffer_text(&reason));
    else
        buffer_add(text, report_state_word(entry));
    buffer_clear(&reason);
}

void
report_add_due(const struct entry_shown *shown, struct buffer *text)
{
    if (date_is_none(shown->entry.due))
        return;
    if (shown->is_overdue)
        buffer_add(text, "! ");
    buffer_add(text, _("until "));
    when_format_date(shown->entry.due, WHEN_SHORT, text);
}

void
report_add_tail(const struct entry_shown *shown, struct buffer *text)
{
    const struct report_entry *entry = &shown->entry;

    add_state(entry, text);
    if (!date_is_none(entry->due)) {
        part(text);
        report_add_due(shown, text);
    }
    if (entry->said_by) {
        part(text);
        erased_mark_show(entry->said_by, text);
    }
    if (shown->owner) {
        part(text);
        buffer_addf(text, _("owner: %s"), shown->owner);
    }
    if (shown->about) {
        part(text);
        buffer_addf(text, _("about %s"), shown->about);
    }
    if (shown->from) {
        part(text);
        buffer_addf(text, _("from %s"), shown->from);
    }
}
