/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bulk_command.c - several people of a meeting's list in one command, which is one act */
#include "command/bulk_command.h"

#include <stdlib.h>

#include "answers.h"
#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "print.h"

enum { ROWS_AT_ONCE = 500 };

/* Those who are meant, and who was named and is not on the list. */
struct chosen {
    int64_t meeting;
    int64_t *ids;
    size_t count, capacity;
    size_t missing;
    struct error refusal; /* of the last who is missing */
    json_t *array;
};

static bool
takes_from_list(const struct invocation *inv)
{
    return invocation_option(inv, "all") || invocation_option(inv, "search");
}

bool
bulk_is_meant(const struct invocation *inv)
{
    return inv->operand_count != 2 || takes_from_list(inv) ||
           invocation_option(inv, "dry-run");
}

static void
choose_one(struct chosen *chosen, int64_t id)
{
    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->ids[i] == id)
            return;
    chosen->ids = memory_grow(chosen->ids, &chosen->capacity, chosen->count + 1,
                              sizeof(*chosen->ids));
    chosen->ids[chosen->count++] = id;
}

/* In the order of the list; whoever has left it is meant by who revives alone. */
static bool
choose_from_list(struct invocation *inv, bool history, unsigned states,
                 struct chosen *chosen, struct error *err)
{
    const struct listing_query query = { .kind = LISTING_REGISTRATION,
                                         .scope = chosen->meeting,
                                         .history = history,
                                         .states = states,
                                         .search = invocation_option(inv, "search") };
    struct listing_key key = { 0 };
    bool more = true;
    bool ok = true;

    for (bool first = true; ok && more; first = false) {
        struct listing_page page = { 0 };
        ok = listing_fetch(inv->at, &query, first ? LISTING_FIRST : LISTING_AFTER, &key,
                           ROWS_AT_ONCE, &page, err);
        for (size_t i = 0; ok && i < page.count; i++)
            choose_one(chosen, page.rows[i].id);
        more = ok && page.more_after && page.count > 0;
        if (more)
            listing_key_copy(&key, &page.rows[page.count - 1].key);
        listing_page_clear(&page);
    }
    listing_key_clear(&key);
    return ok;
}

/* One who cannot be found does not keep the others back. */
static void
choose_named(struct invocation *inv, struct chosen *chosen)
{
    for (int i = 1; i < inv->operand_count; i++) {
        struct error refusal = { 0 };
        int64_t person = 0;
        int64_t id = 0;
        if (invocation_row(inv, i, ENTITY_PERSON, &person, &refusal) &&
            register_find(inv->at, chosen->meeting, person, &id, &refusal)) {
            choose_one(chosen, id);
            continue;
        }
        chosen->missing++;
        chosen->refusal = refusal;
        print_line(inv, _("%s: left as they are.  %s"), inv->operands[i],
                   refusal.message);
        json_array_append_new(chosen->array,
                              json_pack("{s:s,s:s}", "person", inv->operands[i],
                                        "refused", refusal.message));
    }
}

static bool
choose(struct invocation *inv, const struct bulk_request *what, unsigned states,
       struct chosen *chosen, struct error *err)
{
    const bool history = what->deed == BULK_ACT && what->act == REGISTRATION_REVIVE;

    if (takes_from_list(inv) && inv->operand_count > 1)
        return error_set(err, ERROR_INPUT,
                         _("Name people, or choose them with --all or --search: not "
                           "both."));
    if (!takes_from_list(inv) && inv->operand_count < 2)
        return error_set(err, ERROR_INPUT,
                         _("Say who: name people, or choose them with --all or "
                           "--search."));
    if (!invocation_row(inv, 0, ENTITY_MEETING, &chosen->meeting, err))
        return false;
    if (takes_from_list(inv))
        return choose_from_list(inv, history, states, chosen, err);
    choose_named(inv, chosen);
    return true;
}

/* --- what came of it */

static json_t *
row_json(const struct bulk_row *row)
{
    const bool done = row->refusal.kind == ERROR_NONE;

    return json_pack("{s:I,s:I,s:s,s:s?,s:s?}", "id", (json_int_t)row->registration,
                     "person", (json_int_t)row->person, "before",
                     registration_states[row->before].name, "state",
                     done ? registration_states[row->outcome.state].name : NULL,
                     "refused", done ? NULL : row->refusal.message);
}

static void
put_row(struct invocation *inv, const struct bulk_request *request,
        const struct bulk_row *row)
{
    const char *state = _(registration_states[row->outcome.state].label);
    struct buffer name = { 0 };
    struct buffer category = { 0 };

    if (row->person)
        display_title(inv->at, ENTITY_PERSON, row->person, &name);
    if (row->refusal.kind != ERROR_NONE) {
        print_line(inv, _("%s: left as they are.  %s"),
                   row->person ? buffer_text(&name) : "?", row->refusal.message);
    } else if (request->deed == BULK_MOVE) {
        print_line(inv, /* TRANSLATORS: a person, their state at the other meeting */
                   _("%s: withdrawn here, %s there"), buffer_text(&name), state);
    } else if (request->deed == BULK_CATEGORY) {
        display_title(inv->at, ENTITY_CATEGORY, request->target, &category);
        print_line(inv, _("%s: %s"), buffer_text(&name), buffer_text(&category));
    } else {
        print_line(inv, _("%s: %s"), buffer_text(&name), state);
    }
    buffer_clear(&category);
    buffer_clear(&name);
}

