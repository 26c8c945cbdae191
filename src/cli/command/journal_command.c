/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_command.c - who did what, and undo */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "answers.h"
#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/history.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/cli/progress_line.h"
#include "atelier/domain/erased_mark.h"
#include "command/row_command.h"
#include "print.h"

/* What was removed still has its history, by its number. */
static bool
is_remembered(struct invocation *inv, const char *option, struct listing_query *query)
{
    struct listing_page page = { 0 };
    bool is = invocation_option_number(inv, option, &query->scope, NULL) &&
              listing_fetch(inv->at, query, LISTING_FIRST, NULL, 1, &page, NULL) &&
              page.count > 0;
    listing_page_clear(&page);
    return is;
}

/* The row whose history is asked for, by the option that names it. */
static bool
read_subject(struct invocation *inv, struct listing_query *query, struct error *err)
{
    static const struct {
        const char *option;
        enum entity_kind entity;
    } subjects[] = {
        { "person", ENTITY_PERSON },
        { "meeting", ENTITY_MEETING },
        { "group", ENTITY_WORKING_GROUP },
        { "organisation", ENTITY_ORGANISATION },
    };
    for (size_t i = 0; i < sizeof(subjects) / sizeof(subjects[0]); i++) {
        if (!invocation_option(inv, subjects[i].option))
            continue;
        query->kind = LISTING_ROW_JOURNAL;
        query->entity = (int)subjects[i].entity;
        struct error missing = { 0 };
        if (invocation_option_row(inv, subjects[i].option, subjects[i].entity,
                                  &query->scope, &missing) ||
            (missing.kind == ERROR_NOT_FOUND &&
             is_remembered(inv, subjects[i].option, query)))
            return true;
        *err = missing;
        return false;
    }
    return true;
}

static bool
list_journal(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_JOURNAL };
    return read_subject(inv, &query, err) && row_list(inv, &query, err);
}

/* The reason is the act's, the same in each of its fields. */
static json_t *
change_json(const struct journal_change *change, const char *reason)
{
    static const char *const kinds[] = { "added", "changed", "removed" };
    json_t *object = json_object();
    json_object_set_new(object, "entity", json_string(entity_get(change->entity)->name));
    json_object_set_new(object, "row", json_integer(change->row));
    json_object_set_new(object, "title", print_json_value(FIELD_TEXT, change->title));
    json_object_set_new(object, "kind", json_string(kinds[change->kind]));
    json_object_set_new(object, "field", json_string(change->field->name));
    json_object_set_new(object, "before",
                        print_json_value(change->field->kind, change->before));
    json_object_set_new(object, "after",
                        print_json_value(change->field->kind, change->after));
    json_object_set_new(object, "reason", reason ? json_string(reason) : json_null());
    return object;
}

/* Of a row that has a title. */
static void
put_change_of(struct invocation *inv, const struct journal_change *change,
              const char *was, const char *is)
{
    struct buffer title = { 0 };
    struct buffer aside = { 0 };

    erased_mark_show(change->title, &title);
    text_add_aside(&aside, buffer_text(&title));
    /* TRANSLATORS: Meeting 7 (title)  Field: before → after */
    print_line(inv, _("%s %" PRId64 "%s  %s: %s → %s"),
               _(entity_get(change->entity)->label), change->row, buffer_text(&aside),
               _(change->field->label), was, is);
    buffer_clear(&aside);
    buffer_clear(&title);
}

static void
put_change(struct invocation *inv, const struct journal_change *change)
{
    struct buffer before = { 0 };
    display_text(inv->at, change->field, change->before, &before);
    struct buffer after = { 0 };
    display_text(inv->at, change->field, change->after, &after);
    const char *was = change->before ? buffer_text(&before) : "∅";
    const char *is = change->after ? buffer_text(&after) : "∅";
    const char *noun = _(entity_get(change->entity)->label);
    if (change->title && !*change->title) /* a post without a function, removed since */
        /* TRANSLATORS: Post 12  Field: before → after */
        print_line(inv, _("%s %" PRId64 "  %s: %s → %s"), noun, change->row,
                   _(change->field->label), was, is);
    else if (change->title)
        put_change_of(inv, change, was, is);
    else
        /* TRANSLATORS: Settings  Field: before → after */
        print_line(inv, _("%s  %s: %s → %s"), noun, _(change->field->label), was, is);
    buffer_clear(&before);
    buffer_clear(&after);
}

