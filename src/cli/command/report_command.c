/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_command.c - the report of a meeting: its entries, what became of them, and how
 * far it is
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/close_report.h"
#include "atelier/app/edit.h"
#include "atelier/app/reference.h"
#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/act.h"
#include "command/report_file_command.h"
#include "command/report_search.h"
#include "command/report_show.h"
#include "command/report_site_command.h"
#include "command/row_command.h"
#include "print.h"

static bool
report(struct invocation *inv, int64_t entry, const char *what, struct error *err)
{
    return row_report(inv, &report_entry_entity, entry, what, err);
}

/* --- to write */

/* A person, or an organisation that is called so; "" makes it nobody's. */
static bool
fill_owner(struct invocation *inv, struct report_entry *entry, struct error *err)
{
    const char *owner = invocation_option(inv, "owner");
    struct error other = { 0 };

    if (!owner)
        return true;
    entry->owner_person = 0;
    entry->owner_organisation = 0;
    return *owner == '\0' ||
           reference_get(inv->at, ENTITY_PERSON, owner, &entry->owner_person, &other) ||
           reference_get(inv->at, ENTITY_ORGANISATION, owner, &entry->owner_organisation,
                         err);
}

static bool
fill_entry(struct invocation *inv, struct report_entry *entry, struct error *err)
{
    return invocation_fill(inv, entry, err) && fill_owner(inv, entry, err);
}

/* The kind stands before the text unless the option names it; the text is what is left.
 */
static bool
take_text(struct invocation *inv, struct report_entry *entry, const char *text,
          struct error *err)
{
    const struct field *field = entity_field(&report_entry_entity, "text");

    if (!fill_entry(inv, entry, err))
        return false;
    if (invocation_option(inv, "kind"))
        return field_parse(field, entry, text, err);
    entry_take_typed(entry, text);
    return true;
}

static bool
find_after(struct invocation *inv, int64_t *after, struct error *err)
{
    return invocation_option_row(inv, "after", ENTITY_REPORT_ENTRY, after, err);
}

static bool
add_one(struct invocation *inv, int64_t meeting, int64_t after, const char *text,
        struct error *err)
{
    struct report_entry entry;

    record_init(&report_entry_entity, &entry);
    bool ok = take_text(inv, &entry, text, err);
    entry.meeting = meeting;
    if (after != 0 && entry.indent == 0)
        entry.indent = NUMBER_NONE;
    ok = ok && entry_add(inv->at, &entry, after, err) &&
         report(inv, entry.head.id, _("added"), err);
    record_clear(&report_entry_entity, &entry);
    return ok;
}

/* All of standard input; the caller frees.  NULL: it cannot be read. */
static char *
read_all(struct error *err)
{
    enum { PART = 4096, MOST = 1 << 22 };
    struct buffer text = { 0 };
    char bytes[PART];
    ssize_t got;

    while (text.length < MOST && (got = read(STDIN_FILENO, bytes, sizeof(bytes))) != 0) {
        if (got < 0) {
            error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."), "-",
                      error_system_text(errno));
            buffer_clear(&text);
            return NULL;
        }
        buffer_add_part(&text, bytes, (size_t)got);
    }
    return buffer_take(&text);
}

static bool
take_lines(struct invocation *inv, char *text, int64_t meeting,
           struct report_entry_list *list, struct error *err)
{
    bool ok = true;

    for (char *line = strsep(&text, "\r\n"); ok && line; line = strsep(&text, "\r\n")) {
        if (text_is_blank(line))
            continue;
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof(struct report_entry));
        struct report_entry *entry = &list->items[list->count++];
        record_init(&report_entry_entity, entry);
        ok = take_text(inv, entry, line, err);
        entry->meeting = meeting;
    }
    return ok;
}

