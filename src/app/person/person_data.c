/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_data.c - all that is stored on somebody, as they may ask for it */
#include "atelier/app/person_data.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/history.h"
#include "atelier/base/json.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/person.h"
#include "atelier/store/row_reference.h"
#include "atelier/store/row_table.h"
#include "export/export_output.h"
#include "session/session.h"

enum { ENTRIES_AT_ONCE = 500 };

/* What is written, and of what; the rows of one noun stand in one array. */
struct telling_of {
    struct atelier *at;
    struct buffer *json;
    const struct entity *entity;
    const struct field *field; /* by which its rows refer to the person */
    bool reads_private;
    int depth;      /* of arrays, for the blanks before a line */
    size_t members; /* of the object that is open */
    size_t rows;    /* of the array that is open */
    struct own_rows *own;
};

/* Rows that were told whole, whose former values are told with what replaced them. */
struct own_rows {
    struct row_ref *items;
    size_t count;
    size_t capacity;
};

static void
keep_own(struct telling_of *to, enum entity_kind kind, int64_t id)
{
    struct own_rows *own = to->own;

    own->items =
        memory_grow(own->items, &own->capacity, own->count + 1, sizeof(*own->items));
    own->items[own->count++] = (struct row_ref){ kind, id };
}

static void
begin_line(struct telling_of *to)
{
    buffer_add_char(to->json, '\n');
    for (int i = 0; i < to->depth; i++)
        buffer_add(to->json, "  ");
}

static void
add_name(struct telling_of *to, const char *name)
{
    if (to->members++ > 0)
        buffer_add_char(to->json, ',');
    begin_line(to);
    json_add_text(to->json, name);
    buffer_add(to->json, ": ");
}

static void
add_member(struct telling_of *to, const char *name, const char *value)
{
    add_name(to, name);
    json_add_text(to->json, value);
}

static void
add_id(struct telling_of *to, int64_t id)
{
    add_name(to, _("Number"));
    buffer_addf(to->json, "%lld", (long long)id);
}

/* What the office keeps for itself is left out with what is absent. */
static void
add_fields(struct telling_of *to, const struct entity *entity, const void *record)
{
    add_id(to, ((const struct record *)record)->id);
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        struct buffer value = { 0 };
        if ((field->flags & (FIELD_HIDDEN | FIELD_COMPUTED)) ||
            ((field->flags & FIELD_PRIVATE) && !to->reads_private) ||
            field_is_absent(field, record))
            continue;
        display_field(to->at, field, record, &value);
        add_member(to, _(field->label), buffer_text(&value));
        buffer_clear(&value);
    }
}

/* --- rows that refer to them */

/* What is about the person alone is told whole; of what is about others, that it names
 * them. */
static bool
is_theirs(enum entity_kind kind)
{
    switch (kind) {
    case ENTITY_PERSON:
    case ENTITY_AFFILIATION:
    case ENTITY_MEMBERSHIP:
    case ENTITY_REGISTRATION:
    case ENTITY_PRESENCE:
    case ENTITY_WORKSHOP_CHOICE:
    case ENTITY_ANSWER:
    case ENTITY_SPEAKER:
        return true;
    default:
        return false;
    }
}

static bool tell_referring(struct telling_of *to, enum entity_kind of, int64_t row,
                           struct error *err);

