/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attendance_command.c - who was there: mark, annul, list; and the slots of a meeting */
#include <inttypes.h>

#include "answers.h"
#include "atelier/app/attend.h"
#include "atelier/app/display.h"
#include "atelier/app/door.h"
#include "atelier/app/edit.h"
#include "atelier/app/slots.h"
#include "atelier/app/walk_in.h"
#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "atelier/domain/meeting.h"
#include "command/audit_command.h"
#include "command/cards_command.h"
#include "command/pages_command.h"
#include "command/row_command.h"
#include "command/sheet_command.h"
#include "presence_figures.h"
#include "print.h"
#include "register_outcome_print.h"

/* A field of the mark in words: its slot, when it was made. */
static void
add_mark_field(struct invocation *inv, const struct presence *mark, const char *field,
               struct buffer *buffer)
{
    display_field(inv->at, entity_field(&presence_entity, field), mark, buffer);
}

static void
put_mark(struct invocation *inv, int64_t person, const struct attend_outcome *outcome)
{
    const struct presence *mark = &outcome->mark;
    const char *kind = presence_word(mark->kind, mark->remote);
    const int64_t present = outcome->slot.present;
    struct buffer name = { 0 };

    display_title(inv->at, ENTITY_PERSON, person, &name);
    struct buffer slot = { 0 };
    add_mark_field(inv, mark, "slot", &slot);
    struct buffer when = { 0 };
    add_mark_field(inv, mark, "at", &when);
    if (outcome->already)
        print_line(inv, _("%s: %s (%s) already, marked by %s on %s"), buffer_text(&name),
                   kind, buffer_text(&slot), mark->by, buffer_text(&when));
    else
        print_line(inv,
                   ngettext("%s: %s (%s), %" PRId64 " present",
                            "%s: %s (%s), %" PRId64 " present", (unsigned long)present),
                   buffer_text(&name), kind, buffer_text(&slot), present);
    if (outcome->accepted_offer)
        print_line(inv, _("%s: the seat that was offered is accepted"),
                   buffer_text(&name));
    buffer_clear(&name);
    buffer_clear(&slot);
    buffer_clear(&when);
}

static json_t *
mark_json(int64_t person, const struct attend_outcome *outcome)
{
    json_t *object = print_json_record(&presence_entity, &outcome->mark);
    json_object_set_new(object, "person", json_integer(person));
    json_object_set_new(object, "already", json_boolean(outcome->already));
    json_object_set_new(object, "accepted_offer", json_boolean(outcome->accepted_offer));
    json_object_set_new(object, "present", json_integer(outcome->slot.present));
    return object;
}

static enum attend_place
place_of(const struct invocation *inv)
{
    return invocation_option(inv, "remote")    ? ATTEND_REMOTE
           : invocation_option(inv, "in-room") ? ATTEND_IN_ROOM
                                               : ATTEND_AS_BEFORE;
}

static bool
mark_as(struct invocation *inv, enum presence_kind kind, struct error *err)
{
    struct attend_request request = {
        .kind = kind,
        .place = place_of(inv),
        .means = kind == PRESENCE_SIGNED ? "sheet" : "desk",
        .reason = invocation_option(inv, "reason"),
    };
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    bool ok = invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err) &&
              invocation_row(inv, 1, ENTITY_PERSON, &request.person, err) &&
              invocation_option_within(inv, "slot", ENTITY_SLOT, request.meeting,
                                       &request.slot, err) &&
              attend_mark(inv->at, &request, &outcome, err);
    if (ok) {
        put_mark(inv, request.person, &outcome);
        print_json(inv, mark_json(request.person, &outcome));
    }
    attend_outcome_clear(&outcome);
    return ok;
}

static bool
check_place(const struct invocation *inv, struct error *err)
{
    return !invocation_option(inv, "remote") || !invocation_option(inv, "in-room") ||
           error_set_field(err, ERROR_INPUT, "remote",
                           _("Say --remote or --in-room, not both."));
}

static bool
mark_presence(struct invocation *inv, struct error *err)
{
    const char *name = invocation_option(inv, "kind");
    int kind = name ? choice_find(presence_kinds, name) : PRESENCE_PRESENT;
    if (!check_place(inv, err))
        return false;
    if (kind < 0 || kind == PRESENCE_ANNULLED)
        return error_set_field(
            err, ERROR_INPUT, "kind",
            _("--kind is present, left, signed, excused or absent, not “%s”."), name);
    return mark_as(inv, (enum presence_kind)kind, err);
}

static bool
annul_presence(struct invocation *inv, struct error *err)
{
    return mark_as(inv, PRESENCE_ANNULLED, err);
}