static bool
add_lines(struct invocation *inv, int64_t meeting, int64_t after, struct error *err)
{
    struct report_entry_list list = { 0 };
    char *text = read_all(err);
    bool ok = text && take_lines(inv, text, meeting, &list, err);

    if (ok && list.count == 0)
        ok = error_set_field(err, ERROR_INPUT, "text",
                             _("Say what is to be noted: --text, or lines on standard "
                               "input."));
    ok = ok && entry_add_all(inv->at, &list, after, err);
    for (size_t i = 0; ok && !inv->options->json && i < list.count; i++)
        ok = report(inv, list.items[i].head.id, _("added"), err);
    if (ok)
        print_json(inv, json_pack("{s:I,s:I}", "meeting", (json_int_t)meeting, "entries",
                                  (json_int_t)list.count));
    report_entry_list_clear(&list);
    free(text);
    return ok;
}

static bool
add(struct invocation *inv, struct error *err)
{
    const char *text = invocation_option(inv, "text");
    int64_t meeting;
    int64_t after;

    if (!invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) ||
        !find_after(inv, &after, err))
        return false;
    return text ? add_one(inv, meeting, after, text, err)
                : add_lines(inv, meeting, after, err);
}

static bool
add_remark(struct invocation *inv, struct error *err)
{
    struct report_entry entry;

    record_init(&report_entry_entity, &entry);
    entry.kind = ENTRY_REMARK;
    const bool ok = invocation_row(inv, 0, ENTITY_MEETING, &entry.meeting, err) &&
                    field_parse(entity_field(&report_entry_entity, "text"), &entry,
                                inv->operands[1], err) &&
                    fill_owner(inv, &entry, err) &&
                    entry_add(inv->at, &entry, ENTRY_AT_END, err) &&
                    report(inv, entry.head.id, _("added"), err);
    record_clear(&report_entry_entity, &entry);
    return ok;
}

static bool
set(struct invocation *inv, struct error *err)
{
    struct report_entry entry;
    int64_t id;

    if (!invocation_row(inv, 0, ENTITY_REPORT_ENTRY, &id, err))
        return false;
    record_init(&report_entry_entity, &entry);
    const bool ok = edit_load(inv->at, &report_entry_entity, id, &entry, err) &&
                    fill_entry(inv, &entry, err) &&
                    edit_change(inv->at, &report_entry_entity, &entry, err) &&
                    report(inv, id, _("changed"), err);
    record_clear(&report_entry_entity, &entry);
    return ok;
}

static bool
list(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_REPORT_ENTRY };

    return invocation_row(inv, 0, ENTITY_MEETING, &query.scope, err) &&
           row_list(inv, &query, err);
}

/* --- where it stands */

static bool
move(struct invocation *inv, struct error *err)
{
    int64_t id;
    int64_t after;
    bool ok = invocation_row(inv, 0, ENTITY_REPORT_ENTRY, &id, err) &&
              find_after(inv, &after, err);

    if (!ok)
        return false;
    if (after != 0)
        ok = entry_move_after(inv->at, id, after, err);
    else if (invocation_option(inv, "top"))
        ok = entry_move_after(inv->at, id, ENTRY_AT_TOP, err);
    else if (invocation_option(inv, "up"))
        ok = entry_move_up(inv->at, id, err);
    else if (invocation_option(inv, "down"))
        ok = entry_move_down(inv->at, id, err);
    else if (invocation_option(inv, "in") || invocation_option(inv, "out"))
        ok = entry_indent(inv->at, id, invocation_option(inv, "in") ? 1 : -1, err);
    else
        ok = error_set(err, ERROR_INPUT,
                       _("Say where to: --up, --down, --top, --after ENTRY, --in or "
                         "--out."));
    return ok && report(inv, id, _("moved"), err);
}

