/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_command.c - meetings: plan, change, confirm, postpone, cancel, convene */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "answers.h"
#include "atelier/app/browse.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/instants.h"
#include "atelier/app/plan.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "command/row_command.h"
#include "presence_figures.h"
#include "print.h"
#include "quorum_figures.h"
#include "quota_figures.h"

/* What is said of a day only where it is typed. */
static void
put_advice(struct invocation *inv, const struct meeting *meeting, const char *said)
{
    struct buffer line = { 0 };
    if (invocation_option(inv, "closes"))
        plan_advise(inv->at, meeting, "closes", &line);
    if (line.length > 0 && !strstr(said, buffer_text(&line)))
        (void)fprintf(stderr, "%s\n", buffer_text(&line));
    buffer_clear(&line);
}

static void
put_warnings(struct invocation *inv, const struct meeting *meeting)
{
    struct error ignored;
    struct buffer text = { 0 };
    unsigned warnings = 0;
    if (plan_warnings(inv->at, meeting, &warnings, &text, &ignored) && warnings)
        (void)fprintf(stderr, "%s", buffer_text(&text));
    put_advice(inv, meeting, buffer_text(&text));
    buffer_clear(&text);
}

static bool
add_meeting(struct invocation *inv, struct error *err)
{
    struct meeting meeting = { 0 };

    record_init(&meeting_entity, &meeting);
    int64_t group = 0;
    bool ok = invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &group, err);
    if (ok && !group)
        ok = error_set_field(err, ERROR_INPUT, "group",
                             _("Say whose meeting it is: --group CODE."));
    struct questions sheet = { 0 };
    unsigned warnings = 0;
    ok = ok && plan_prepare(inv->at, group, &meeting, err) &&
         invocation_fill(inv, &meeting, err) && answers_read(inv, &sheet, err) &&
         (plan_add(inv->at, &meeting, &sheet, &warnings, err) ||
          answers_explain(inv, &sheet, err)) &&
         row_report(inv, &meeting_entity, meeting.head.id, _("planned"), err);
    if (ok)
        put_warnings(inv, &meeting);
    questions_clear(&sheet);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
set_meeting(struct invocation *inv, struct error *err)
{
    struct meeting meeting = { 0 };

    record_init(&meeting_entity, &meeting);
    int64_t id = 0;
    bool ok = invocation_row(inv, 0, ENTITY_MEETING, &id, err) &&
              edit_load(inv->at, &meeting_entity, id, &meeting, err);
    const int64_t rev = meeting.head.rev;
    int64_t minutes = ok ? local_time_minutes(meeting.start, meeting.end) : 0;
    /* A start alone moves the whole meeting. */
    if (ok && invocation_option(inv, "start") && !invocation_option(inv, "end"))
        meeting.end = (struct local_time){ 0 };
    ok = ok && invocation_fill(inv, &meeting, err);
    if (ok && local_time_is_none(meeting.end))
        meeting.end = local_time_add_minutes(meeting.start, minutes);
    struct questions sheet = { 0 };
    unsigned warnings = 0;
    ok = ok && answers_read(inv, &sheet, err) &&
         (plan_change(inv->at, &meeting, &sheet, &warnings, err) ||
          answers_explain(inv, &sheet, err)) &&
         row_report_change(inv, &meeting_entity, &meeting, rev, err);
    if (ok)
        put_warnings(inv, &meeting);
    questions_clear(&sheet);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
list_meetings(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_MEETING };
    if (!invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &query.scope, err))
        return false;
    const bool to_come = invocation_option(inv, "to-come");
    if (query.scope)
        query.kind = LISTING_GROUP_MEETING;
    else if (to_come)
        query.kind = LISTING_MEETING_TO_COME;
    query.from = to_come ? atelier_now(inv->at) : 0;
    return row_list(inv, &query, err);
}

