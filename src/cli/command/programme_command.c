/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_command.c - the programme of a meeting as text, for a mail or the wall, and
 * as JSON
 */
#include <inttypes.h>
#include <string.h>

#include "atelier/app/browse_programme.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_text.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "command/pages_command.h"
#include "print.h"
#include "text_output.h"

/* --- for people */

static void
print_head(struct invocation *inv, const struct meeting *meeting)
{
    struct buffer text = { 0 };

    print_line(inv, "%s", meeting->title);
    when_format_span(meeting->start, meeting->end, &text);
    display_elsewhere(inv->at, meeting->zone, &text);
    if (meeting->room != 0) {
        buffer_add(&text, ", ");
        display_title(inv->at, ENTITY_ROOM, meeting->room, &text);
    } else if (meeting->place) {
        buffer_addf(&text, ", %s", meeting->place);
    }
    print_line(inv, "%s", buffer_text(&text));
    buffer_clear(&text);
}

static void
print_item(struct invocation *inv, const struct programme_part *part)
{
    struct buffer text = { 0 };

    when_format_hours_of_day(part->start, part->end, &text);
    buffer_addf(&text, "  %s", part->title);
    if (part->room_name)
        buffer_addf(&text, ", %s", part->room_name);
    if (part->leader_name)
        buffer_addf(&text, ", %s", part->leader_name);
    if (part->holder) /* TRANSLATORS: a project: who carries it, where */
        buffer_addf(&text, _("; project of %s"), part->holder);
    print_line(inv, "%s", buffer_text(&text));
    buffer_clear(&text);
}

static void
add_seats(const struct programme_part *part, struct buffer *text)
{
    if (part->seats != NUMBER_NONE)
        buffer_addf(text,
                    ngettext("%" PRId64 " of %" PRId64 " seat taken",
                             "%" PRId64 " of %" PRId64 " seats taken",
                             (unsigned long)part->seats),
                    part->taken, part->seats);
    else
        buffer_addf(text,
                    ngettext("%" PRId64 " comes, no limit", "%" PRId64 " come, no limit",
                             (unsigned long)part->taken),
                    part->taken);
    if (part->waiting > 0)
        buffer_addf(text,
                    ngettext(", %" PRId64 " waiting", ", %" PRId64 " waiting",
                             (unsigned long)part->waiting),
                    part->waiting);
}

static void
print_workshop(struct invocation *inv, const struct programme_part *part,
               const struct programme_row *row)
{
    struct buffer text = { 0 };

    print_line(inv, "  %s", part->title);
    buffer_add(&text, "    ");
    if (local_time_compare(part->start, row->start) != 0 ||
        local_time_compare(part->end, row->end) != 0) {
        when_format_hours_of_day(part->start, part->end, &text);
        buffer_add(&text, "; ");
    }
    buffer_addf(&text, "%s%s", part->room_name ? part->room_name : "",
                part->room_name ? "; " : "");
    if (part->state != WORKSHOP_PLANNED)
        buffer_add(&text, _(workshop_states[part->state].label));
    else
        add_seats(part, &text);
    print_line(inv, "%s", buffer_text(&text));
    buffer_reset(&text);
    if (part->leader_name) /* TRANSLATORS: who leads a workshop */
        buffer_addf(&text, _("led by %s"), part->leader_name);
    if (part->speakers)
        /* TRANSLATORS: several speakers of a workshop, behind its leader or not */
        buffer_addf(&text, "%s%s %s", text.length > 0 ? "; " : "", _("with"),
                    part->speakers);
    if (text.length > 0)
        print_line(inv, "    %s", buffer_text(&text));
    buffer_clear(&text);
}

static void
print_cells(struct invocation *inv, const struct programme *programme,
            const struct programme_grid *grid, size_t index)
{
    const struct programme_row *row = &grid->rows[index];
    const struct slot *slot = programme_slot(programme, row->slot);
    struct buffer text = { 0 };
    bool any = false;

    when_format_hours_of_day(row->start, row->end, &text);
    print_line(inv, "%s%s%s", buffer_text(&text), slot && slot->label ? "  " : "",
               slot && slot->label ? slot->label : "");
    for (size_t column = 0; column < programme->room_count; column++)
        for (int lane = 0; lane < row->lanes; lane++) {
            const size_t cell = programme_grid_cell(grid, index, column, lane);

            if (cell == PROGRAMME_NONE || grid->cells[cell].first != index)
                continue;
            print_workshop(inv, &programme->parts[grid->cells[cell].part], row);
            any = true;
        }
    if (!any)
        print_line(inv, "  %s", _("nothing is planned"));
    buffer_clear(&text);
}

static void
print_programme(struct invocation *inv, const struct meeting *meeting,
                const struct programme *programme)
{
    struct programme_grid grid = { 0 };
    struct buffer day = { 0 };

    programme_grid_fill(&grid, programme);
    print_head(inv, meeting);
    for (size_t i = 0; i < grid.row_count; i++) {
        if (programme_grid_goes_on(&grid, i))
            continue;
        print_line(inv, "%s", "");
        if (grid.rows[i].begins_day) {
            buffer_reset(&day);
            when_format_date(grid.rows[i].start.date, WHEN_LONG, &day);
            print_line(inv, "%s", buffer_text(&day));
        }
        if (grid.rows[i].item != PROGRAMME_NONE)
            print_item(inv, &programme->parts[grid.rows[i].item]);
        else
            print_cells(inv, programme, &grid, i);
    }
    buffer_clear(&day);
    programme_grid_clear(&grid);
}