static bool
tell_row(void *context, int64_t id, struct error *err)
{
    struct telling_of *to = context;
    struct telling_of inside = *to;
    void *record = record_new(to->entity);
    bool ok = row_load(to->at->db, to->entity, id, record, err);

    buffer_add(to->json, to->rows++ > 0 ? "," : "");
    begin_line(to);
    buffer_add_char(to->json, '{');
    inside.members = 0;
    inside.depth++;
    inside.reads_private =
        session_reads_private_of(to->at, (struct row_ref){ to->entity->kind, id });
    if (ok && is_theirs(to->entity->kind) &&
        (to->entity->kind != ENTITY_MEMBERSHIP ||
         strcmp(to->field->name, "person") == 0)) {
        add_fields(&inside, to->entity, record);
        keep_own(to, to->entity->kind, id);
        ok = (to->entity->kind != ENTITY_REGISTRATION &&
              to->entity->kind != ENTITY_PERSON) ||
             tell_referring(&inside, to->entity->kind, id, err);
    } else if (ok) {
        struct buffer title = { 0 };
        display_title(to->at, to->entity->kind, id, &title);
        add_id(&inside, id);
        add_member(&inside, _(to->entity->label), buffer_text(&title));
        add_member(&inside, _("Named as"), _(to->field->label));
        buffer_clear(&title);
    }
    begin_line(to);
    buffer_add_char(to->json, '}');
    record_free(to->entity, record);
    return ok;
}

static bool
tell_field(struct telling_of *to, const struct entity *entity, const struct field *field,
           int64_t row, struct error *err)
{
    struct telling_of array = { .at = to->at,
                                .json = to->json,
                                .entity = entity,
                                .field = field,
                                .reads_private = to->reads_private,
                                .depth = to->depth + 1,
                                .own = to->own };
    struct buffer found = { 0 };
    struct buffer name = { 0 };

    array.json = &found;
    const bool ok =
        row_reference_each(to->at->db, entity, field, row, tell_row, &array, err);
    if (ok && array.rows > 0) {
        buffer_addf(&name, "%s", _(entity->plural));
        if (!is_theirs(entity->kind) || strcmp(field->name, "alternate_of") == 0 ||
            entity->kind == ENTITY_PERSON)
            buffer_addf(&name, " (%s)", _(field->label));
        add_name(to, buffer_text(&name));
        buffer_addf(to->json, "[%s", buffer_text(&found));
        begin_line(to);
        buffer_add_char(to->json, ']');
    }
    buffer_clear(&found);
    buffer_clear(&name);
    return ok;
}

/* A noun that comes later is told, too: as one that names them.  Who comes instead of
 * whom is told with whoever comes. */
static bool
tell_referring(struct telling_of *to, enum entity_kind of, int64_t row, struct error *err)
{
    bool ok = true;

    for (int kind = 0; ok && kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        for (size_t i = 0; ok && i < entity->field_count; i++)
            if (entity->fields[i].kind == FIELD_REFERENCE &&
                entity->fields[i].refers_to == (int)of &&
                (of != ENTITY_REGISTRATION || kind != ENTITY_REGISTRATION))
                ok = tell_field(to, entity, &entity->fields[i], row, err);
    }
    return ok;
}

/* --- what was done about them */

/* What stood in a field of theirs before the act. */
static void
tell_former(struct telling_of *array, const struct journal_change *change)
{
    struct telling_of inside = *array;
    struct buffer value = { 0 };

    if (!change->field || !change->before || (change->field->flags & FIELD_COMPUTED))
        return;
    buffer_add(array->json, array->rows++ > 0 ? "," : "");
    begin_line(array);
    buffer_add_char(array->json, '{');
    inside.members = 0;
    inside.depth++;
    add_member(&inside, _("Of"), _(entity_get(change->entity)->label));
    add_id(&inside, change->row);
    display_text(array->at, change->field, change->before, &value);
    add_member(&inside, _(change->field->label), buffer_text(&value));
    begin_line(array);
    buffer_add_char(array->json, '}');
    buffer_clear(&value);
}

static bool
tell_changes(struct telling_of *to, int64_t act, struct error *err)
{
    struct buffer found = { 0 };
    struct telling_of array = *to;
    bool ok = true;

    array.json = &found;
    array.depth++;
    array.rows = 0;
    for (size_t i = 0; ok && i < to->own->count; i++) {
        const struct row_ref *row = &to->own->items[i];
        struct journal_change_list changes = { 0 };
        ok = history_changes(to->at, act, row->entity, row->id, &changes, err);
        for (size_t k = 0; ok && k < changes.count; k++)
            tell_former(&array, &changes.items[k]);
        journal_change_list_clear(&changes);
    }
    if (ok && array.rows > 0) {
        add_name(to, _("Before it"));
        buffer_addf(to->json, "[%s", buffer_text(&found));
        begin_line(to);
        buffer_add_char(to->json, ']');
    }
    buffer_clear(&found);
    return ok;
}

