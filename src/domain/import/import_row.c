/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_row.c - one row of a file: its names parted, and the reason why it cannot be
 * read */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/email_address.h"
#include "atelier/domain/import.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person_name.h"
#include "import/import_address_name.h"
#include "import/import_change.h"
#include "import/import_don.h"
#include "import/import_name_mark.h"
#include "import/import_name_order.h"
#include "import/import_nobody.h"
#include "import/import_odd.h"
#include "import/import_phone.h"
#include "import/import_second_name.h"
#include "import/import_values.h"

const struct choice import_verdicts[] = {
    [IMPORT_NEW] = { "new", N_("new") },
    [IMPORT_CHANGED] = { "changed", N_("changed") },
    [IMPORT_SAME] = { "same", N_("same") },
    [IMPORT_DOUBTFUL] = { "doubtful", N_("doubtful") },
    [IMPORT_REFUSED] = { "refused", N_("refused") },
    [IMPORT_VERDICT_COUNT] = { NULL, NULL },
};

void
import_verdict_add_count(enum import_verdict verdict, int64_t count, struct buffer *text)
{
    unsigned long number = (unsigned long)count;

    switch (verdict) {
    case IMPORT_NEW:
        buffer_addf(text, ngettext("%" PRId64 " new", "%" PRId64 " new", number), count);
        break;
    case IMPORT_CHANGED:
        buffer_addf(text, ngettext("%" PRId64 " changed", "%" PRId64 " changed", number),
                    count);
        break;
    case IMPORT_SAME:
        buffer_addf(text, ngettext("%" PRId64 " same", "%" PRId64 " same", number),
                    count);
        break;
    case IMPORT_DOUBTFUL:
        buffer_addf(text,
                    ngettext("%" PRId64 " doubtful", "%" PRId64 " doubtful", number),
                    count);
        break;
    case IMPORT_REFUSED:
        buffer_addf(text, ngettext("%" PRId64 " refused", "%" PRId64 " refused", number),
                    count);
        break;
    case IMPORT_VERDICT_COUNT:
        break;
    }
}

void
import_verdict_add_counts(const int64_t counts[IMPORT_VERDICT_COUNT], struct buffer *text)
{
    for (int v = 0; v < IMPORT_VERDICT_COUNT; v++) {
        buffer_add(text, v ? ", " : "");
        import_verdict_add_count((enum import_verdict)v, counts[v], text);
    }
}

/* The fields that judge a value and that it ends in. */
static const struct {
    enum import_target target;
    const struct entity *entity;
    const char *field;
} destinations[] = {
    { IMPORT_FAMILY, &person_entity, "family" },
    { IMPORT_GIVEN, &person_entity, "given" },
    { IMPORT_CIVILITY, &person_entity, "civility" },
    { IMPORT_EMAIL, &person_entity, "email" },
    { IMPORT_PHONE, &person_entity, "phone" },
    { IMPORT_LANGUAGE, &person_entity, "language" },
    { IMPORT_NEEDS, &person_entity, "needs" },
    { IMPORT_NOTE, &person_entity, "note" },
    { IMPORT_FUNCTION, &affiliation_entity, "function" },
    { IMPORT_ORGANISATION, &organisation_entity, "name" },
    { IMPORT_CATEGORY, &category_entity, "name" },
    { IMPORT_TERRITORY, &organisation_entity, "territory" },
};

enum { DESTINATION_COUNT = sizeof destinations / sizeof destinations[0] };

static size_t
column_of(const struct import_mapping *mapping, enum import_target target)
{
    for (size_t i = 0; i < mapping->count; i++)
        if (mapping->targets[i] == target)
            return i;
    return IMPORT_NO_COLUMN;
}

/* Both names in one column are that column's when one of the two is wrong. */
static size_t
column_of_name(const struct import_mapping *mapping, enum import_target target)
{
    static const enum import_target whole[] = { IMPORT_NAME_GIVEN_FIRST,
                                                IMPORT_NAME_FAMILY_FIRST };
    size_t column = column_of(mapping, target);

    for (size_t i = 0; i < 2 && column == IMPORT_NO_COLUMN; i++)
        column = column_of(mapping, whole[i]);
    return column;
}

void
import_row_refuse(struct import_row *row, const struct import_mapping *mapping,
                  enum import_target target, const char *reason)
{
    row->verdict = IMPORT_REFUSED;
    if (target == IMPORT_NOTHING)
        row->column = IMPORT_NO_COLUMN;
    else if (target == IMPORT_FAMILY || target == IMPORT_GIVEN)
        row->column = column_of_name(mapping, target);
    else
        row->column = column_of(mapping, target);
    memory_replace(&row->reason, reason);
}

