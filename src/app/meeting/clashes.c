/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clashes.c - finds what does not go together, and keeps somebody's yes to it */
#include "atelier/app/clashes.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/journal.h"
#include "atelier/store/clash_table.h"
#include "atelier/store/row_table.h"
#include "session/operation.h"

/* By whom it was accepted, if it is still what was accepted. */
static bool
load_acceptance(struct atelier *at, struct clash *clash, struct error *err)
{
    struct buffer name = { 0 };
    int64_t id = 0;

    clash_add_name(clash, &name);
    bool ok = clash_table_acceptance(at->db, buffer_text(&name), &id, err);
    buffer_clear(&name);
    if (!ok || !id)
        return ok;
    struct clash_acceptance acceptance;
    record_init(&clash_acceptance_entity, &acceptance);
    ok = row_load(at->db, &clash_acceptance_entity, id, &acceptance, err);
    session_withhold(at, &clash_acceptance_entity, &acceptance);
    if (ok && (uint64_t)acceptance.mark == clash->mark) {
        clash->is_accepted = true;
        clash->accepted_at = acceptance.head.changed_at;
        memory_replace(&clash->accepted_by, acceptance.head.changed_by);
        memory_replace(&clash->reason, acceptance.reason);
    }
    record_clear(&clash_acceptance_entity, &acceptance);
    return ok;
}

static bool
load_acceptances(struct atelier *at, struct clash_list *list, struct error *err)
{
    bool any = false;
    bool ok = list->count == 0 || clash_table_is_any_accepted(at->db, &any, err);

    for (size_t i = 0; ok && any && i < list->count; i++)
        ok = load_acceptance(at, &list->items[i], err);
    return ok;
}

static int
compare(const void *a, const void *b)
{
    const struct clash *x = a;
    const struct clash *y = b;

    if (x->first.start_at != y->first.start_at)
        return x->first.start_at < y->first.start_at ? -1 : 1;
    if (x->first.meeting != y->first.meeting)
        return x->first.meeting < y->first.meeting ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->second.start_at != y->second.start_at)
        return x->second.start_at < y->second.start_at ? -1 : 1;
    if (x->second.meeting != y->second.meeting)
        return x->second.meeting < y->second.meeting ? -1 : 1;
    if (x->first.part.id != y->first.part.id)
        return x->first.part.id < y->first.part.id ? -1 : 1;
    return (x->second.part.id > y->second.part.id) -
           (x->second.part.id < y->second.part.id);
}

static bool
find(struct atelier *at, const struct clash_query *asked, struct clash_list *list,
     struct error *err)
{
    struct clash_query query = *asked;
    struct clash_days days = { 0 };

    clash_days_init(&days, &at->settings);
    query.days = &days;
    query.now = atelier_now(at);
    query.today = atelier_today(at);
    query.group_days = at->settings.group_days;
    query.longest = at->longest_meeting;
    const bool ok = atelier_may(at, MAY_READ, ROW_NONE, err) &&
                    clash_table_find(at->db, &query, list, err) &&
                    load_acceptances(at, list, err);
    clash_days_clear(&days);
    if (list->count > 0)
        qsort(list->items, list->count, sizeof(list->items[0]), compare);
    return ok;
}

bool
clashes_find(struct atelier *at, unsigned kinds, struct span span,
             struct clash_list *list, struct error *err)
{
    const struct clash_query query = { .kinds = kinds, .span = span };

    return find(at, &query, list, err);
}

static bool
find_of_meeting(struct atelier *at, const struct meeting *meeting, unsigned kinds,
                size_t most, struct clash_list *list, struct error *err)
{
    struct clash_query query = { .kinds = kinds, .meeting = meeting, .most = most };

    if (local_time_is_none(meeting->start) || meeting->start_at == INSTANT_NONE ||
        meeting->end_at == INSTANT_NONE || meeting->end_at <= meeting->start_at)
        query.kinds &= CLASH_BIT(SMALL) |
                       CLASH_BIT(SEATED); /* for the others its hours must be known */
    return find(at, &query, list, err);
}

bool
clashes_of_part(struct atelier *at, const struct meeting *there,
                const struct clash_part *part, unsigned kinds, struct clash_list *list,
                struct error *err)
{
    const struct clash_query query = { .kinds = kinds, .meeting = there, .part = part };

    return find(at, &query, list, err);
}

bool
clashes_of_meeting(struct atelier *at, const struct meeting *meeting, unsigned kinds,
                   struct clash_list *list, struct error *err)
{
    return find_of_meeting(at, meeting, kinds, 0, list, err);
}

bool
clashes_first_of_meeting(struct atelier *at, const struct meeting *meeting,
                         unsigned kinds, size_t most, struct clash_list *list,
                         struct error *err)
{
    int64_t accepted = 0;

