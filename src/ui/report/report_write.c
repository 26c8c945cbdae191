/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_write.c - the line at the bottom that stays open, and the text of one entry
 *
 * What is pasted is text: several lines become entries when Enter is pressed, and not
 * before.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/report_prefix.h"
#include "noun/noun.h"
#include "noun/noun_form.h"
#include "noun/noun_save.h"
#include "report/report_page.h"

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* --- new entries */

/* Behind what is under the bar; where that is none of this report, at the end. */
static void
follow_bar(struct report_page *page)
{
    const struct report_stop *stop = report_page_stop(page);
    const struct entry_shown_list *entries = &page->view.entries;
    const struct entry_shown *above =
        stop && stop->kind == STOP_ENTRY ? &entries->items[stop->index]
        : entries->count > 0             ? &entries->items[entries->count - 1]
                                         : NULL;

    page->after = above ? above->entry.head.id : ENTRY_AT_END;
    page->indent = above ? above->entry.indent : 0;
}

/* The text of an entry that was left with something in it stays in its draft. */
static void
part_with_edit(struct report_page *page, struct ui *ui)
{
    if (page->base.head.id != 0 && page->text.text.text.length > 0) {
        report_draft_part(page, ui);
        text_area_set(&page->text, "");
    }
    record_clear(&report_entry_entity, &page->base);
    record_init(&report_entry_entity, &page->base);
}

void
report_write_begin(struct report_page *page, struct ui *ui)
{
    part_with_edit(page, ui);
    if (page->view.report.state == REPORT_CIRCULATED)
        ui_say(ui, "%s", _("A remark that came back begins with ~."));
    follow_bar(page);
    page->mode = REPORT_WRITES;
    page->text.text.most = ENTRY_TEXT_MOST;
    line_edit_go_to_end(&page->text.text);
}

/* The deepest that a new one may be: below the last of what stands before it. */
static int64_t
deepest(const struct report_page *page)
{
    const struct entry_shown_list *entries = &page->view.entries;
    size_t i = page->after > 0 ? report_page_find(page, page->after) : entries->count;

    if (entries->count == 0)
        return 0;
    if (i >= entries->count)
        return least(entries->items[entries->count - 1].entry.indent + 1,
                     ENTRY_INDENT_MOST);
    const int64_t level = entries->items[i].entry.indent;
    while (i + 1 < entries->count && entries->items[i + 1].entry.indent > level)
        i++;
    return least(entries->items[i].entry.indent + 1, ENTRY_INDENT_MOST);
}

/* What a new one belongs to at the depth that was chosen. */
static void
say_depth(const struct report_page *page, struct ui *ui)
{
    const struct entry_shown_list *entries = &page->view.entries;
    size_t i = page->after > 0 ? report_page_find(page, page->after) : entries->count;
    struct buffer words = { 0 };

    if (page->indent == 0 || entries->count == 0) {
        ui_say(ui, "%s", _("It belongs to none of the others."));
        return;
    }
    i = i < entries->count ? i : entries->count - 1;
    while (i > 0 && entries->items[i].entry.indent >= page->indent)
        i--;
    report_add_line(entries->items[i].entry.text, &words);
    ui_say(ui, _("It belongs to “%s”."), buffer_text(&words));
    buffer_clear(&words);
}

static void
step_indent(struct report_page *page, struct ui *ui, int by)
{
    if (by > 0 && page->indent >= deepest(page))
        ui_refuse(ui, "%s", _("There is no entry above that it could belong to."));
    else if (page->indent + by >= 0) {
        page->indent += by;
        say_depth(page, ui);
    }
}

static void
add_entry(struct report_entry_list *list, const struct report_page *page,
          const char *typed)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    struct report_entry *entry = &list->items[list->count++];
    record_init(&report_entry_entity, entry);
    entry->meeting = page->meeting;
    entry_take_typed(entry, typed);
    entry->indent = least(entry->indent + page->indent, ENTRY_INDENT_MOST);
}