/* Why fewer fields stand there than somebody else sees, or none. */
static void
put_untold(const struct journal_change_list *list)
{
    const char *untold = journal_change_list_untold(list);

    if (untold || list->count == 0)
        (void)fprintf(stderr, "%s\n", untold ? untold : _("This act changed no field."));
}

static bool
show_entry(struct invocation *inv, struct error *err)
{
    struct journal_change_list list = { 0 };
    struct journal_entry entry = { 0 };
    struct buffer reason = { 0 };
    int64_t id = 0;
    if (!invocation_number(inv, 0, &id, err) ||
        !history_changes(inv->at, id, ENTITY_COUNT, 0, &list, err))
        return false;

    json_t *array = json_array();
    if (history_load(inv->at, id, &entry, NULL) && entry.reason) {
        question_add_reasons(entry.reason, &reason);
        print_line(inv, _("Reason: %s"), buffer_text(&reason));
    }
    for (size_t i = 0; i < list.count; i++) {
        if (!inv->options->json && journal_change_is_shown(&list, &list.items[i]))
            put_change(inv, &list.items[i]);
        json_array_append_new(
            array,
            change_json(&list.items[i], entry.reason ? buffer_text(&reason) : NULL));
    }
    print_json(inv, array);
    if (!inv->options->json)
        put_untold(&list);
    buffer_clear(&reason);
    journal_entry_clear(&entry);
    journal_change_list_clear(&list);
    return true;
}

static void
put_warning(struct invocation *inv, const struct journal_entry *entry)
{
    struct buffer text = { 0 };

    if (undo_warn(inv->at, entry, &text))
        (void)fprintf(stderr, "%s", buffer_text(&text));
    buffer_clear(&text);
}

/* Whose offers went with it, by number for programs. */
static json_t *
put_offers(struct invocation *inv, const struct journal_entry *entry)
{
    struct undo_offers offers = { 0 };
    struct buffer text = { 0 };
    json_t *people = json_array();

    if (undo_offers_find(inv->at, entry, &offers)) {
        undo_offers_say(inv->at, &offers, &text);
        print_line(inv, "%s", buffer_text(&text));
    }
    for (size_t i = 0; i < offers.count; i++)
        json_array_append_new(people, json_integer(offers.people[i]));
    buffer_clear(&text);
    undo_offers_clear(&offers);
    return people;
}

/* Of an undo and of a redo: what was taken back, or put back. */
static void
put_taken(struct invocation *inv, bool redone, struct journal_entry *entry)
{
    const char *act = journal_act_label(entry->act);
    struct buffer summary = { 0 };

    journal_add_summary(entry->summary, &summary);
    if (summary.length > 0)
        print_line(inv, redone ? _("Redone: %s, %s") : _("Undone: %s, %s"), act,
                   buffer_text(&summary));
    else
        print_line(inv, redone ? _("Redone: %s") : _("Undone: %s"), act);
    buffer_clear(&summary);
    print_json(inv,
               json_pack("{s:I,s:s,s:s?,s:o}", redone ? "redone" : "undone",
                         (json_int_t)entry->id, "act", entry->act, "summary",
                         entry->summary, "offers_taken_back", put_offers(inv, entry)));
    put_warning(inv, entry);
    journal_entry_clear(entry);
}

/* --- what else can be undone */

/* The command that undoes it, with the options that answer what it asks. */
static void
add_command(const struct journal_entry *entry, unsigned asks, struct buffer *text)
{
    buffer_addf(text, "atelier undo %" PRId64, entry->id);
    for (int kind = 0; kind < QUESTION_COUNT; kind++)
        if (asks & (1U << kind))
            buffer_addf(text, " --%s %s", question_table[kind].option,
                        question_table[kind].argument);
}