/* --- for programs */

static json_t *
id_json(int64_t id)
{
    return id != 0 ? json_integer(id) : json_null();
}

static json_t *
number_json(int64_t number)
{
    return number != NUMBER_NONE ? json_integer(number) : json_null();
}

static json_t *
slot_json(const struct slot *slot)
{
    char start[LOCAL_TIME_TEXT_SIZE];
    char end[LOCAL_TIME_TEXT_SIZE];

    local_time_format(slot->start, start);
    local_time_format(slot->end, end);
    return json_pack("{s:o,s:s?,s:s,s:s}", "id",
                     id_json(slot->head.id > 0 ? slot->head.id : 0), "label", slot->label,
                     "start", start, "end", end);
}

static json_t *
part_json(const struct programme_part *part)
{
    const bool is_item = programme_part_is_item(part);
    char start[LOCAL_TIME_TEXT_SIZE];
    char end[LOCAL_TIME_TEXT_SIZE];

    local_time_format(part->start, start);
    local_time_format(part->end, end);
    json_t *object =
        json_pack("{s:I,s:s?,s:s,s:s,s:s?,s:o,s:s?}", "id", (json_int_t)part->row.id,
                  "title", part->title, "start", start, "end", end, "room_name",
                  part->room_name, is_item ? "speaker" : "leader", id_json(part->leader),
                  is_item ? "speaker_name" : "leader_name", part->leader_name);
    json_object_set_new(object, "room", id_json(part->room));
    if (is_item) {
        json_object_set_new(object, "kind", json_string(item_kinds[part->kind].name));
        json_object_set_new(object, "holder",
                            part->holder ? json_string(part->holder) : json_null());
        return object;
    }
    json_object_set_new(object, "slot", id_json(part->slot));
    json_object_set_new(object, "speakers",
                        part->speakers ? json_string(part->speakers) : json_null());
    json_object_set_new(object, "state", json_string(workshop_states[part->state].name));
    json_object_set_new(object, "seats", number_json(part->seats));
    json_object_set_new(object, "least", number_json(part->least));
    json_object_set_new(object, "taken", json_integer(part->taken));
    json_object_set_new(object, "waiting", json_integer(part->waiting));
    return object;
}

static json_t *
programme_json(const struct programme *programme)
{
    json_t *slots = json_array();
    json_t *workshops = json_array();
    json_t *items = json_array();

    for (size_t i = 0; i < programme->slots.count; i++)
        json_array_append_new(slots, slot_json(&programme->slots.items[i]));
    for (size_t i = 0; i < programme->count; i++)
        json_array_append_new(programme_part_is_item(&programme->parts[i]) ? items
                                                                           : workshops,
                              part_json(&programme->parts[i]));
    return json_pack("{s:I,s:o,s:o,s:o}", "meeting", (json_int_t)programme->meeting,
                     "slots", slots, "workshops", workshops, "items", items);
}

/* To a file, where one is named. */
static bool
begin_text(struct invocation *inv, struct error *err)
{
    const char *output = invocation_option(inv, "output");

    if (!output || strcmp(output, "-") == 0)
        return true;
    return export_text_of_path(output)
               ? text_output_begin(inv, output, err)
               : error_set_field(err, ERROR_INPUT, "output",
                                 _("This is written as text: end the name in .txt; "
                                   "“atelier programme print” makes a PDF."));
}

static const struct command_option show_options[] = {
    { "output", "FILE.txt", N_("write to this file; - is the standard output") },
    { "replace", NULL, N_("write over a file that is there") },
    { 0 },
};

static bool
show_programme(struct invocation *inv, struct error *err)
{
    struct programme programme = { 0 };
    struct meeting meeting;
    int64_t id = 0;

    record_init(&meeting_entity, &meeting);
    const bool ok = invocation_row(inv, 0, ENTITY_MEETING, &id, err) &&
                    edit_load(inv->at, &meeting_entity, id, &meeting, err) &&
                    browse_programme(inv->at, &meeting, &programme, err) &&
                    begin_text(inv, err);
    if (ok && inv->options->json && !inv->text)
        print_json(inv, programme_json(&programme));
    else if (ok)
        print_programme(inv, &meeting, &programme);
    programme_clear(&programme);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

const struct command programme_commands[] = {
    { .noun = "programme",
      .verb = "show",
      .permission = MAY_READ_DAY,
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = show_options,
      .summary = N_("show what a meeting consists of, by the hour"),
      .only_reads = true,
      .run = show_programme },
    { .noun = "programme",
      .verb = "print",
      .permission = MAY_READ_DAY,
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = pages_options,
      .summary = N_("print what a meeting consists of, as a PDF"),
      .only_reads = true,
      .run = programme_print_run },
    COMMAND_END,
};
