/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field_parse.c - canonical text into a row's field, or a sentence that says why not */
#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/css_colour.h"
#include "atelier/domain/email_address.h"
#include "atelier/domain/field.h"
#include "atelier/domain/phone_number.h"
#include "atelier/domain/when.h"

/* Characters, not bytes.  Longer texts are slips of a hand or of a spreadsheet. */
enum { FIELD_TEXT_MOST = 500, FIELD_LINES_MOST = 20000 };

/* Without what other programs put around an address; of two nobody would know which. */
static bool
parse_email(const struct field *field, void *record, const char *text, struct error *err)
{
    struct email_address email = { 0 };
    bool ok = email_address_read(&email, text, field->name, err);

    if (ok && email.others)
        ok = error_set_field(err, ERROR_INPUT, field->name,
                             _("“%s” holds several e-mail addresses; keep one."), text);
    if (ok)
        field_set_text(field, record, email.address);
    email_address_clear(&email);
    return ok;
}

static bool
parse_phone(const struct field *field, void *record, const char *text, struct error *err)
{
    char *clean = phone_number_clean(text);
    const bool ok = phone_number_check(clean, field->name, err);

    if (ok)
        field_set_text(field, record, clean);
    free(clean);
    return ok;
}

/* Only the shape of a name: which zones there are is known to the calendar. */
static bool
check_zone(const struct field *field, const char *text, struct error *err)
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";

    if (text[0] == '/' || strstr(text, "//") || text[strspn(text, allowed)] != '\0')
        return error_set_field(err, ERROR_INPUT, field->name,
                               _("“%s” is not a time zone; write one like Europe/Paris."),
                               text);
    return true;
}

size_t
field_most(const struct field *field)
{
    return field->kind == FIELD_LINES ? FIELD_LINES_MOST : FIELD_TEXT_MOST;
}

/* Calendars know the names that CSS has; people write words of their language, too. */
static bool
parse_colour(const struct field *field, void *record, const char *text, struct error *err)
{
    const struct css_colour *colour = css_colour_called(text);

    if (!colour)
        return error_set_field(
            err, ERROR_INPUT, field->name,
            _("“%s” is not a colour that calendars know; write one like teal or orange, "
              "or choose it from the list in the form."),
            text);
    field_set_text(field, record, colour->name);
    return true;
}

static bool
is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text & 0x80)
            return false;
    return true;
}

/* The capitals of ASCII that a text is but for case and accents: FORETS of forêts; one in
 * other letters stays. */