static void
put_walk_in(struct invocation *inv, const struct walk_in_outcome *outcome)
{
    const int64_t person = outcome->person;
    json_t *json = mark_json(person, &outcome->attendance);
    struct register_outcome found = outcome->registration;

    if (outcome->attendance.accepted_offer) /* on the list with an offer until then */
        found.state = REGISTRATION_OFFERED;
    register_outcome_print(inv, person, &found);
    put_mark(inv, person, &outcome->attendance);
    if (outcome->unanswered) {
        print_line(inv, _("Not answered yet: %s."), outcome->unanswered);
        json_object_set_new(json, "unanswered", json_string(outcome->unanswered));
    }
    json_object_set_new(json, "registered",
                        register_outcome_json(person, &outcome->registration));
    print_json(inv, json);
}

/* Onto the list and marked, in one act: a person, or a newcomer by their name. */
static bool
add_walk_in(struct invocation *inv, struct error *err)
{
    struct questions sheet = { 0 };
    struct walk_in_request request = {
        .newcomer = { .family = invocation_option(inv, "family"),
                      .given = invocation_option(inv, "given"),
                      .organisation = invocation_option(inv, "organisation"),
                      .function = invocation_option(inv, "function"),
                      .email = invocation_option(inv, "email") },
        .place = place_of(inv),
        .means = "desk",
        .note = invocation_option(inv, "note"),
        .questions = &sheet,
    };
    struct walk_in_outcome outcome;

    walk_in_outcome_init(&outcome);
    bool ok = check_place(inv, err) &&
              invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err) &&
              (inv->operand_count < 2 ||
               invocation_row(inv, 1, ENTITY_PERSON, &request.person, err)) &&
              invocation_option_within(inv, "slot", ENTITY_SLOT, request.meeting,
                                       &request.slot, err);
    sheet.subject = (struct row_ref){ ENTITY_MEETING, request.meeting };
    ok = ok && answers_read(inv, &sheet, err) &&
         (walk_in_add(inv->at, &request, &outcome, err) ||
          answers_explain(inv, &sheet, err));
    if (ok)
        put_walk_in(inv, &outcome);
    walk_in_outcome_clear(&outcome);
    questions_clear(&sheet);
    return ok;
}

/* Who has a seat and no mark yet, in the order of names. */
static void
put_expected(struct invocation *inv, const struct door_roll *roll)
{
    json_t *array = json_array();
    size_t expected = 0;
    size_t missing = 0;

    for (size_t i = 0; i < roll->count; i++) {
        const struct door_entry *entry = &roll->entries[i];
        expected += entry->expected;
        if (!entry->expected || entry->mark != 0)
            continue;
        missing++;
        print_line(inv, "%s%s%s", entry->name, entry->organisation ? ", " : "",
                   entry->organisation ? entry->organisation : "");
        json_array_append_new(array,
                              json_pack("{s:I,s:I,s:s,s:s?,s:s}", "registration",
                                        (json_int_t)entry->registration, "person",
                                        (json_int_t)entry->person, "name", entry->name,
                                        "organisation", entry->organisation, "state",
                                        registration_states[entry->state].name));
    }
    print_line(inv, _("%zu of %zu expected have no mark yet."), missing, expected);
    print_json(inv, array);
}

/* That of now where none was named; 0 where the meeting has none. */
static bool
find_slot(struct invocation *inv, const struct meeting *meeting, int64_t *slot,
          struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = attend_slots(inv->at, meeting->head.id, &list, err);
    bool is_there = *slot == 0;

    for (size_t i = 0; i < list.count; i++)
        is_there = is_there || list.items[i].head.id == *slot;
    if (ok && !is_there)
        ok = error_set_field(err, ERROR_INPUT, "slot",
                             _("This meeting has no such slot; “atelier slot list” shows "
                               "those that it has."));
    if (ok && *slot == 0 && list.count > 0)
        ok = attend_slot_now(inv->at, meeting, &list, slot, err) &&
             (*slot != 0 || error_set_field(err, ERROR_INPUT, "slot",
                                            _("Say of which slot: --slot SLOT.")));
    slot_list_clear(&list);
    return ok;
}

