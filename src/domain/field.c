/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field.c - reads, writes and compares one value of a row by its field's description */
#include "atelier/domain/field.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

static_assert(sizeof(enum field_kind) == sizeof(unsigned),
              "choices are read and written as unsigned");

static const void *
member(const struct field *field, const void *record)
{
    return (const char *)record + field->offset;
}

static void *
member_to_change(const struct field *field, void *record)
{
    return (char *)record + field->offset;
}

static bool
is_text(enum field_kind kind)
{
    switch (kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        return true;
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_BOOLEAN:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
    case FIELD_INSTANT:
    case FIELD_CHOICE:
    case FIELD_REFERENCE:
        break;
    }
    return false;
}

bool
field_kind_is_number(enum field_kind kind)
{
    return kind == FIELD_NUMBER || kind == FIELD_DURATION || kind == FIELD_REFERENCE;
}

const char *
field_text(const struct field *field, const void *record)
{
    assert(is_text(field->kind));
    return *(char *const *)member(field, record);
}

void
field_set_text(const struct field *field, void *record, const char *text)
{
    assert(is_text(field->kind));
    memory_replace(member_to_change(field, record),
                   text && text[0] != '\0' ? text : NULL);
}

int64_t
field_number(const struct field *field, const void *record)
{
    const void *value = member(field, record);

    switch (field->kind) {
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_INSTANT:
    case FIELD_REFERENCE:
        return *(const int64_t *)value;
    case FIELD_BOOLEAN:
        return *(const bool *)value;
    case FIELD_CHOICE:
        return *(const unsigned *)value;
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
        break;
    }
    assert(false && "a field that holds a number");
    return 0;
}

void
field_set_number(const struct field *field, void *record, int64_t number)
{
    void *value = member_to_change(field, record);

    switch (field->kind) {
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_INSTANT:
    case FIELD_REFERENCE:
        *(int64_t *)value = number;
        return;
    case FIELD_BOOLEAN:
        *(bool *)value = number != 0;
        return;
    case FIELD_CHOICE:
        *(unsigned *)value = (unsigned)number;
        return;
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
        break;
    }
    assert(false && "a field that holds a number");
}

struct date
field_date(const struct field *field, const void *record)
{
    assert(field->kind == FIELD_DATE);
    return *(const struct date *)member(field, record);
}

struct local_time
field_local_time(const struct field *field, const void *record)
{
    assert(field->kind == FIELD_LOCAL_TIME);
    return *(const struct local_time *)member(field, record);
}

bool
field_is_absent(const struct field *field, const void *record)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        return !field_text(field, record);
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_INSTANT:
        return field_number(field, record) == NUMBER_NONE;
    case FIELD_REFERENCE:
        return field_number(field, record) == 0;
    case FIELD_DATE:
        return date_is_none(field_date(field, record));
    case FIELD_LOCAL_TIME:
        return local_time_is_none(field_local_time(field, record));
    case FIELD_BOOLEAN:
    case FIELD_CHOICE:
        break;
    }
    return false;
}

bool
field_equal(const struct field *field, const void *a, const void *b)
{
    bool absent = field_is_absent(field, a);

    if (absent || field_is_absent(field, b))
        return absent && field_is_absent(field, b);

    if (is_text(field->kind))
        return strcmp(field_text(field, a), field_text(field, b)) == 0;
    if (field->kind == FIELD_DATE)
        return date_compare(field_date(field, a), field_date(field, b)) == 0;
    if (field->kind == FIELD_LOCAL_TIME)
        return local_time_compare(field_local_time(field, a),
                                  field_local_time(field, b)) == 0;
    return field_number(field, a) == field_number(field, b);
}

bool
field_format(const struct field *field, const void *record, struct buffer *buffer)
{
    if (field_is_absent(field, record))
        return false;

    char text[INSTANT_TEXT_SIZE];
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        buffer_add(buffer, field_text(field, record));
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_BOOLEAN:
    case FIELD_REFERENCE:
        buffer_addf(buffer, "%" PRId64, field_number(field, record));
        break;
    case FIELD_DATE:
        date_format(field_date(field, record), text);
        buffer_add(buffer, text);
        break;
    case FIELD_LOCAL_TIME:
        local_time_format(field_local_time(field, record), text);
        buffer_add(buffer, text);
        break;
    case FIELD_INSTANT:
        instant_format(field_number(field, record), text);
        buffer_add(buffer, text);
        break;
    case FIELD_CHOICE:
        buffer_add(buffer, field->choices[field_number(field, record)].name);
        break;
    }
    return true;
}

bool
choice_is_one(const struct choice *choices, int64_t number)
{
    for (int64_t i = 0; choices[i].name; i++)
        if (i == number)
            return true;
    return false;
}

int
choice_find_word(const struct choice *choices, const char *text)
{
    char *folded = fold_copy(text);
    int found = choice_find(choices, text);

    for (int i = 0; found < 0 && choices[i].name; i++) {
        char *name = fold_copy(choices[i].name);
        char *label = fold_copy(_(choices[i].label));
        if (strcmp(folded, name) == 0 || strcmp(folded, label) == 0)
            found = i;
        free(name);
        free(label);
    }
    free(folded);
    return found;
}

int
choice_find(const struct choice *choices, const char *name)
{
    for (int i = 0; choices[i].name; i++)
        if (strcmp(choices[i].name, name) == 0)
            return i;
    return -1;
}