/* The act by its number, what it was, and whom or what it was about. */
static void
add_act(const struct journal_entry *entry, struct buffer *text)
{
    struct buffer summary = { 0 };

    journal_add_summary(entry->summary, &summary);
    buffer_addf(text, "%" PRId64 ", %s", entry->id, journal_act_label(entry->act));
    if (summary.length > 0)
        text_add_aside(text, buffer_text(&summary));
    buffer_clear(&summary);
}

/* Adds to a refusal what can be done; it stays a refusal of the same kind. */
static bool
go_on(struct error *err, const char *more)
{
    const struct error refusal = *err;

    error_set_field(err, refusal.kind, refusal.field, "%s  %s", refusal.message, more);
    err->question = refusal.question;
    return false;
}

/* An act that was refused: what has to be undone first, where that can be. */
static bool
name_first(struct invocation *inv, int64_t id, struct error *err)
{
    struct journal_entry first = { 0 };
    unsigned asks = 0;

    if (err->kind == ERROR_RULE && undo_find_first(inv->at, id, &first, &asks)) {
        struct buffer act = { 0 };
        struct buffer command = { 0 };
        struct buffer more = { 0 };
        add_act(&first, &act);
        add_command(&first, asks, &command);
        buffer_addf(&more, _("First undo %s: “%s”."), buffer_text(&act),
                    buffer_text(&command));
        go_on(err, buffer_text(&more));
        buffer_clear(&act);
        buffer_clear(&command);
        buffer_clear(&more);
    }
    journal_entry_clear(&first);
    return false;
}

/* An act that is refused, or of which something is asked, keeps nobody from those before
 * it: the next undo goes on there, unless it is of another day or asks something. */
static bool
name_before(struct invocation *inv, const struct journal_entry *refused,
            struct error *err)
{
    struct journal_entry before = { 0 };
    unsigned asks = 0;

    if (err->kind != ERROR_RULE && err->kind != ERROR_QUESTION)
        return false;
    if (!undo_find_before(inv->at, refused->id, &before, &asks))
        return name_first(inv, refused->id, err);
    struct buffer act = { 0 };
    struct buffer command = { 0 };
    struct buffer more = { 0 };
    add_act(&before, &act);
    if (asks == 0 && !undo_is_long_ago(inv->at, &before)) {
        buffer_add(&command, "atelier undo");
        undo_go_on_before(inv->at, before.id + 1);
    } else {
        add_command(&before, asks, &command);
    }
    buffer_addf(&more, _("In the way is %lld, %s.  “%s” goes on to %s."),
                (long long)refused->id, journal_act_label(refused->act),
                buffer_text(&command), buffer_text(&act));
    go_on(err, buffer_text(&more));
    buffer_clear(&act);
    buffer_clear(&command);
    buffer_clear(&more);
    journal_entry_clear(&before);
    return false;
}

/* An act of another day is not what somebody means who undoes once too often. */
static bool
fail_long_ago(struct invocation *inv, int64_t position, struct error *err)
{
    struct journal_entry before = { 0 };
    unsigned asks = 0;

    if (!undo_find_before(inv->at, position, &before, &asks))
        return error_set(err, ERROR_RULE,
                         _("Nothing of today is left to undo, and what you did last "
                           "before that cannot be undone.  See “atelier journal list”."));
    struct buffer act = { 0 };
    struct buffer command = { 0 };
    add_act(&before, &act);
    add_command(&before, asks, &command);
    error_set(err, ERROR_RULE,
              _("Nothing of today is left to undo.  What you did before that is %s: “%s” "
                "takes it back."),
              buffer_text(&act), buffer_text(&command));
    buffer_clear(&act);
    buffer_clear(&command);
    journal_entry_clear(&before);
    return false;
}

/* The newest act, or where one was refused and nothing is answered now, the one that was
 * named. */