static bool
list_expected(struct invocation *inv, struct listing_query *query, struct error *err)
{
    struct door_roll roll = { 0 };
    struct meeting meeting;

    if (inv->operand_count > 1 || invocation_option(inv, "all"))
        return error_set_field(err, ERROR_INPUT, "expected",
                               _("--expected goes with a meeting alone."));
    record_init(&meeting_entity, &meeting);
    const bool ok = edit_load(inv->at, &meeting_entity, query->scope, &meeting, err) &&
                    find_slot(inv, &meeting, &query->slot, err) &&
                    door_look(inv->at, query->scope, query->slot, &roll, err);
    if (ok)
        put_expected(inv, &roll);
    door_roll_clear(&roll);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
list_presence(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_PRESENCE };
    bool as_table = false;
    return invocation_row(inv, 0, ENTITY_MEETING, &query.scope, err) &&
           (inv->operand_count < 2 ||
            invocation_row(inv, 1, ENTITY_PERSON, &query.person, err)) &&
           invocation_option_within(inv, "slot", ENTITY_SLOT, query.scope, &query.slot,
                                    err) &&
           (invocation_option(inv, "expected")
                ? list_expected(inv, &query, err)
                : row_list_above(inv, &query, &as_table, err) &&
                      (!as_table || inv->operand_count > 1 ||
                       presence_figures_print(inv, query.scope, NULL, err)));
}

static bool
list_slots(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_SLOT };
    return invocation_row(inv, 0, ENTITY_MEETING, &query.scope, err) &&
           row_list(inv, &query, err);
}

static bool
make_slots(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_SLOT };
    struct questions sheet = { 0 };
    size_t made;
    const bool ok = invocation_row(inv, 0, ENTITY_MEETING, &query.scope, err) &&
                    answers_read(inv, &sheet, err) &&
                    (slots_make(inv->at, query.scope, &sheet, &made, err) ||
                     answers_explain(inv, &sheet, err));
    questions_clear(&sheet);
    return ok && row_list(inv, &query, err);
}

#define SLOT_OPTION(HELP)                                                                \
    {                                                                                    \
        "slot", "SLOT", HELP                                                             \
    }