static void
read_lines(const struct report_page *page, struct report_entry_list *list)
{
    for (const char *text = text_area_text(&page->text); *text;) {
        const size_t length = strcspn(text, "\n");
        char *line = memory_copy_part(text, length);

        if (!text_is_blank(line))
            add_entry(list, page, line);
        free(line);
        text += length + (text[length] == '\n');
    }
}

static bool
add_all(struct report_page *page, struct ui *ui, struct report_entry_list *list,
        struct error *err)
{
    if (entry_add_all(ui_atelier(ui), list, page->after, err))
        return true;
    if (err->kind != ERROR_NOT_FOUND || page->after <= 0)
        return false;
    error_clear(err); /* a colleague took away the one before it */
    page->after = ENTRY_AT_END;
    return entry_add_all(ui_atelier(ui), list, ENTRY_AT_END, err);
}

/* What the line cannot say of the last one is asked for by the next key. */
static void
say_added(struct ui *ui, const struct report_entry_list *list)
{
    const enum report_entry_kind kind = list->items[list->count - 1].kind;

    if (list->count > 1)
        ui_say(ui, _("%zu entries added."), list->count);
    else if (kind == ENTRY_QUOTE)
        ui_say(ui, _("%%K{Enter} again: whose words they are."));
    else if (report_entry_is_carried(kind))
        ui_say(ui, _("%%K{Enter} again: who is to do it, until when."));
}

/* False: what is typed stays. */
static bool
take(struct report_page *page, struct ui *ui, struct report_entry_list *list)
{
    struct error err = { 0 };

    if (list->count == 0) {
        ui_refuse(ui, _("Type something first; %%K{Esc} ends writing."));
        return false;
    }
    if (!add_all(page, ui, list, &err))
        return ui_fail(ui, &err);
    const struct report_entry *last = &list->items[list->count - 1];

    page->after = page->wanted = last->head.id;
    page->indent = last->indent;
    text_area_set(&page->text, "");
    report_draft_drop(page, ui);
    say_added(ui, list);
    ui_refresh(ui);
    return true;
}

static void
take_lines(struct report_page *page, struct ui *ui)
{
    struct report_entry_list list = { 0 };

    read_lines(page, &list);
    (void)take(page, ui, &list);
    report_entry_list_clear(&list);
}

bool
report_write_whole(struct report_page *page, struct ui *ui)
{
    struct report_entry_list list = { 0 };

    if (!text_is_blank(text_area_text(&page->text)))
        add_entry(&list, page, text_area_text(&page->text));
    const bool ok = take(page, ui, &list);
    report_entry_list_clear(&list);
    return ok;
}

static void
leave(struct report_page *page, struct ui *ui)
{
    if (report_typing_leave(page, ui))
        ui_say(ui, _("Not added, but kept: %%K{entry.add} goes on with it."));
}

/* The blanks before a line say how deep it is: they stay. */
static bool
paste(struct report_page *page, const char *pasted)
{
    struct buffer text = { 0 };

    while (*pasted) {
        const size_t length = strcspn(pasted, "\r\n");
        char *line = memory_copy_part(pasted, length);
        char *tidy = text_tidy_lines(line);

        for (const char *c = line; text.length > 0 && (*c == ' ' || *c == '\t'); c++)
            buffer_add(&text, *c == '\t' ? "  " : " ");
        buffer_add(&text, tidy);
        free(line);
        free(tidy);
        pasted += length;
        if (*pasted) {
            buffer_add_char(&text, '\n');
            pasted += pasted[0] == '\r' && pasted[1] == '\n' ? 2 : 1;
        }
    }
    const bool fits = line_edit_has_room(&page->text.text, buffer_text(&text));
    if (fits)
        line_edit_insert(&page->text.text, buffer_text(&text));
    buffer_clear(&text);
    return fits;
}

/* Where the next one goes. */
static bool
step_bar(struct report_page *page, const struct key *key)
{
    const bool up = key_is(key, "Up");

    if (key_is(key, "PgDn")) {
        page->bar = page->count > 0 ? page->count - 1 : 0;
        follow_bar(page);
        return true;
    }
    if (!up && !key_is(key, "Down"))
        return false;
    if (up ? page->bar > 0 : page->bar + 1 < page->count)
        page->bar = up ? page->bar - 1 : page->bar + 1;
    follow_bar(page);
    return true;
}