static bool
tell_entry(struct telling_of *to, const struct listing_row *row, struct error *err)
{
    const struct listing *listing = listing_get(LISTING_ROW_JOURNAL);
    struct telling_of inside = *to;

    buffer_add(to->json, to->rows++ > 0 ? "," : "");
    begin_line(to);
    buffer_add_char(to->json, '{');
    inside.members = 0;
    inside.depth++;
    add_id(&inside, row->id);
    for (size_t i = 0; i < listing->column_count; i++) {
        struct buffer value = { 0 };
        if (!listing->columns[i].label || !row->cells[i])
            continue;
        display_cell(to->at, &listing->columns[i], row->cells[i], &value);
        add_member(&inside, _(listing->columns[i].label), buffer_text(&value));
        buffer_clear(&value);
    }
    const bool ok = tell_changes(&inside, row->id, err);
    begin_line(to);
    buffer_add_char(to->json, '}');
    return ok;
}

static bool
tell_history(struct telling_of *to, int64_t person, struct error *err)
{
    const struct listing_query query = { .kind = LISTING_ROW_JOURNAL,
                                         .entity = ENTITY_PERSON,
                                         .scope = person };
    struct telling_of array = *to;
    struct listing_key key = { 0 };
    bool more = true;
    bool ok = true;

    array.rows = 0;
    array.depth++;
    add_name(to, _("History"));
    buffer_add_char(to->json, '[');
    for (bool first = true; ok && more; first = false) {
        struct listing_page page = { 0 };
        ok = listing_fetch(to->at, &query, first ? LISTING_FIRST : LISTING_AFTER,
                           first ? NULL : &key, ENTRIES_AT_ONCE, &page, err);
        for (size_t i = 0; ok && i < page.count; i++)
            ok = tell_entry(&array, &page.rows[i], err);
        more = ok && page.count == ENTRIES_AT_ONCE;
        if (more) {
            listing_key_clear(&key);
            listing_key_copy(&key, &page.rows[page.count - 1].key);
        }
        listing_page_clear(&page);
    }
    listing_key_clear(&key);
    begin_line(to);
    buffer_add_char(to->json, ']');
    return ok;
}

bool
person_data_add(struct atelier *at, int64_t person, struct buffer *json,
                struct error *err)
{
    struct buffer text = { 0 };
    struct own_rows own = { 0 };
    struct telling_of to = { .at = at,
                             .json = &text,
                             .reads_private = session_reads_private(at),
                             .depth = 1,
                             .own = &own };
    struct person *record = record_new(&person_entity);
    bool ok = atelier_role_may(at, MAY_READ, err) &&
              row_load(at->db, &person_entity, person, record, err);

    if (ok) {
        buffer_add_char(&text, '{');
        add_fields(&to, &person_entity, record);
        keep_own(&to, ENTITY_PERSON, person);
        ok = tell_referring(&to, ENTITY_PERSON, person, err) &&
             tell_history(&to, person, err);
        buffer_add(&text, "\n}\n");
    }
    erased_mark_say_in(NULL, &text);
    if (ok) /* rows that another program wrote may hold what would move the cursor */
        text_add_json(json, buffer_text(&text));
    record_free(&person_entity, record);
    free(own.items);
    buffer_clear(&text);
    return ok;
}

bool
person_data_write(struct atelier *at, int64_t person, const char *path, struct error *err)
{
    struct export_output output;
    struct buffer json = { 0 };
    bool ok = person_data_add(at, person, &json, err) &&
              export_output_open(&output, at, path, OUTPUT_FOR_OWNER, NULL, err);

    if (ok) {
        ok = export_output_write(&output, buffer_text(&json), json.length);
        ok = export_output_close(&output, ok, NULL, err);
    }
    buffer_clear(&json);
    return ok;
}
