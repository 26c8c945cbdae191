/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge_command.c - two people who turn out to be one, side by side and merged */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/merge.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "command.h"
#include "invocation.h"
#include "print.h"

static void
add_value(struct invocation *inv, const struct field *field, const struct person *person,
          struct buffer *line)
{
    struct buffer value = { 0 };

    if (!field_is_absent(field, person))
        display_field(inv->at, field, person, &value);
    buffer_add(line, value.length > 0 ? buffer_text(&value) : "–");
    buffer_clear(&value);
}

/* "E-mail: – | ana@example.org → ana@example.org": what differs, and what stays of it. */
static void
print_difference(struct invocation *inv, const struct merge_outcome *outcome,
                 const struct field *field)
{
    struct buffer line = { 0 };

    if (field_equal(field, &outcome->keep, &outcome->other))
        return;
    buffer_addf(&line, _("%s: %s"), _(field->label), "");
    add_value(inv, field, &outcome->keep, &line);
    buffer_add(&line, " | ");
    add_value(inv, field, &outcome->other, &line);
    buffer_add(&line, " → ");
    add_value(inv, field, &outcome->after, &line);
    print_lines(inv, buffer_text(&line));
    buffer_clear(&line);
}

static bool
is_compared(const struct field *field)
{
    return !(field->flags & FIELD_DERIVED);
}

static void
print_rows(struct invocation *inv, const struct merge_outcome *outcome)
{
    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        if (outcome->moved[kind] > 0)
            print_line(inv,
                       ngettext("%s: %zu goes over.", "%s: %zu go over.",
                                (unsigned long)outcome->moved[kind]),
                       _(entity->plural), outcome->moved[kind]);
        if (outcome->folded[kind] > 0)
            print_line(inv,
                       ngettext("%s: %zu becomes one with that of the kept person.",
                                "%s: %zu become one with those of the kept person.",
                                (unsigned long)outcome->folded[kind]),
                       _(entity->plural), outcome->folded[kind]);
    }
}

static json_t *
counts_json(const size_t counts[ENTITY_COUNT])
{
    json_t *object = json_object();

    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        if (counts[kind] > 0)
            json_object_set_new(object, entity_get((enum entity_kind)kind)->name,
                                json_integer((json_int_t)counts[kind]));
    return object;
}

static void
print_outcome(struct invocation *inv, const struct merge_outcome *outcome, bool dry_run)
{
    print_line(inv, _("Kept: person %" PRId64 ".  Merged into them: person %" PRId64 "."),
               outcome->keep.head.id, outcome->other.head.id);
    for (size_t i = 0; i < person_entity.field_count; i++)
        if (is_compared(&person_entity.fields[i]))
            print_difference(inv, outcome, &person_entity.fields[i]);
    print_rows(inv, outcome);
    print_line(inv, "%s",
               dry_run ? _("Nothing is written: --dry-run.")
                       : _("Merged; “atelier undo” takes it back."));
    print_json(inv, json_pack("{s:o,s:o,s:o,s:o,s:o,s:b}", "keep",
                              print_json_record(&person_entity, &outcome->keep), "other",
                              print_json_record(&person_entity, &outcome->other), "after",
                              print_json_record(&person_entity, &outcome->after), "moved",
                              counts_json(outcome->moved), "folded",
                              counts_json(outcome->folded), "dry_run", (int)dry_run));
}

/* "email,phone": fields that are taken from the other. */
static bool
read_fields(const char *names, uint32_t *bits, struct error *err)
{
    while (names && *names) {
        const size_t length = strcspn(names, ",");
        char *name = memory_copy_part(names, length);
        const uint32_t bit = merge_field_bit(name);
        if (bit == 0)
            error_set(err, ERROR_INPUT,
                      _("“%s” is not a field of a person; “atelier person set --help” "
                        "names them."),
                      name);
        free(name);
        if (bit == 0)
            return false;
        *bits |= bit;
        names += length + (names[length] == ',');
    }
    return true;
}

static bool
merge(struct invocation *inv, struct error *err)
{
    const bool dry_run = invocation_option(inv, "dry-run") != NULL;
    struct merge_outcome outcome;
    struct merge_request request = { 0 };

    merge_outcome_init(&outcome);
    const bool ok =
        read_fields(invocation_option(inv, "take"), &request.of_other, err) &&
        invocation_row(inv, 0, ENTITY_PERSON, &request.keep, err) &&
        invocation_row(inv, 1, ENTITY_PERSON, &request.other, err) &&
        (dry_run ? merge_try : merge_people)(inv->at, &request, &outcome, err);
    if (ok)
        print_outcome(inv, &outcome, dry_run);
    merge_outcome_clear(&outcome);
    return ok;
}

static const struct command_option options[] = {
    { "dry-run", NULL, N_("only show both side by side, and what would go over") },
    { "take", "FIELDS", N_("take these from the other, with commas: email,phone") },
    { 0 },
};

const struct command merge_commands[] = {
    { .noun = "person",
      .verb = "merge",
      .operands = "KEEP OTHER",
      .least = 2,
      .most = 2,
      .options = options,
      .summary = N_("merge two people who are one, into the first"),
      .run = merge },
    COMMAND_END,
};