static bool
is_at_begin(const struct report_page *page)
{
    return page->text.text.caret == 0;
}

static bool
take_text(struct report_page *page, const struct key *key, bool *changed)
{
    if (key->press != PRESS_PASTE)
        return text_area_key(&page->text, key, changed);
    *changed = paste(page, key->paste);
    return *changed;
}

/* Nothing is typed: what the line of the one before cannot say, in its form. */
static bool
ask_more(struct report_page *page, struct ui *ui)
{
    const struct entry_shown *shown = report_page_chosen(page);

    if (!text_is_blank(text_area_text(&page->text)) || page->after <= 0 || !shown ||
        shown->entry.head.id != page->after)
        return false;
    if (noun_edit(ui, ENTITY_REPORT_ENTRY, page->after)) {
        page->wanted = page->after;
        ui_say(ui, "%s", _("Saved."));
        ui_refresh(ui);
    }
    return true;
}

bool
report_write_key(struct report_page *page, struct ui *ui, const struct key *key)
{
    bool changed = false;

    if (key_is(key, "Esc"))
        leave(page, ui);
    else if (key_is(key, "Enter") && ask_more(page, ui))
        return true;
    else if (key_is(key, "Enter F2 Ctrl-S"))
        take_lines(page, ui);
    else if (key_is(key, "Tab") || (key_is(key, "Space") && is_at_begin(page)))
        step_indent(page, ui, 1);
    else if (key_is(key, "Shift-Tab") || key->press == PRESS_BACK_TAB ||
             (key_is(key, "Backspace") && is_at_begin(page) && page->indent > 0))
        step_indent(page, ui, -1);
    else if (!take_text(page, key, &changed) && !step_bar(page, key))
        return false;
    if (changed)
        report_draft_note(page);
    return true;
}

/* --- the text of one entry */

void
report_edit_begin(struct report_page *page, struct ui *ui, int64_t entry)
{
    struct buffer typed = { 0 };
    struct error err = { 0 };

    if (entry == page->base.head.id && page->text.text.text.length > 0) {
        page->mode = REPORT_EDITS; /* what was left with something in it */
        return;
    }
    if (page->text.text.text.length > 0)
        report_draft_part(page, ui);
    if (!edit_load(ui_atelier(ui), &report_entry_entity, entry, &page->base, &err)) {
        ui_fail(ui, &err);
        return;
    }
    report_prefix_add(page->base.kind, 0, page->base.text, &typed);
    text_area_set(&page->text, buffer_text(&typed));
    page->text.text.most = ENTRY_TEXT_MOST + 2;
    line_edit_go_to_end(&page->text.text);
    page->mode = REPORT_EDITS;
    buffer_clear(&typed);
}

/* Nothing is typed any more. */
static void
end_typing(struct report_page *page, struct ui *ui)
{
    page->mode = REPORT_READS;
    text_area_set(&page->text, "");
    record_clear(&report_entry_entity, &page->base);
    record_init(&report_entry_entity, &page->base);
    report_draft_drop(page, ui);
}

/* What was typed, as the entry would be. */
static void
read_edited(const struct report_page *page, struct report_entry *entry)
{
    record_init(&report_entry_entity, entry);
    record_copy(&report_entry_entity, entry, &page->base);
    entry_take_typed(entry, text_area_text(&page->text));
    entry->indent = page->base.indent;
}

static bool
is_changed(const struct report_page *page)
{
    struct report_entry entry;

    read_edited(page, &entry);
    const bool changed = !report_entry_says_same(&entry, &page->base);
    record_clear(&report_entry_entity, &entry);
    return changed;
}

