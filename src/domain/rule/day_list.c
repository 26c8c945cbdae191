/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_list.c - days and periods with a name, as an office writes them down */
#include "atelier/domain/day_list.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

#define BLANKS " \t\r"

static bool
refuse(int number, const char *line, size_t length, const char *why, struct error *err)
{
    enum { SHOWN = 40 };

    /* TRANSLATORS: number of a line, the line, what is wrong with it */
    return error_set(err, ERROR_INPUT, _("Line %d, “%.*s”: %s"), number,
                     (int)(length < SHOWN ? length : SHOWN), line, why);
}

/* A number of so many digits at most; *text goes behind it. */
static bool
read_number(const char **text, int digits, int *number)
{
    int read = 0;

    for (*number = 0; read < digits && **text >= '0' && **text <= '9'; read++)
        *number = *number * 10 + (*(*text)++ - '0');
    return read > 0;
}

/* 7/5/2027, with dots as well. */
static bool
read_day_first(const char *text, struct date *day)
{
    if (!read_number(&text, 2, &day->day))
        return false;
    const char sign = *text++;
    if ((sign != '/' && sign != '.') || !read_number(&text, 2, &day->month) ||
        *text++ != sign || !read_number(&text, 4, &day->year))
        return false;
    return *text == '\0' && day->year > 999 && date_is_valid(*day);
}

/* 2027-05-07, or with the day first, behind which a dash is no part of it; *text goes
 * behind it. */
static bool
read_day(const char **text, const char *end, struct date *day)
{
    char word[DATE_TEXT_SIZE];
    bool is_day_first = false;
    size_t length = 0;

    while (*text + length < end && length < sizeof(word) - 1 &&
           strchr(is_day_first ? "0123456789/." : "0123456789-/.", (*text)[length]) &&
           strncmp(*text + length, "..", 2) != 0) {
        is_day_first = is_day_first || strchr("/.", (*text)[length]);
        length++;
    }
    memcpy(word, *text, length);
    word[length] = '\0';
    *text += length;
    return date_parse(word, day) || read_day_first(word, day);
}

/* What stands between the first day and the last; NULL: nothing. */
static const char *
skip_range_sign(const char *text)
{
    static const char *const signs[] = { "..", "…", "-", "–", "—" };

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return text + strlen(signs[i]);
    return NULL;
}

/* "..2027-08-20", " - 20/8/2027": the last day of several.  With blanks around it a sign
 * that no day follows begins a name. */
static bool
read_last(const char **text, const char *end, struct date *day)
{
    const size_t blanks = strspn(*text, BLANKS);
    const char *at = *text + blanks < end ? skip_range_sign(*text + blanks) : NULL;

    if (!at)
        return true;
    struct date last;
    at += strspn(at, BLANKS);
    if (at >= end || !read_day(&at, end, &last))
        return blanks > 0;
    *day = last;
    *text = at;
    return true;
}

static bool
read_line(const char *line, const char *end, int number, struct day_list *list,
          struct error *err)
{
    const char *at = line;
    struct named_days days;

    if (!read_day(&at, end, &days.first)) {
        const char *why = strchr("0123456789", *line)
                              ? _("that is no day, or not one like 2027-05-07.")
                              : _("a line begins with a day, such as 2027-05-07.");
        return refuse(number, line, (size_t)(end - line), why, err);
    }
    days.last = days.first;
    if (!read_last(&at, end, &days.last))
        return refuse(number, line, (size_t)(end - line),
                      _("the last day is written like the first: "
                        "2027-08-02..2027-08-20."),
                      err);
    if (date_compare(days.last, days.first) < 0)
        return refuse(number, line, (size_t)(end - line),
                      _("the last day is before the first."), err);
    const size_t blanks = strspn(at, BLANKS ";,");
    if (at < end && blanks == 0)
        return refuse(number, line, (size_t)(end - line),
                      _("a blank stands between the day and its name."), err);
    at = at + blanks < end ? at + blanks : end;
    list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                              sizeof(list->items[0]));
    days.name = memory_copy_part(at, (size_t)(end - at));
    list->items[list->count++] = days;
    return true;
}

bool
day_list_read(const char *text, struct day_list *list, struct error *err)
{
    bool ok = true;
    int number = 1;

    *list = (struct day_list){ 0 };
    for (const char *line = text ? text : ""; ok && *line; number++) {
        const size_t whole = strcspn(line, "\n");
        const char *end = line + strcspn(line, "#\n");
        const char *begin = line + strspn(line, BLANKS);
        while (end > begin && strchr(BLANKS, end[-1]))
            end--;
        if (begin < end)
            ok = read_line(begin, end, number, list, err);
        line += whole + (line[whole] == '\n');
    }
    if (!ok)
        day_list_clear(list);
    return ok;
}

const struct named_days *
day_list_find(const struct day_list *list, struct date first, struct date last)
{
    for (size_t i = 0; i < list->count; i++)
        if (date_compare(list->items[i].first, last) <= 0 &&
            date_compare(list->items[i].last, first) >= 0)
            return &list->items[i];
    return NULL;
}

void
day_list_clear(struct day_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].name);
    free(list->items);
    *list = (struct day_list){ 0 };
}