static char *
plain_capitals(const char *text)
{
    char *capitals = is_ascii(text) ? memory_copy(text) : fold_copy(text);

    if (!is_ascii(capitals)) {
        free(capitals);
        return memory_copy(text);
    }
    for (char *c = capitals; *c; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    return capitals;
}

static bool
parse_text(const struct field *field, void *record, const char *text, struct error *err)
{
    const size_t most = field_most(field);

    if (text_count_characters(text, strlen(text)) > most)
        return error_set_field(
            err, ERROR_INPUT, field->name,
            _("The field “%s” holds at most %zu characters; shorten the text."),
            _(field->label), most);
    if (field->kind == FIELD_EMAIL)
        return parse_email(field, record, text, err);
    if (field->kind == FIELD_PHONE)
        return parse_phone(field, record, text, err);
    if (field->kind == FIELD_ZONE && !check_zone(field, text, err))
        return false;

    if ((field->flags & FIELD_COLOUR) != 0)
        return parse_colour(field, record, text, err);
    if ((field->flags & FIELD_CAPITALS) != 0) {
        char *capitals = plain_capitals(text);

        field_set_text(field, record, capitals);
        free(capitals);
        return true;
    }
    field_set_text(field, record, text);
    return true;
}

static bool
read_number(const char *text, int64_t *number)
{
    const char *digits = text[0] == '-' || text[0] == '+' ? text + 1 : text;

    if (digits[0] < '0' || digits[0] > '9')
        return false;
    errno = 0;
    char *end;
    intmax_t value = strtoimax(text, &end, 10);
    if (errno != 0 || *end != '\0' || value <= INT64_MIN || value > INT64_MAX)
        return false;
    *number = (int64_t)value;
    return true;
}

static bool
parse_number(const struct field *field, void *record, const char *text, struct error *err)
{
    int64_t number;

    if (!read_number(text, &number))
        return error_set_field(err, ERROR_INPUT, field->name,
                               text[strspn(text, "0123456789")] == '\0' && text[0] != '\0'
                                   ? _("“%s” is too large a number; correct it.")
                                   : _("“%s” is not a whole number; write digits only."),
                               text);
    if (field->kind == FIELD_REFERENCE && number <= 0)
        return error_set_field(err, ERROR_INPUT, field->name,
                               _("“%s” is not a row's number; numbers begin at 1."),
                               text);
    field_set_number(field, record, number);
    return true;
}

static bool
parse_duration(const struct field *field, void *record, const char *text,
               struct error *err)
{
    int64_t minutes;

    if (!when_parse_duration(text, &minutes, err)) {
        if (err)
            err->field = field->name;
        return false;
    }
    field_set_number(field, record, minutes);
    return true;
}

static bool
parse_boolean(const struct field *field, void *record, const char *text,
              struct error *err)
{
    const char *const words[][2] = {
        { "0", "1" }, { "false", "true" }, { "no", "yes" }, { _("no"), _("yes") }
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        for (int value = 0; value < 2; value++)
            if (strcmp(text, words[i][value]) == 0) {
                field_set_number(field, record, value);
                return true;
            }
    return error_set_field(err, ERROR_INPUT, field->name,
                           _("“%s” is neither yes nor no; write yes or no."), text);
}

static bool
parse_date(const struct field *field, void *record, const char *text, struct error *err)
{
    struct date date;

    if (!date_parse(text, &date))
        return error_set_field(
            err, ERROR_INPUT, field->name,
            _("“%s” is not a day of the calendar; write one like 2027-03-16."), text);
    *(struct date *)(void *)((char *)record + field->offset) = date;
    return true;
}

static bool
parse_local_time(const struct field *field, void *record, const char *text,
                 struct error *err)
{
    struct local_time time;

    if (!local_time_parse(text, &time))
        return error_set_field(
            err, ERROR_INPUT, field->name,
            _("“%s” is not a date and time; write them like 2027-03-16 09:30."), text);
    *(struct local_time *)(void *)((char *)record + field->offset) = time;
    return true;
}

static bool
parse_instant(const struct field *field, void *record, const char *text,
              struct error *err)
{
    instant at;

    if (!instant_parse(text, &at))
        return error_set_field(
            err, ERROR_INPUT, field->name,
            _("“%s” is not an instant; write one like 2027-03-16T08:30:00Z."), text);
    field_set_number(field, record, at);
    return true;
}

static bool
parse_choice(const struct field *field, void *record, const char *text, struct error *err)
{
    int value = choice_find(field->choices, text);

    if (value >= 0) {
        field_set_number(field, record, value);
        return true;
    }
    struct buffer names = { 0 };
    for (const struct choice *choice = field->choices; choice->name; choice++) {
        buffer_add(&names, choice == field->choices ? "" : ", ");
        buffer_add(&names, choice->name);
    }
    error_set_field(err, ERROR_INPUT, field->name, _("“%s” is none of these: %s."), text,
                    buffer_text(&names));
    buffer_clear(&names);
    return false;
}

static void
make_absent(const struct field *field, void *record)
{
    char *value = (char *)record + field->offset;

    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        field_set_text(field, record, NULL);
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_INSTANT:
        field_set_number(field, record, NUMBER_NONE);
        break;
    case FIELD_DATE:
        memset(value, 0, sizeof(struct date));
        break;
    case FIELD_LOCAL_TIME:
        memset(value, 0, sizeof(struct local_time));
        break;
    case FIELD_BOOLEAN:
    case FIELD_CHOICE:
    case FIELD_REFERENCE:
        field_set_number(field, record, 0);
        break;
    }
}

static bool
parse_present(const struct field *field, void *record, const char *text,
              struct error *err)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        return parse_text(field, record, text, err);
    case FIELD_NUMBER:
    case FIELD_REFERENCE:
        return parse_number(field, record, text, err);
    case FIELD_DURATION:
        return parse_duration(field, record, text, err);
    case FIELD_BOOLEAN:
        return parse_boolean(field, record, text, err);
    case FIELD_DATE:
        return parse_date(field, record, text, err);
    case FIELD_LOCAL_TIME:
        return parse_local_time(field, record, text, err);
    case FIELD_INSTANT:
        return parse_instant(field, record, text, err);
    case FIELD_CHOICE:
        return parse_choice(field, record, text, err);
    }
    assert(false && "a kind of field");
    return false;
}

bool
field_restore(const struct field *field, void *record, const char *text)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        field_set_text(field, record, text);
        return true;
    default:
        break;
    }
    if (!text) {
        make_absent(field, record);
        return true;
    }
    /* A number of minutes, however many: people are asked for sensible ones. */
    return field->kind == FIELD_DURATION ? parse_number(field, record, text, NULL)
                                         : parse_present(field, record, text, NULL);
}

/* More than any hall holds is a slip of the finger; what is stored is never judged. */
static bool
parse_people(const struct field *field, void *record, const char *text, struct error *err)
{
    enum { PEOPLE_MOST = 100000 };
    const int64_t before = field_number(field, record);

    if (!parse_present(field, record, text, err))
        return false;
    if (field_number(field, record) <= PEOPLE_MOST)
        return true;
    field_set_number(field, record, before);
    return error_set_field(err, ERROR_INPUT, field->name,
                           /* TRANSLATORS: label of a field, number */
                           _("%s: %d is the most that can be typed; correct the number."),
                           _(field->label), PEOPLE_MOST);
}

static char *
tidy(const struct field *field, const char *text)
{
    if (field->kind != FIELD_LINES)
        return text_tidy(text);
    return field->flags & FIELD_INDENTED ? text_tidy_indented(text)
                                         : text_tidy_lines(text);
}

bool
field_parse(const struct field *field, void *record, const char *text, struct error *err)
{
    if (text_is_blank(text)) {
        make_absent(field, record);
        return true;
    }
    char *sound = tidy(field, text);
    bool ok = true;

    /* Characters that may not be stored can have been all there was. */
    if (sound[0] == '\0')
        make_absent(field, record);
    else
        ok = field->flags & FIELD_PEOPLE ? parse_people(field, record, sound, err)
                                         : parse_present(field, record, sound, err);
    free(sound);
    return ok;
}