    return (meeting->head.id == 0 ||
            clash_table_count_accepted(at->db, meeting->head.id, &accepted, err)) &&
           find_of_meeting(at, meeting, kinds, most + (size_t)accepted, list, err);
}

/* --- a yes */

static bool
refuse_unknown(const char *name, struct error *err)
{
    return error_set(err, ERROR_NOT_FOUND,
                     _("There is no clash “%s”, or not any more.  “atelier clash list” "
                       "shows them."),
                     name);
}

/* Where it stands among those of its meeting. */
static bool
find_named(const struct clash_list *list, const char *name, size_t *index)
{
    struct buffer own = { 0 };
    bool found = false;

    for (*index = 0; !found && *index < list->count; *index += !found) {
        buffer_reset(&own);
        clash_add_name(&list->items[*index], &own);
        found = strcmp(buffer_text(&own), name) == 0;
    }
    buffer_clear(&own);
    return found;
}

static bool
find_one(struct atelier *at, const char *name, struct clash_list *list, size_t *index,
         struct error *err)
{
    enum clash_kind kind;
    struct error missing = { 0 };
    struct meeting meeting;
    int64_t id;

    if (!clash_name_read(name, &kind, &id))
        return refuse_unknown(name, err);
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &meeting_entity, id, &meeting, &missing);
    if (!ok && missing.kind != ERROR_NOT_FOUND)
        ok = error_pass(err, &missing);
    else
        ok = (ok && meeting_takes_place(&meeting)) || refuse_unknown(name, err);
    ok = ok && clashes_of_meeting(at, &meeting, 1U << kind, list, err) &&
         (find_named(list, name, index) || refuse_unknown(name, err));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
write(struct atelier *at, const struct clash *clash, const char *name, const char *reason,
      struct clash_acceptance *acceptance, struct error *err)
{
    int64_t id = 0;

    assert(clash);
    if (!clash_table_acceptance(at->db, name, &id, err) ||
        (id && !row_load(at->db, &clash_acceptance_entity, id, acceptance, err)))
        return false;
    memory_replace(&acceptance->clash, name);
    memory_replace(&acceptance->reason, reason);
    acceptance->mark = (int64_t)clash->mark;
    if (!record_check(&clash_acceptance_entity, acceptance, err))
        return false;
    return id ? row_update(at->db, &clash_acceptance_entity, acceptance, at->login,
                           atelier_now(at), err)
              : row_insert(at->db, &clash_acceptance_entity, acceptance, at->login,
                           atelier_now(at), err);
}

/* "Budget · Jobs": in no language, as all summaries. */
static void
summarize(const struct clash *clash, struct buffer *summary)
{
    buffer_add(summary, clash->first.title);
    if (clash->second.meeting)
        journal_add_where(clash->second.title, summary);
}

/* It concerns the groups of both. */
static bool
may_accept(struct atelier *at, const struct clash *clash, struct error *err)
{
    assert(clash);
    const int64_t meetings[] = { clash->first.meeting, clash->second.meeting };
    bool may = true;

    for (size_t i = 0; may && i < 2; i++)
        may = atelier_may(at, ACT_CLASH_ACCEPTANCE_ADD_NEEDS,
                          (struct row_ref){ ENTITY_MEETING, meetings[i] }, err);
    return may;
}

bool
clash_accept(struct atelier *at, const char *name, const char *reason, struct error *err)
{
    struct clash_acceptance acceptance;
    struct clash_list list = { 0 };
    struct buffer summary = { 0 };
    size_t index = 0;

    if (!operation_begin(at, ACT_CLASH_ACCEPTANCE_ADD_NEEDS, ROW_NONE, err))
        return false;
    record_init(&clash_acceptance_entity, &acceptance);
    bool ok =
        find_one(at, name, &list, &index, err) && may_accept(at, &list.items[index], err);
    if (ok && (!reason || text_is_blank(reason)))
        ok = error_set_field(err, ERROR_INPUT, "reason",
                             _("Say why it may stay: --reason TEXT."));
    ok = ok && write(at, &list.items[index], name, reason, &acceptance, err);
    if (ok)
        summarize(&list.items[index], &summary);
    const struct operation_note note = {
        .act = acceptance.head.rev > 1 ? ACT_CLASH_ACCEPTANCE_CHANGE
                                       : ACT_CLASH_ACCEPTANCE_ADD,
        .entity = ENTITY_CLASH_ACCEPTANCE,
        .row = acceptance.head.id,
        .summary = buffer_text(&summary),
        .reason = reason,
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    clash_list_clear(&list);
    record_clear(&clash_acceptance_entity, &acceptance);
    return ok;
}