static bool
split(struct invocation *inv, struct error *err)
{
    struct report_entry entry;
    int64_t second;
    int64_t id;

    if (!invocation_row(inv, 0, ENTITY_REPORT_ENTRY, &id, err))
        return false;
    record_init(&report_entry_entity, &entry);
    bool ok = edit_load(inv->at, &report_entry_entity, id, &entry, err);
    const char *where = ok ? strstr(entry.text, inv->operands[1]) : NULL;
    if (ok && !where)
        ok = error_set(err, ERROR_INPUT, _("“%s” is not in the entry, letter by letter."),
                       inv->operands[1]);
    ok = ok &&
         entry_split(inv->at, id, entry.head.rev, NULL, (size_t)(where - entry.text),
                     &second, err) &&
         report(inv, second, _("an entry of its own"), err);
    record_clear(&report_entry_entity, &entry);
    return ok;
}

static bool
join(struct invocation *inv, struct error *err)
{
    int64_t above;
    int64_t id;

    return invocation_row(inv, 0, ENTITY_REPORT_ENTRY, &id, err) &&
           entry_join(inv->at, id, 0, &above, err) &&
           report(inv, above, _("joined with the one below"), err);
}

/* --- what became of it */

static bool
settle(struct invocation *inv, struct error *err)
{
    const enum report_entry_state state = (enum report_entry_state)inv->command->argument;
    struct report_entry entry;
    int64_t meeting;
    int64_t id;

    record_init(&report_entry_entity, &entry);
    const bool ok = invocation_row(inv, 0, ENTITY_REPORT_ENTRY, &id, err) &&
                    invocation_option_row(inv, "at", ENTITY_MEETING, &meeting, err) &&
                    entry_settle(inv->at, id, state, meeting,
                                 invocation_option(inv, "reason"), err) &&
                    edit_load(inv->at, &report_entry_entity, id, &entry, err) &&
                    report(inv, id, report_entry_state_word(entry.kind, state), err);
    record_clear(&report_entry_entity, &entry);
    return ok;
}

static bool
list_open(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_OPEN_ENTRY };

    return invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &query.scope, err) &&
           row_list(inv, &query, err);
}

/* --- how far it is */

static bool
reopen(struct invocation *inv, struct error *err)
{
    int64_t meeting;

    return invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
           report_reopen(inv->at, meeting, invocation_option(inv, "reason"), err) &&
           report_show(inv, err);
}

static bool
approve(struct invocation *inv, struct error *err)
{
    int64_t meeting;
    int64_t where;

    if (!invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) ||
        !invocation_option_row(inv, "at", ENTITY_MEETING, &where, err) ||
        !report_approve(inv->at, meeting, where, err))
        return false;
    print_line(inv, "%s", _("The approval is noted, “atelier undo” takes it back."));
    print_json(inv, json_pack("{s:I}", "approved", (json_int_t)meeting));
    return true;
}

static const struct command_option list_options[] = { ROW_LIST_OPTIONS, { 0 } };

static const struct command_option open_options[] = {
    { "group", "GROUP", N_("of this group only") },
    ROW_LIST_OPTIONS,
    { 0 },
};

static const struct command_option search_options[] = {
    { "group", "GROUP", N_("of this group only") },
    { "limit", "N", N_("at most so many; else 20") },
    { 0 },
};

#define AFTER "after", "ENTRY", N_("behind that one and all that belongs to it")
#define OWNER "owner", "NAME", N_("who is to do it: a person, or an organisation")

static const struct command_option add_options[] = { { AFTER }, { OWNER }, { 0 } };
static const struct command_option set_options[] = { { OWNER }, { 0 } };

static const struct command_option move_options[] = {
    { "up", NULL, N_("before the one above") },
    { "down", NULL, N_("behind the one below") },
    { "top", NULL, N_("before all others") },
    { AFTER },
    { "in", NULL, N_("one level deeper: it belongs to the one above") },
    { "out", NULL, N_("one level less deep") },
    { 0 },
};

static const struct command_option settle_options[] = {
    { "reason", "TEXT", N_("why, or how") },
    { "at", "MEETING", N_("at which meeting it is told; else at the next of the group") },
    { 0 },
};

static const struct command_option reopen_options[] = {
    { "reason", "TEXT", N_("why") },
    { 0 },
};