static bool
show_meeting(struct invocation *inv, struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    int64_t id;
    bool ok = invocation_row(inv, 0, ENTITY_MEETING, &id, err) &&
              edit_load(inv->at, &meeting_entity, id, &meeting, err);
    if (ok)
        instants_show(inv->at, &meeting);
    if (ok && inv->options->json) {
        json_t *object = print_json_record(&meeting_entity, &meeting);
        ok = presence_figures_print(inv, id, object, err) &&
             quota_figures_print(inv, id, object, err) &&
             quorum_figures_print(inv, &meeting, object, err);
        if (ok)
            print_json(inv, object);
        else
            json_decref(object);
    } else if (ok) {
        print_record(inv, &meeting_entity, &meeting);
        ok = presence_figures_print(inv, id, NULL, err) &&
             quota_figures_print(inv, id, NULL, err) &&
             quorum_figures_print(inv, &meeting, NULL, err);
    }
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
act_on_meeting(struct invocation *inv, struct error *err)
{
    static const char *const done[MEETING_ACT_COUNT] = {
        [MEETING_CONFIRM] = N_("confirmed"), [MEETING_POSTPONE] = N_("postponed"),
        [MEETING_CANCEL] = N_("cancelled"),  [MEETING_HOLD] = N_("held"),
        [MEETING_CLOSE] = N_("closed"),      [MEETING_REOPEN] = N_("reopened"),
    };
    const enum meeting_act act = (enum meeting_act)inv->command->argument;

    int64_t id;
    return invocation_row(inv, 0, ENTITY_MEETING, &id, err) &&
           plan_act(inv->at, id, act, invocation_option(inv, "reason"), err) &&
           row_report(inv, &meeting_entity, id, _(done[act]), err);
}

static bool
convene_meeting(struct invocation *inv, struct error *err)
{
    bool dry_run = invocation_option(inv, "dry-run");

    int64_t id;
    struct convene_outcome outcome;
    if (!invocation_row(inv, 0, ENTITY_MEETING, &id, err) ||
        !convene_members(inv->at, id, dry_run, &outcome, err))
        return false;
    if (dry_run)
        print_line(
            inv,
            ngettext(
                "%" PRId64 " member would be invited; on the list already: %" PRId64 ".",
                "%" PRId64 " members would be invited; on the list already: %" PRId64 ".",
                (unsigned long)outcome.invited),
            outcome.invited, outcome.already);
    else
        print_line(
            inv,
            ngettext("%" PRId64 " member invited; on the list already: %" PRId64 ".",
                     "%" PRId64 " members invited; on the list already: %" PRId64 ".",
                     (unsigned long)outcome.invited),
            outcome.invited, outcome.already);
    if (outcome.alternates > 0)
        print_line(inv,
                   ngettext("%" PRId64 " alternate left out: proposed when their member "
                            "declines.",
                            "%" PRId64 " alternates left out: proposed when their "
                            "member declines.",
                            (unsigned long)outcome.alternates),
                   outcome.alternates);
    print_json(inv,
               json_pack("{s:I,s:I,s:I,s:I,s:b}", "invited", (json_int_t)outcome.invited,
                         "already", (json_int_t)outcome.already, "members",
                         (json_int_t)outcome.members, "alternates",
                         (json_int_t)outcome.alternates, "dry_run", (int)dry_run));
    return true;
}

static bool
show_seats(struct invocation *inv, struct error *err)
{
    int64_t id;
    struct seats seats;
    if (!invocation_row(inv, 0, ENTITY_MEETING, &id, err) ||
        !browse_seats(inv->at, id, &seats, err))
        return false;

    json_t *object = json_object();
    int64_t free = seats_free(&seats);
    if (seats.seats == NUMBER_NONE) {
        print_line(inv, _("%" PRId64 " taken, no limit"), seats.taken);
    } else {
        print_line(inv, _("%" PRId64 " of %" PRId64 " taken, %" PRId64 " free"),
                   seats.taken, seats.seats, free);
    }
    json_object_set_new(object, "seats",
                        seats.seats == NUMBER_NONE ? json_null()
                                                   : json_integer(seats.seats));
    json_object_set_new(object, "taken", json_integer(seats.taken));
    json_object_set_new(object, "free",
                        free == NUMBER_NONE ? json_null() : json_integer(free));
    for (int s = 0; s < REGISTRATION_STATE_COUNT; s++) {
        if (seats.state[s])
            print_line(inv, "%6" PRId64 "  %s", seats.state[s],
                       _(registration_states[s].label));
        json_object_set_new(object, registration_states[s].name,
                            json_integer(seats.state[s]));
    }
    print_json(inv, object);
    return true;
}

static const struct command_option reason_options[] = {
    { "reason", "TEXT", N_("why; people will read it") },
    { 0 },
};
static const struct command_option list_options[] = {
    { "group", "GROUP", N_("only meetings of this group") },
    { "to-come", NULL, N_("only meetings that are not over") },
    ROW_LIST_OPTIONS,
    { 0 },
};
static const struct command_option convene_options[] = {
    { "dry-run", NULL, N_("only count") },
    { 0 },
};

#define ON_MEETING(VERB, RUN, SUMMARY, OPTIONS)                                          \
    .noun = "meeting", .verb = VERB, .operands = "MEETING", .least = 1, .most = 1,       \
    .options = OPTIONS, .summary = SUMMARY, .run = RUN
#define ACT_ON_MEETING(VERB, ACT, SUMMARY, OPTIONS)                                      \
    {                                                                                    \
        ON_MEETING(VERB, act_on_meeting, SUMMARY, OPTIONS), .argument = ACT              \
    }

const struct command meeting_commands[] = {
    { .noun = "meeting",
      .verb = "add",
      .questions = QUESTION_OPTION(CLOCK),
      .entity = &meeting_entity,
      .summary = N_("plan a meeting of a working group"),
      .run = add_meeting },
    { .noun = "meeting",
      .verb = "list",
      .options = list_options,
      .summary = N_("list meetings"),
      .only_reads = true,
      .run = list_meetings },
    { .noun = "meeting",
      .verb = "show",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .entity = &meeting_entity,
      .summary = N_("show a meeting"),
      .only_reads = true,
      .run = show_meeting },
    { .noun = "meeting",
      .verb = "set",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .questions = QUESTION_OPTION(CLOCK),
      .entity = &meeting_entity,
      .summary = N_("change or move a meeting"),
      .run = set_meeting },
    { .noun = "meeting",
      .verb = "remove",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .entity = &meeting_entity,
      .summary = N_("remove a meeting planned by mistake, with nobody on its list"),
      .run = row_remove },
    { ON_MEETING("seats", show_seats, N_("count the seats of a meeting"), NULL) },
    { ON_MEETING("convene", convene_meeting,
                 N_("put the group's members on the list as invited"), convene_options) },
    ACT_ON_MEETING("confirm", MEETING_CONFIRM, N_("say that it takes place"), NULL),
    ACT_ON_MEETING("postpone", MEETING_POSTPONE, N_("put it off; the list is kept"),
                   reason_options),
    ACT_ON_MEETING("cancel", MEETING_CANCEL, N_("call it off for good"), reason_options),
    ACT_ON_MEETING("hold", MEETING_HOLD, N_("say that it took place"), NULL),
    ACT_ON_MEETING("close", MEETING_CLOSE, N_("make its list final"), NULL),
    ACT_ON_MEETING("reopen", MEETING_REOPEN,
                   N_("let the list of a closed one change again"), reason_options),
    COMMAND_END,
};
