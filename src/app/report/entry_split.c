/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_split.c - an entry is made two, or two one: no word of it is lost */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/store/row_table.h"
#include "report/entry_order.h"
#include "report/report_act.h"

/* --- to split */

struct splitting {
    const char *text; /* NULL: the stored one */
    size_t cut;
    int64_t *second;
};

/* The last place up to that byte at which no character is cut in two. */
static size_t
boundary(const char *text, size_t cut)
{
    size_t at = 0;

    for (size_t next = text_next(text, at); next > at && next <= cut;
         next = text_next(text, at))
        at = next;
    return at;
}

static void
begin_second(const struct report_entry *first, char *text, struct report_entry *second)
{
    second->meeting = first->meeting;
    second->indent = first->indent;
    second->kind = first->kind;
    second->workshop = first->workshop;
    second->item = first->item;
    second->project = first->project;
    second->said_by = first->said_by ? memory_copy(first->said_by) : NULL;
    second->state = ENTRY_OPEN;
    second->text = text;
}

static bool
write_both(struct report_act *act, struct report_entry *second, struct error *err)
{
    struct report_entry *first = &act->list.items[act->index];
    struct entry_order order = { 0 };
    bool ok = record_check(&report_entry_entity, first, err) &&
              record_check(&report_entry_entity, second, err) &&
              row_update(act->at->db, &report_entry_entity, first, act->at->login,
                         atelier_now(act->at), err);

    for (size_t i = 0; ok && i < act->list.count; i++) {
        entry_order_add(&order, &act->list.items[i]);
        if (i == act->index)
            entry_order_add(&order, second);
    }
    ok = ok && entry_order_write(act->at, &order, act->index + 1, 1, err);
    entry_order_clear(&order);
    return ok;
}

static bool
split(struct report_act *act, struct error *err)
{
    const struct splitting *splitting = act->context;
    struct report_entry *first = &act->list.items[act->index];
    struct report_entry second;
    char *whole = memory_copy(splitting->text ? splitting->text : first->text);
    const size_t cut = boundary(whole, splitting->cut);

    record_init(&report_entry_entity, &second);
    begin_second(first, text_tidy_indented(whole + cut), &second);
    whole[cut] = '\0';
    free(first->text);
    first->text = text_tidy_indented(whole);
    free(whole);
    bool ok = (*first->text != '\0' && *second.text != '\0') ||
              error_set(err, ERROR_INPUT,
                        _("There are no words on one side; put the cursor between "
                          "words."));
    ok = ok && write_both(act, &second, err);
    *splitting->second = second.head.id;
    record_clear(&report_entry_entity, &second);
    return ok;
}

bool
entry_split(struct atelier *at, int64_t entry, int64_t rev, const char *text, size_t cut,
            int64_t *second, struct error *err)
{
    struct splitting splitting = { .text = text, .cut = cut, .second = second };

    *second = 0;
    return report_act_do(at, ACT_REPORT_ENTRY_SPLIT, entry, rev, split, &splitting, err);
}

/* --- to join */

/* Whether both have one of these fields, and not the same. */
static bool
differ(const char *const names[], const struct report_entry *above,
       const struct report_entry *below)
{
    bool has_above = false;
    bool has_below = false;
    bool are_equal = true;

    for (; *names; names++) {
        const struct field *field = entity_field(&report_entry_entity, *names);
        has_above = has_above || !field_is_absent(field, above);
        has_below = has_below || !field_is_absent(field, below);
        are_equal = are_equal && field_equal(field, above, below);
    }
    return has_above && has_below && !are_equal;
}

/* What both have, and one only can be kept. */
static bool
check_joint(const struct report_entry *above, const struct report_entry *below,
            struct error *err)
{
    static const char *const groups[][4] = {
        { "workshop", "item", "project" },
        { "owner_person", "owner_organisation" },
        { "said_by" },
        { "due" },
        { "state" },
    };

    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
        if (differ(groups[i], above, below))
            return error_set(err, ERROR_RULE,
                             /* TRANSLATORS: the label of a field */
                             _("The two differ in “%s”; make them the same first."),
                             _(entity_field(&report_entry_entity, groups[i][0])->label));
    return true;
}

/* What the one above does not have yet, but for the kind, the place and the text. */
static void
take_over(struct report_entry *above, struct report_entry *below)
{
    if (above->workshop == 0 && above->item == 0 && above->project == 0) {
        above->workshop = below->workshop;
        above->item = below->item;
        above->project = below->project;
    }
    if (above->owner_person == 0 && above->owner_organisation == 0) {
        above->owner_person = below->owner_person;
        above->owner_organisation = below->owner_organisation;
    }
    if (date_is_none(above->due))
        above->due = below->due;
    if (!above->said_by) {
        above->said_by = below->said_by;
        below->said_by = NULL;
    }
}

static void
join_text(struct report_entry *above, const struct report_entry *below)
{
    struct buffer text = { 0 };
    const bool has_lines = strchr(above->text, '\n') || strchr(below->text, '\n');

    buffer_addf(&text, "%s%c%s", above->text, has_lines ? '\n' : ' ', below->text);
    free(above->text);
    above->text = buffer_take(&text);
}

static bool
join(struct report_act *act, struct error *err)
{
    if (act->index == 0)
        return error_set(err, ERROR_RULE, _("There is no entry above it."));
    struct report_entry *below = &act->list.items[act->index];
    struct report_entry *above = below - 1;
    *(int64_t *)act->context = above->head.id;
    if (!check_joint(above, below, err))
        return false;
    join_text(above, below);
    take_over(above, below);
    return record_check(&report_entry_entity, above, err) &&
           row_delete(act->at->db, &report_entry_entity, below->head.id, below->head.rev,
                      err) &&
           row_update(act->at->db, &report_entry_entity, above, act->at->login,
                      atelier_now(act->at), err);
}

bool
entry_join(struct atelier *at, int64_t entry, int64_t rev, int64_t *above,
           struct error *err)
{
    *above = 0;
    return report_act_do(at, ACT_REPORT_ENTRY_JOIN, entry, rev, join, above, err);
}