static const struct command_option mark_options[] = {
    SLOT_OPTION(N_("in this slot; else the one that runs now")),
    { "kind", "KIND",
      N_("present, left, signed, excused or absent; present when not given") },
    { "remote", NULL, N_("there from elsewhere, over the link") },
    { "in-room", NULL, N_("in the room, for who was marked as remote") },
    { "reason", "TEXT", N_("why; it stands beside the mark") },
    { 0 },
};
static const struct command_option add_options[] = {
    SLOT_OPTION(N_("in this slot; else the one that runs now")),
    { "remote", NULL, N_("there from elsewhere, over the link") },
    { "in-room", NULL, N_("in the room, where people of that meeting are remote") },
    { "note", "TEXT", N_("a note beside the name") },
    { 0 },
};
static const struct command_option walk_in_options[] = {
    { "family", "NAME", N_("their family name") },
    { "given", "NAME", N_("their given name") },
    { "organisation", "NAME", N_("where they come from; one of no such name is added") },
    { "function", "TEXT", N_("what they do there") },
    { "email", "ADDRESS", N_("their e-mail") },
    SLOT_OPTION(N_("in this slot; else the one that runs now")),
    { "remote", NULL, N_("there from elsewhere, over the link") },
    { "in-room", NULL, N_("in the room, where people of that meeting are remote") },
    { "note", "TEXT", N_("a note beside the name") },
    { 0 },
};
static const struct command_option annul_options[] = {
    SLOT_OPTION(N_("in this slot; else the one that runs now")),
    { "reason", "TEXT", N_("why the mark was wrong; it stands beside the mark") },
    { 0 },
};
static const struct command_option list_options[] = {
    SLOT_OPTION(N_("only marks in this slot")),
    { "expected", NULL, N_("who has a seat and no mark in the slot yet, instead") },
    { "search", "TEXT", N_("only rows with these words, accents and case aside") },
    { "limit", "N", N_("at most so many rows") },
    { "all", NULL, N_("every mark ever made, also annulled ones and those before") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};
/* The meeting comes first, as of workshops; scripts may say --meeting. */
static bool
add_slot(struct invocation *inv, struct error *err)
{
    struct slot slot;

    if (inv->operand_count == 0)
        return row_add(inv, err);
    if (invocation_option(inv, "meeting"))
        return error_set_field(err, ERROR_INPUT, "meeting",
                               _("The meeting is named twice: leave --meeting out."));
    record_init(&slot_entity, &slot);
    const bool ok = invocation_row(inv, 0, ENTITY_MEETING, &slot.meeting, err) &&
                    row_add_begun(inv, &slot, err);
    record_clear(&slot_entity, &slot);
    return ok;
}

static const struct command_option slot_list_options[] = {
    { "limit", "N", N_("at most so many rows") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};

#define ON_SLOT(VERB, QUESTIONS, SUMMARY, RUN)                                           \
    {                                                                                    \
        .noun = "slot", .verb = VERB, .operands = "SLOT", .least = 1, .most = 1,         \
        .entity = &slot_entity, .questions = QUESTIONS, .summary = SUMMARY, .run = RUN   \
    }

const struct command attendance_commands[] = {
    { .noun = "attendance",
      .verb = "mark",
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .operands = "MEETING PERSON",
      .least = 2,
      .most = 2,
      .options = mark_options,
      .summary = N_("mark who is there, left, signed or is excused"),
      .run = mark_presence },
    { .noun = "attendance",
      .verb = "add",
      .permission = ACT_REGISTRATION_WALK_IN_NEEDS,
      .operands = "MEETING PERSON",
      .least = 2,
      .most = 2,
      .options = add_options,
      .questions =
          QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA) | QUESTION_OPTION(OVERTAKE),
      .summary = N_("register somebody who came unexpected, and mark them, in one act"),
      .run = add_walk_in },
    { .noun = "attendance",
      .verb = "walk-in",
      .permission = ACT_REGISTRATION_WALK_IN_NEEDS,
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = walk_in_options,
      .questions = QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA) |
                   QUESTION_OPTION(OVERTAKE) | QUESTION_OPTION(DUPLICATE),
      .summary = N_("note, register and mark somebody whom nobody knows, in one act"),
      .run = add_walk_in },
    { .noun = "attendance",
      .verb = "annul",
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .operands = "MEETING PERSON",
      .least = 2,
      .most = 2,
      .options = annul_options,
      .summary = N_("annul a wrong mark, for a --reason; the mark is kept"),
      .run = annul_presence },
    { .noun = "attendance",
      .verb = "list",
      .permission = MAY_READ_DAY,
      .operands = "MEETING [PERSON]",
      .least = 1,
      .most = 2,
      .options = list_options,
      .summary = N_("list who was there, and how many"),
      .only_reads = true,
      .run = list_presence },
    { .noun = "attendance",
      .verb = "sheet",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = sheet_options,
      .summary = N_("print the attendance sheet, to be signed"),
      .run = sheet_command_run },
    { .noun = "attendance",
      .verb = "scan",
      .operands = "MEETING [FILE]",
      .least = 1,
      .most = 2,
      .options = scan_options,
      .questions = QUESTION_OPTION(UNSEEN),
      .summary = N_("note where the scan of the signed sheet lies"),
      .run = scan_command_run },
    { .noun = "attendance",
      .verb = "badges",
      .operands = "MEETING [PERSON...]",
      .least = 1,
      .most = -1,
      .options = cards_options,
      .summary = N_("print badges, each with a code that the door reads"),
      .only_reads = true,
      .run = badges_run },
    { .noun = "attendance",
      .verb = "cards",
      .operands = "MEETING [PERSON...]",
      .least = 1,
      .most = -1,
      .options = cards_options,
      .summary = N_("print place cards, to be folded"),
      .only_reads = true,
      .run = place_cards_run },
    { .noun = "attendance",
      .verb = "audit",
      .operands = "[MEETING]",
      .least = 0,
      .most = 1,
      .options = audit_options,
      .summary = N_("look for what does not hold of signatures and sheets"),
      .only_reads = true,
      .run = audit_run },
    { .noun = "attendance",
      .verb = "certificates",
      .operands = "MEETING [PERSON...]",
      .least = 1,
      .most = -1,
      .options = pages_options,
      .summary = N_("print certificates of attendance, with slots and hours"),
      .only_reads = true,
      .run = certificates_run },
    { .noun = "slot",
      .verb = "add",
      .operands = "[MEETING]",
      .least = 0,
      .most = 1,
      .questions = QUESTION_OPTION(CLOCK),
      .entity = &slot_entity,
      .summary = N_("divide a meeting: add a half-day or a session"),
      .run = add_slot },
    { .noun = "slot",
      .verb = "list",
      .permission = MAY_READ_DAY,
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = slot_list_options,
      .summary = N_("list the slots of a meeting"),
      .only_reads = true,
      .run = list_slots },
    { .noun = "slot",
      .verb = "make",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = slot_list_options,
      .questions = QUESTION_OPTION(CLOCK),
      .summary = N_("part a meeting into its half-days around the lunch break"),
      .run = make_slots },
    { .noun = "slot",
      .verb = "show",
      .operands = "SLOT",
      .least = 1,
      .most = 1,
      .entity = &slot_entity,
      .summary = N_("show a slot"),
      .only_reads = true,
      .run = row_show },
    ON_SLOT("set", QUESTION_OPTION(CLOCK), N_("change a slot"), row_set),
    ON_SLOT("remove", 0, N_("remove a slot in which nobody was marked"), row_remove),
    COMMAND_END,
};