/* Both versions are shown where a colleague was quicker. */
static bool
save(struct report_page *page, struct ui *ui)
{
    struct noun_saving saving = { .entity = &report_entry_entity, .base = &page->base };
    struct report_entry entry;
    struct error err = { 0 };

    read_edited(page, &entry);
    if (!entry.text) {
        record_clear(&report_entry_entity, &entry);
        ui_refuse(ui, _("Nothing is left of it; %%K{Esc} and %%K{entry.remove} remove an "
                        "entry."));
        return false;
    }
    const bool ok = noun_save(ui, &saving, &entry, &err);
    if (ok) {
        page->wanted = entry.head.id;
        record_copy(&report_entry_entity, &page->base, &entry);
    } else if (err.kind != ERROR_CANCELLED) {
        ui_fail(ui, &err);
    }
    free(saving.meanwhile);
    record_clear(&report_entry_entity, &entry);
    return ok;
}

bool
report_edit_end(struct report_page *page, struct ui *ui)
{
    if (!is_changed(page))
        ui_say(ui, "%s", _("Nothing changed."));
    else if (!save(page, ui))
        return false;
    end_typing(page, ui);
    ui_refresh(ui);
    return true;
}

/* How many bytes of what is typed are the sign before the text. */
static size_t
sign_bytes(const struct report_page *page)
{
    const char *typed = text_area_text(&page->text);
    struct report_typed read;

    report_prefix_read(typed, &read);
    return (size_t)(read.text - typed);
}

static void
split(struct report_page *page, struct ui *ui)
{
    const size_t lead = sign_bytes(page);
    const size_t caret = page->text.text.caret;
    const char *text = text_area_text(&page->text) + lead;
    int64_t second = 0;
    struct error err = { 0 };

    if (caret <= lead || text_is_blank(text + caret - lead)) {
        ui_refuse(ui, "%s", _("Put the caret where the second entry is to begin."));
    } else if (!entry_split(ui_atelier(ui), page->base.head.id, page->base.head.rev, text,
                            caret - lead, &second, &err)) {
        ui_fail(ui, &err);
    } else {
        end_typing(page, ui);
        page->wanted = second;
        ui_say(ui, _("Split in two.  %%K{program.undo} takes it back."));
        ui_refresh(ui);
    }
}

void
report_join(struct report_page *page, struct ui *ui, int64_t entry, int64_t rev)
{
    int64_t above = 0;
    struct error err = { 0 };

    if (!entry_join(ui_atelier(ui), entry, rev, &above, &err)) {
        ui_fail(ui, &err);
        return;
    }
    page->wanted = above;
    ui_say(ui, _("Joined with the one above.  %%K{program.undo} takes it back."));
}

static void
join(struct report_page *page, struct ui *ui)
{
    if (is_changed(page) && !save(page, ui))
        return;
    const int64_t entry = page->base.head.id, rev = page->base.head.rev;
    end_typing(page, ui);
    report_join(page, ui, entry, rev);
    ui_refresh(ui);
}

bool
report_typing_leave(struct report_page *page, struct ui *ui)
{
    if (page->mode == REPORT_EDITS ? !is_changed(page)
                                   : text_is_blank(text_area_text(&page->text))) {
        end_typing(page, ui);
        return false;
    }
    report_draft_keep(page, ui);
    page->mode = REPORT_READS;
    return true;
}

static void
leave_edit(struct report_page *page, struct ui *ui)
{
    if (report_typing_leave(page, ui))
        ui_say(ui, _("Not saved, but kept: %%K{entry.edit} goes on with it."));
}

bool
report_edit_key(struct report_page *page, struct ui *ui, const struct key *key)
{
    bool changed = false;

    if (key_is(key, "Esc"))
        leave_edit(page, ui);
    else if (key_is(key, "F2 Ctrl-S"))
        report_edit_end(page, ui);
    else if (key_is(key, "Ctrl-N"))
        split(page, ui);
    else if (key_is(key, "Ctrl-O") ||
             (key_is(key, "Backspace") && page->text.text.caret == 0))
        join(page, ui);
    else if (!text_area_key(&page->text, key, &changed))
        return key->press < PRESS_CLICK && key_is(key, "Up Down Tab PgUp PgDn");
    if (changed)
        report_draft_note(page);
    return true;
}
