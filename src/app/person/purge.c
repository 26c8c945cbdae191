/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purge.c - people whom nothing keeps any more are erased, each by an act of their own */
#include "atelier/app/purge.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/erase.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/when.h"
#include "atelier/store/retention_table.h"
#include "session/session.h"

void
purge_outcome_clear(struct purge_outcome *outcome)
{
    for (size_t i = 0; i < outcome->count; i++) {
        free(outcome->items[i].title);
        free(outcome->items[i].stays);
    }
    free(outcome->items);
    *outcome = (struct purge_outcome){ 0 };
}

/* --- who is due */

struct search {
    struct atelier *at;
    struct purge_outcome *outcome;
};

static const char *
what_holds(const struct retained *retained)
{
    if (retained->is_member)
        return _("They belong to a group, or chair one.");
    if (retained->speaks)
        return _("They lead or speak at a meeting to come.");
    if (retained->works_here)
        return _("A colleague has that name.");
    return NULL;
}

static bool
note(void *context, const struct retained *retained, struct error *err)
{
    struct search *search = context;
    struct purge_outcome *outcome = search->outcome;
    const char *stays = what_holds(retained);
    struct buffer title = { 0 };

    (void)err;
    display_title(search->at, ENTITY_PERSON, retained->person, &title);
    outcome->items = memory_grow(outcome->items, &outcome->capacity, outcome->count + 1,
                                 sizeof outcome->items[0]);
    outcome->items[outcome->count++] =
        (struct purged){ .person = retained->person,
                         .title = buffer_take(&title),
                         .until = retained->until,
                         .own_day = retained->own_day,
                         .stays = stays ? memory_copy(stays) : NULL };
    return true;
}

struct looking {
    work_progress *progress;
    void *context;
};

/* How many are due is not known yet. */
static bool
looking_stops(void *context)
{
    const struct looking *looking = context;

    return looking->progress(looking->context, 0, 0);
}

/* In a large file this takes seconds before the first is found: it says so, and can be
 * stopped. */
static bool
find_due(struct atelier *at, work_progress *progress, void *context,
         struct purge_outcome *outcome, struct error *err)
{
    struct search search = { at, outcome };
    struct looking looking = { progress, context };

    if (progress)
        database_set_progress(at->db, looking_stops, &looking);
    const bool ok = retention_table_each(
        at->db, atelier_today(at), atelier_settings(at)->keep_years, note, &search, err);
    if (progress)
        database_set_progress(at->db, NULL, NULL);
    return ok;
}

static bool
refuse_stopped(const struct purge_outcome *outcome, bool dry_run, struct error *err)
{
    if (dry_run)
        return error_set(err, ERROR_CANCELLED, _("Stopped; nothing was changed."));
    return error_set(err, ERROR_CANCELLED,
                     ngettext("Stopped; %zu person was erased.",
                              "Stopped; %zu people were erased.",
                              (unsigned long)outcome->erased),
                     outcome->erased);
}

/* --- each of them */

/* Why erasing them would be refused, or would leave their name somewhere. */
static void
find_hindrance(struct atelier *at, struct purged *purged)
{
    struct erase_outcome outcome = { 0 };
    struct error why = { 0 };

    if (!erase_look(at, purged->person, &outcome, &why)) {
        purged->stays = memory_copy(why.message);
    } else if (outcome.rolls.length > 0) {
        struct buffer text = { 0 };
        buffer_addf(&text, /* TRANSLATORS: the name of a setting, a list of meetings */
                    _("Lists keep the name, by the setting “%s”: %s"),
                    _(entity_field(&settings_entity, "roll_years")->label),
                    buffer_text(&outcome.rolls));
        for (char *c = text.text; c && *c; c++)
            if (*c == '\n')
                *c = c[1] == '\0' ? '\0' : ';';
        purged->stays = memory_copy(buffer_text(&text));
        buffer_clear(&text);
    }
    erase_outcome_clear(&outcome);
}

static bool
erase_one(struct atelier *at, const char *reason, bool dry_run, struct purged *purged,
          struct error *err)
{
    const struct erase_request request = { .person = purged->person, .reason = reason };
    struct erase_outcome outcome = { 0 };

    if (!purged->stays)
        find_hindrance(at, purged);
    if (purged->stays || dry_run)
        return true;
    const bool ok = erase_person(at, &request, &outcome, err);
    erase_outcome_clear(&outcome);
    return ok;
}

bool
purge_people(struct atelier *at, const char *reason, bool dry_run,
             work_progress *progress, void *context, struct purge_outcome *outcome,
             struct error *err)
{
    struct error why = { 0 };
    bool ok = atelier_may(at, ACT_PERSON_ERASE_NEEDS, ROW_NONE, &why) &&
              find_due(at, progress, context, outcome, &why);

    if (!ok)
        return why.kind == ERROR_CANCELLED ? refuse_stopped(outcome, true, err)
                                           : error_pass(err, &why);

    for (size_t i = 0; ok && i < outcome->count; i++) {
        struct purged *purged = &outcome->items[i];
        if (progress && progress(context, (int64_t)i, (int64_t)outcome->count))
            ok = refuse_stopped(outcome, dry_run, err);
        ok = ok && erase_one(at, reason, dry_run, purged, err);
        outcome->erased += ok && !purged->stays;
    }
    return ok;
}

/* --- in words */

static void
add_line(const struct purged *purged, struct buffer *text)
{
    struct buffer day = { 0 };
    struct buffer when = { 0 };

    when_format_date(purged->until, WHEN_SHORT, &day);
    if (purged->own_day)
        buffer_addf(&when, _("to be kept until %s"), buffer_text(&day));
    else
        buffer_addf(&when, /* TRANSLATORS: a day, the name of a setting */
                    _("to be kept until %s, by the setting “%s”"), buffer_text(&day),
                    _(entity_field(&settings_entity, "keep_years")->label));
    buffer_addf(text, "%lld  ", (long long)purged->person);
    buffer_addf(text, _("%s: %s"), purged->title, buffer_text(&when));
    if (purged->stays)
        buffer_addf(text, ".  %s", purged->stays);
    buffer_add_char(text, '\n');
    buffer_clear(&day);
    buffer_clear(&when);
}

static void
add_some(const struct purge_outcome *outcome, bool stay, size_t most, struct buffer *text)
{
    size_t seen = 0;

    for (size_t i = 0; i < outcome->count; i++)
        if ((outcome->items[i].stays != NULL) == stay && seen++ < most)
            add_line(&outcome->items[i], text);
    if (seen > most)
        buffer_addf(text, ngettext("… and %zu more\n", "… and %zu more\n", seen - most),
                    seen - most);
}

void
purge_outcome_say(const struct purge_outcome *outcome, bool dry_run, size_t most,
                  struct buffer *text)
{
    const size_t erased = outcome->erased, stay = outcome->count - erased;

    if (dry_run)
        buffer_addf(text,
                    ngettext("%zu person would be erased, for good.\n",
                             "%zu people would be erased, for good.\n", erased),
                    erased);
    else
        buffer_addf(text,
                    ngettext("%zu person erased.\n", "%zu people erased.\n", erased),
                    erased);
    add_some(outcome, false, most, text);
    if (stay > 0)
        buffer_addf(text,
                    ngettext("%zu person is due and stays:\n",
                             "%zu people are due and stay:\n", stay),
                    stay);
    add_some(outcome, true, most, text);
}