static void
put_sum(struct invocation *inv, const struct bulk_request *request,
        const struct bulk_outcome *outcome, size_t left)
{
    struct buffer text = { 0 };

    if (register_given_say(inv->at, &outcome->given, &text))
        print_line(inv, "%s", buffer_text(&text));
    buffer_clear(&text);
    if (request->dry_run && outcome->passes_on)
        print_line(inv, _("Seats that it frees go on to who waits."));
    print_line(inv,
               request->dry_run
                   ? ngettext("%zu person would be done, %zu left as they are.  "
                              "Nothing was written.",
                              "%zu people would be done, %zu left as they are.  "
                              "Nothing was written.",
                              (unsigned long)outcome->done)
                   : ngettext("%zu person done, %zu left as they are.",
                              "%zu people done, %zu left as they are.",
                              (unsigned long)outcome->done),
               outcome->done, left);
}

/* What was asked, with the option that answers it, stands in the end. */
static bool
end_left(struct invocation *inv, const struct chosen *chosen,
         const struct bulk_outcome *outcome, struct questions *sheet, struct error *err)
{
    const struct error *question = NULL;
    const size_t left = outcome->count - outcome->done + chosen->missing;

    for (size_t i = 0; i < outcome->count; i++)
        if (outcome->rows[i].refusal.kind == ERROR_QUESTION)
            question = &outcome->rows[i].refusal;
    if (left == 0)
        return true;
    if (question) {
        *err = *question;
        return answers_explain(inv, sheet, err);
    }
    return error_set(err, ERROR_RULE,
                     ngettext("%zu person was left as they are.",
                              "%zu people were left as they are.", (unsigned long)left),
                     left);
}

bool
bulk_run(struct invocation *inv, const struct bulk_request *what, struct error *err)
{
    return bulk_run_among(inv, what, 0, err);
}

bool
bulk_run_among(struct invocation *inv, const struct bulk_request *what, unsigned states,
               struct error *err)
{
    struct chosen chosen = { .array = json_array() };
    struct bulk_request request = *what;
    struct bulk_outcome outcome = { 0 };
    bool ok = choose(inv, what, states, &chosen, err);
    struct questions sheet = { .subject = { ENTITY_MEETING, what->deed == BULK_MOVE
                                                                ? what->target
                                                                : chosen.meeting } };

    request.registrations = chosen.ids;
    request.count = chosen.count;
    request.reason = invocation_option(inv, "reason");
    request.dry_run = invocation_option(inv, "dry-run") != NULL;
    request.questions = &sheet;
    ok = ok && answers_read(inv, &sheet, err) &&
         register_bulk(inv->at, &request, &outcome, err);
    if (ok) {
        for (size_t i = 0; i < outcome.count; i++) {
            put_row(inv, &request, &outcome.rows[i]);
            json_array_append_new(chosen.array, row_json(&outcome.rows[i]));
        }
        put_sum(inv, &request, &outcome, outcome.count - outcome.done + chosen.missing);
        print_json(inv, json_incref(chosen.array));
        ok = end_left(inv, &chosen, &outcome, &sheet, err);
    }
    json_decref(chosen.array);
    questions_clear(&sheet);
    bulk_outcome_clear(&outcome);
    free(chosen.ids);
    return ok;
}

/* --- commands of their own */

static bool
move_registrations(struct invocation *inv, struct error *err)
{
    struct bulk_request request = { .deed = BULK_MOVE };

    if (!invocation_option(inv, "to"))
        return error_set_field(err, ERROR_INPUT, "to",
                               _("Say to which meeting: --to MEETING."));
    return invocation_option_row(inv, "to", ENTITY_MEETING, &request.target, err) &&
           bulk_run(inv, &request, err);
}

static bool
set_category(struct invocation *inv, struct error *err)
{
    struct bulk_request request = { .deed = BULK_CATEGORY };

    if (!invocation_option(inv, "category"))
        return error_set_field(err, ERROR_INPUT, "category",
                               _("Say which one: --category CATEGORY."));
    return invocation_option_row(inv, "category", ENTITY_CATEGORY, &request.target,
                                 err) &&
           bulk_run(inv, &request, err);
}

static const struct command_option move_options[] = {
    { "to", "MEETING", N_("the other meeting") },
    { "reason", "TEXT", N_("why; it stands beside the name") },
    BULK_OPTIONS,
    { 0 },
};
static const struct command_option category_options[] = {
    { "category", "CATEGORY", N_("what they are counted with on this list") },
    BULK_OPTIONS,
    { 0 },
};

const struct command bulk_commands[] = {
    { .noun = "registration",
      .verb = "move",
      .operands = "MEETING [PERSON...] --to MEETING",
      .least = 1,
      .most = -1,
      .options = move_options,
      .questions =
          QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA) | QUESTION_OPTION(OVERTAKE),
      .summary = N_("register people at another meeting and withdraw them here"),
      .run = move_registrations },
    { .noun = "registration",
      .verb = "categorise",
      .operands = "MEETING [PERSON...] --category CATEGORY",
      .least = 1,
      .most = -1,
      .options = category_options,
      .questions =
          QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA) | QUESTION_OPTION(OVERTAKE),
      .summary = N_("count people with another category on this list alone"),
      .run = set_category },
    COMMAND_END,
};