/* A column of its own says it better. */
static void
take_part(char **value, char **part)
{
    if (*value)
        return;
    *value = *part;
    *part = NULL;
}

static bool
is_address(const char *text)
{
    struct email_address email = { 0 };
    struct error ignored;
    const bool is_one =
        email_address_read(&email, text, "email", &ignored) && !email.others;
    email_address_clear(&email);
    return is_one;
}

/* What stood beside a name and is none: nothing of it is lost.  A function is held in an
 * organisation, and is a remark without one. */
static void
take_beside(struct import_row *row, struct person_name *name)
{
    const char *email = row->values[IMPORT_EMAIL];

    if (name->note && !email && is_address(name->note))
        take_part(&row->values[IMPORT_EMAIL], &name->note);
    else if (name->note && !(email && strcasecmp(email, name->note) == 0))
        import_values_add_note(row, name->note);
    if (!name->office)
        return;
    if (!row->values[IMPORT_FUNCTION] && row->values[IMPORT_ORGANISATION])
        take_part(&row->values[IMPORT_FUNCTION], &name->office);
    else if (!row->values[IMPORT_FUNCTION] ||
             strcasecmp(row->values[IMPORT_FUNCTION], name->office) != 0)
        import_values_add_note(row, name->office);
}

/* "DURAND, Zoé" <zoe@example.org> where a name should stand: the name of it.  Several
 * addresses are left for the note. */
static void
part_address(struct import_row *row, enum import_target whole)
{
    struct email_address email = { 0 };
    struct error ignored;

    if (!strchr(row->values[whole], '<') ||
        !email_address_read(&email, row->values[whole], "email", &ignored))
        return;
    if (email.name && !email.others) {
        memory_replace(&row->values[whole], email.name);
        take_part(&row->values[IMPORT_EMAIL], &email.address);
        if (email.address && strcasecmp(email.address, row->values[IMPORT_EMAIL]) != 0)
            import_values_add_note(row, email.address);
    }
    email_address_clear(&email);
}

/* That the names are not in the order of their column. */
static void
tell_turned(struct import_row *row, enum import_target whole)
{
    struct buffer told = { 0 };

    if (row->told)
        buffer_addf(&told, "%s%s", row->told, _("; "));
    buffer_addf(&told, _("the order of “%s” read from the address"), row->values[whole]);
    memory_replace(&row->told, buffer_text(&told));
    buffer_clear(&told);
}

static void
ask_order(struct import_row *row, enum import_target whole)
{
    struct buffer why = { 0 };

    buffer_addf(&why,
                _("Which of “%s” is the family name does not show; correct it, or take "
                  "the row as it is."),
                row->values[whole]);
    free(row->asked);
    row->asked = buffer_take(&why);
}

static void
split_name(struct import_row *row, const struct import_mapping *mapping,
           enum import_target whole, enum person_name_order order)
{
    if (!row->values[whole])
        return;
    const bool of_address = strchr(row->values[whole], '<');
    part_address(row, whole);
    import_name_mark_take(row, whole);
    struct person_name name = { 0 };
    const enum import_name_reading reading =
        import_name_read(&name, row->values[whole], row->values[IMPORT_EMAIL], order);
    if (reading == IMPORT_NAME_BY_ADDRESS)
        tell_turned(row, whole);
    else if (reading == IMPORT_NAME_TURNED ||
             /* before an address nobody says which of the names comes first */
             (reading == IMPORT_NAME_UNKNOWN &&
              (of_address || column_of(mapping, whole) == IMPORT_NO_COLUMN)))
        ask_order(row, whole);
    if (import_second_name_is(row->values[whole], name.note))
        memory_replace(&row->asked, import_says_two_people());
    import_name_take_surnames(mapping, whole, &name);
    take_part(&row->values[IMPORT_FAMILY], &name.family);
    take_part(&row->values[IMPORT_GIVEN], &name.given);
    take_part(&row->values[IMPORT_CIVILITY], &name.civility);
    take_beside(row, &name);
    person_name_clear(&name);
}

/* The given name that a comma parts from the family name in its own cell. */
static bool
is_said_twice(const struct import_row *row, const char *behind)
{
    char *one = fold_copy(behind + strspn(behind, " "));
    char *other = fold_copy(row->values[IMPORT_GIVEN]);
    const bool is = strcmp(one, other) == 0;

    free(one);
    free(other);
    return is;
}