static const struct command_option approve_options[] = {
    { "at", "MEETING", N_("at which meeting; else at the next of the group") },
    { 0 },
};

#define ON_MEETING(VERB)                                                                 \
    .noun = "report", .verb = VERB, .operands = "MEETING", .least = 1, .most = 1
#define ON_ENTRY(VERB)                                                                   \
    .noun = "report", .verb = VERB, .operands = "ENTRY", .least = 1, .most = 1

const struct command report_commands[] = {
    { ON_MEETING("add"), .options = add_options, .entity = &report_entry_entity,
      .named = { "meeting", "owner_person", "owner_organisation" },
      .summary = N_("note what is said, one entry or a line each of standard input"),
      .run = add },
    { ON_MEETING("list"), .options = list_options,
      .summary = N_("list the entries of a report"), .only_reads = true, .run = list },
    { ON_MEETING("show"),
      .summary = N_("show the report of a meeting, and what is open from before"),
      .only_reads = true, .run = report_show },
    { ON_ENTRY("set"), .options = set_options, .entity = &report_entry_entity,
      .named = { "meeting", "owner_person", "owner_organisation" },
      .summary = N_("change an entry"), .run = set },
    { ON_ENTRY("remove"), .entity = &report_entry_entity,
      .summary = N_("remove an entry; those that belong to it stay"), .run = row_remove },
    { ON_ENTRY("move"), .options = move_options,
      .summary = N_("move an entry, with those that belong to it"), .run = move },
    { .noun = "report",
      .verb = "split",
      .operands = "ENTRY TEXT",
      .least = 2,
      .most = 2,
      .summary = N_("make two entries of one; the second begins with these words"),
      .run = split },
    { ON_ENTRY("join"), .summary = N_("join an entry with the one above"), .run = join },
    { ON_ENTRY("done"), .options = settle_options, .argument = ENTRY_DONE,
      .summary = N_("say that it was done, or of a remark that it was taken up"),
      .run = settle },
    { ON_ENTRY("drop"), .options = settle_options, .argument = ENTRY_DROPPED,
      .summary = N_("say that it will not be done, for a reason"), .run = settle },
    { ON_ENTRY("open-again"), .options = settle_options, .argument = ENTRY_OPEN,
      .summary = N_("say that it is open again"), .run = settle },
    { .noun = "report",
      .verb = "open",
      .options = open_options,
      .summary = N_("list recommendations and decisions that are open, overdue ones "
                    "first"),
      .only_reads = true,
      .run = list_open },
    { .noun = "report",
      .verb = "search",
      .operands = "TEXT",
      .least = 1,
      .most = 1,
      .options = search_options,
      .summary = N_("find words in all reports, the latest first, with the sentence"),
      .only_reads = true,
      .run = report_search },
    { .noun = "report",
      .verb = "remark",
      .operands = "MEETING TEXT",
      .least = 2,
      .most = 2,
      .options = set_options,
      .summary = N_("note a remark that came back, to be decided on"),
      .run = add_remark },
    { ON_MEETING("circulate"),
      .summary = N_("note that a report is sent round; prints it, and the addresses"),
      .run = report_circulate_run },
    { ON_MEETING("export"), .options = report_export_options,
      .summary = N_("write the report as text, Markdown, a page of the web or a PDF"),
      .only_reads = true, .run = report_export_run },
    { ON_MEETING("finalise"),
      .summary = N_("make a report final: its entries do not change any more"),
      .run = report_finalise_run },
    { ON_MEETING("reopen"), .options = reopen_options,
      .summary = N_("begin the next version of a final report, for a reason"),
      .run = reopen },
    { ON_MEETING("approve"), .options = approve_options,
      .summary = N_("note that the report of a meeting was approved at a later one"),
      .run = approve },
    { .noun = "report",
      .verb = "publish",
      .options = report_publish_options,
      .summary = N_("write programme, calendars and final reports as pages of the web"),
      .only_reads = true,
      .unconfined = true,
      .run = report_publish_run },
    COMMAND_END,
};