static bool
undo_newest(struct invocation *inv, struct questions *sheet, struct journal_entry *entry,
            struct error *err)
{
    bool answers = false;
    for (int kind = 0; kind < QUESTION_COUNT; kind++)
        answers = answers || question_answer(sheet, (enum question_kind)kind);
    const int64_t position = answers ? 0 : undo_position(inv->at);
    struct journal_entry next = { 0 };

    bool ok = undo_next(inv->at, position, &next, err);
    if (ok && undo_is_long_ago(inv->at, &next))
        ok = fail_long_ago(inv, position, err);
    else if (ok)
        ok = (position == 0 ? undo_last(inv->at, sheet, entry, err)
                            : undo_act(inv->at, next.id, sheet, entry, err)) ||
             answers_explain(inv, sheet, err) || name_before(inv, &next, err);
    journal_entry_clear(&next);
    return ok;
}

/* Of how many rows is not known. */
static bool
tell(void *context, int64_t done, int64_t total)
{
    (void)done;
    (void)total;
    return progress_line_tick(context);
}

static bool
undo(struct invocation *inv, struct error *err)
{
    struct progress_line progress = { .what = _("Undoing"), .shown = -1 };
    struct journal_entry entry = { 0 };
    struct questions sheet = { 0 };
    int64_t id = 0;
    bool ok = answers_read(inv, &sheet, err);

    undo_tell(inv->at, tell, &progress);
    if (ok && inv->operand_count > 0)
        ok = invocation_number(inv, 0, &id, err) &&
             (undo_act(inv->at, id, &sheet, &entry, err) ||
              answers_explain(inv, &sheet, err) || name_first(inv, id, err));
    else if (ok)
        ok = undo_newest(inv, &sheet, &entry, err);
    undo_tell(inv->at, NULL, NULL);
    progress_line_end(&progress);
    if (ok)
        put_taken(inv, false, &entry);
    questions_clear(&sheet);
    return ok;
}

static bool
redo(struct invocation *inv, struct error *err)
{
    struct progress_line progress = { .what = _("Redoing"), .shown = -1 };
    struct journal_entry entry = { 0 };
    struct questions sheet = { 0 };

    undo_tell(inv->at, tell, &progress);
    const bool ok =
        answers_read(inv, &sheet, err) &&
        (redo_last(inv->at, &sheet, &entry, err) || answers_explain(inv, &sheet, err));
    undo_tell(inv->at, NULL, NULL);
    progress_line_end(&progress);

    if (ok)
        put_taken(inv, true, &entry);
    questions_clear(&sheet);
    return ok;
}

static const struct command_option list_options[] = {
    { "person", "PERSON", N_("only what concerns this person") },
    { "meeting", "MEETING", N_("only what concerns this meeting and its list") },
    { "group", "GROUP", N_("only what concerns this working group") },
    { "organisation", "ORGANISATION", N_("only what concerns this organisation") },
    { "limit", "N", N_("at most so many rows") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};

const struct command journal_commands[] = {
    { .noun = "journal",
      .verb = "list",
      .options = list_options,
      .summary = N_("list who did what and when, newest first"),
      .only_reads = true,
      .run = list_journal },
    { .noun = "journal",
      .verb = "show",
      .operands = "ENTRY",
      .least = 1,
      .most = 1,
      .summary = N_("show field by field what an act changed"),
      .only_reads = true,
      .run = show_entry },
    { .noun = "journal", /* the noun alone lists; last, so that its verbs come first */
      .options = list_options,
      .summary = N_("the same as journal list"),
      .only_reads = true,
      .run = list_journal },
    { .noun = "undo",
      .permission = MAY_COME_IN,
      .operands = "[ENTRY]",
      .most = 1,
      .summary = N_("undo your last act, again for the one before; or that one"),
      .questions = QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA) |
                   QUESTION_OPTION(COLLEAGUE) | QUESTION_OPTION(CLOCK),
      .run = undo },
    { .noun = "redo",
      .permission = MAY_COME_IN,
      .summary = N_("put back what your last undo took, again for the one before it"),
      .questions =
          QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA) | QUESTION_OPTION(CLOCK),
      .run = redo },
    COMMAND_END,
};