/* “LEFEVRE, Marc” in a cell of its own: both names, as in one column. */
static void
part_cell(struct import_row *row)
{
    char **family = &row->values[IMPORT_FAMILY];
    char **given = &row->values[IMPORT_GIVEN];
    char **both = *family ? family : given;
    char *comma = *both ? strchr(*both, ',') : NULL;

    if (!comma || comma == *both || row->values[IMPORT_NAME_FAMILY_FIRST])
        return;
    if (!*family || !*given) {
        row->values[IMPORT_NAME_FAMILY_FIRST] = *both;
        *both = NULL;
    } else if (is_said_twice(row, comma + 1)) {
        *comma = '\0';
    } else {
        struct buffer why = { 0 };
        buffer_addf(&why,
                    _("“%s” seems to be more than a family name; correct it, or take "
                      "the row as it is."),
                    *family);
        free(row->asked);
        row->asked = buffer_take(&why);
    }
}

/* Both names and the civility, wherever they stood. */
static void
read_name(struct import_row *row, const struct import_mapping *mapping)
{
    import_name_mark_take(row, IMPORT_FAMILY);
    import_name_mark_take(row, IMPORT_GIVEN);
    struct person_name name = { .family = row->values[IMPORT_FAMILY],
                                .given = row->values[IMPORT_GIVEN],
                                .civility = row->values[IMPORT_CIVILITY] };
    person_name_mend(&name);
    row->values[IMPORT_FAMILY] = name.family;
    row->values[IMPORT_GIVEN] = name.given;
    row->values[IMPORT_CIVILITY] = name.civility;
    take_beside(row, &name);
    free(name.note);
    free(name.office);
    part_cell(row);
    split_name(row, mapping, IMPORT_NAME_GIVEN_FIRST, NAME_GIVEN_FIRST);
    split_name(row, mapping, IMPORT_NAME_FAMILY_FIRST, NAME_FAMILY_FIRST);
    import_don_take(row, mapping);
    const char *civility =
        row->values[IMPORT_CIVILITY] ? civility_kept(row->values[IMPORT_CIVILITY]) : NULL;
    if (civility)
        memory_replace(&row->values[IMPORT_CIVILITY], civility);
    if (mapping->keep_capitals)
        return;
    name = (struct person_name){ .family = row->values[IMPORT_FAMILY],
                                 .given = row->values[IMPORT_GIVEN] };
    person_name_usual_capitals(&name);
    row->values[IMPORT_FAMILY] = name.family;
    row->values[IMPORT_GIVEN] = name.given;
}

/* Values that are read, and yet may be none. */
static void
doubt_values(struct import_row *row)
{
    char *why = import_odd_name(row);

    if (why) {
        free(row->asked);
        row->asked = why;
    }
    row->odd = import_odd_words(row, &row->odd_target);
}

/* Whether the columns that a row does not reach have no heading and hold nothing: what
 * ends a row is left out by many programs. */
static bool
ends_early(const struct import_mapping *mapping, size_t count)
{
    bool is = mapping->asked && count > 0;

    for (size_t c = count; is && c < mapping->count; c++)
        is = mapping->targets[c] == IMPORT_NOTHING && mapping->asked[c][0] == '\0';
    return is;
}

/* What stands behind the last column, with its place. */
static void
add_beyond(const char *const *cells, size_t from, size_t count, struct buffer *beyond)
{
    enum { CELLS_MOST = 3, CELL_COLUMNS = 30 };
    size_t told = 0;

    for (size_t c = from; c < count && told < CELLS_MOST; c++) {
        if (text_is_blank(cells[c]))
            continue;
        struct buffer cut = { 0 };
        text_add_cut(&cut, cells[c], CELL_COLUMNS, false, false);
        buffer_add(beyond, told > 0 ? ", " : "");
        buffer_addf(beyond, _("“%s” in column %zu"), buffer_text(&cut), c + 1);
        buffer_clear(&cut);
        told++;
    }
}

/* A row with more or fewer cells than the first one is shifted somewhere: which
 * cell belongs to which column is a guess that nobody should make. */
static bool
check_shape(struct import_row *row, const struct import_mapping *mapping,
            const char *const *cells, size_t count)
{
    struct error err;
    bool ok = count >= mapping->count || ends_early(mapping, count);
    struct buffer beyond = { 0 };

    add_beyond(cells, mapping->count, count, &beyond);
    if (!ok)
        error_set(&err, ERROR_INPUT,
                  _("The row has %zu of the %zu columns; complete it."), count,
                  mapping->count);
    else if (beyond.length > 0)
        ok = error_set(&err, ERROR_INPUT,
                       _("The row has %zu columns, the first row %zu: %s; is a separator "
                         "in a text?"),
                       count, mapping->count, buffer_text(&beyond));
    if (!ok)
        import_row_refuse(row, mapping, IMPORT_NOTHING, err.message);
    buffer_clear(&beyond);
    return ok;
}

/* Half a number is none; the cell is named, as other columns may be joined to it. */
static bool
check_phones(struct import_row *row, const struct import_mapping *mapping,
             const char *const *cells)
{
    struct error err;

    for (size_t i = 0; i < mapping->count; i++) {
        if (mapping->targets[i] != IMPORT_PHONE || import_phone_check(cells[i], &err))
            continue;
        import_row_refuse(row, mapping, IMPORT_PHONE, err.message);
        row->column = i;
        return false;
    }
    return true;
}

/* Each value is tried in the field that it ends in. */
static bool
check_values(struct import_row *row, const struct import_mapping *mapping)
{
    bool ok = true;

    for (size_t i = 0; i < DESTINATION_COUNT && ok; i++) {
        const struct entity *entity = destinations[i].entity;

        if (!row->values[destinations[i].target])
            continue;
        /* Called what its column is called: of an organisation, not “Name”. */
        struct field field = *entity_field(entity, destinations[i].field);
        field.label = import_targets[destinations[i].target].label;
        void *trial = record_new(entity);
        struct error err;
        ok = field_parse(&field, trial, row->values[destinations[i].target], &err);
        if (!ok)
            import_row_refuse(row, mapping, destinations[i].target, err.message);
        record_free(entity, trial);
    }
    return ok;
}

static bool
check_person(struct import_row *row, const struct import_mapping *mapping)
{
    struct person person;
    record_init(&person_entity, &person);
    struct error err;
    bool ok = import_row_apply(row, &person, &err) &&
              record_check(&person_entity, &person, &err);
    if (!ok) {
        enum import_target target = IMPORT_NOTHING;

        for (size_t i = 0; i < DESTINATION_COUNT; i++)
            if (destinations[i].entity == &person_entity && err.field &&
                strcmp(destinations[i].field, err.field) == 0)
                target = destinations[i].target;
        import_row_refuse(row, mapping, target, err.message);
    }
    record_clear(&person_entity, &person);
    return ok;
}

bool
import_row_read(struct import_row *row, const struct import_mapping *mapping,
                const char *const *cells, size_t count, int64_t line)
{
    row->line = line;
    row->column = IMPORT_NO_COLUMN;
    if (!check_shape(row, mapping, cells, count))
        return false;

    import_values_read(row, mapping, cells, count);
    read_name(row, mapping);
    if (import_address_is_all(mapping))
        import_address_name_guess(row);
    doubt_values(row);
    if (!row->values[IMPORT_FAMILY]) {
        import_row_refuse(row, mapping, IMPORT_FAMILY,
                          _("The family name is missing; fill it in."));
        return false;
    }
    return check_phones(row, mapping, cells) && check_values(row, mapping) &&
           check_person(row, mapping);
}

bool
import_row_apply(const struct import_row *row, struct person *person, struct error *err)
{
    bool is_new = person->head.id == 0;

    for (size_t i = 0; i < DESTINATION_COUNT; i++) {
        enum import_target target = destinations[i].target;

        if (destinations[i].entity != &person_entity || !row->values[target])
            continue;
        if (!is_new && (row->changes & 1U << target) == 0)
            continue;
        const struct import_candidate known = { .person = *person };
        char *value = import_change_after(
            target, is_new ? NULL : import_change_known(target, &known),
            row->values[target]);
        bool ok = field_parse(entity_field(&person_entity, destinations[i].field), person,
                              value, err);
        free(value);
        if (!ok)
            return false;
    }
    return true;
}

void
import_row_clear(struct import_row *row)
{
    for (size_t i = 0; i < IMPORT_TARGET_COUNT; i++) {
        free(row->values[i]);
        free(row->before[i]);
        free(row->after[i]);
    }
    free(row->reason);
    free(row->told);
    free(row->asked);
    free(row->odd);
    free(row->wishes);
    for (size_t i = 0; i < row->answer_count; i++)
        free(row->answers[i].text);
    free(row->answers);
    *row = (struct import_row){ 0 };
}
