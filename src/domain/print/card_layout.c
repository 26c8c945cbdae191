/* SPDX-License-Identifier: GPL-3.0-or-later */
/* card_layout.c - how badges and place cards lie on a page, read from one text */
#include "atelier/domain/card_layout.h"

#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"

enum { WHOLE_DIGITS = 3, GIVEN_NOT = -1 };

/* The first two are the usual ones of badges and of place cards. */
static const struct ready_made {
    const char *name;
    const char *text;
} ready_made[] = {
    { "badge", "90 x 54" },
    { "place", "100 x 90" },
    { "card", "85 x 54, 2 x 5, 15 x 13.5, 10 x 0" },
    { "a7", "105 x 74, 2 x 4" },
    { "a6", "105 x 148, 2 x 2" },
    { "a5", "210 x 148, 1 x 2" },
};

enum { READY_MADE_COUNT = sizeof ready_made / sizeof ready_made[0] };

/* --- what is written */

/* As it is typed. */
struct reading {
    const char *rest;
    bool is_ok;
};

static void
skip_spaces(struct reading *reading)
{
    reading->rest += strspn(reading->rest, " \t");
}

/* "54", and "13.5" where tenths are told. */
static int64_t
read_number(struct reading *reading, bool has_tenths)
{
    const size_t digits = strspn(reading->rest, "0123456789");
    int64_t number = 0;

    reading->is_ok = reading->is_ok && digits >= 1 && digits <= WHOLE_DIGITS;
    for (size_t i = 0; reading->is_ok && i < digits; i++)
        number = number * 10 + (*reading->rest++ - '0');
    if (!has_tenths)
        return number;
    number *= CARD_TENTHS;
    if (reading->is_ok && *reading->rest == '.') {
        reading->rest++;
        const size_t more = strspn(reading->rest, "0123456789");
        reading->is_ok = more == 1;
        if (more == 1)
            number += *reading->rest++ - '0';
    }
    return number;
}

static void
read_by(struct reading *reading)
{
    static const char *const signs[] = { "x", "X", "×", "*" };

    skip_spaces(reading);
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        const size_t length = strlen(signs[i]);
        if (strncmp(reading->rest, signs[i], length) == 0) {
            reading->rest += length;
            skip_spaces(reading);
            return;
        }
    }
    reading->is_ok = false;
}

/* Both are GIVEN_NOT where the text is over, or nothing stands before the next comma. */
static void
read_pair(struct reading *reading, bool has_tenths, int64_t *first, int64_t *second)
{
    *first = GIVEN_NOT;
    *second = GIVEN_NOT;
    skip_spaces(reading);
    if (*reading->rest != '\0' && *reading->rest != ',') {
        *first = read_number(reading, has_tenths);
        read_by(reading);
        *second = read_number(reading, has_tenths);
        skip_spaces(reading);
    }
    if (*reading->rest == ',')
        reading->rest++;
    else
        reading->is_ok = reading->is_ok && *reading->rest == '\0';
}

static const char *
text_of_name(const char *text)
{
    const char *begin = text + strspn(text, " \t");
    const size_t length = strcspn(begin, " \t");

    if (begin[length + strspn(begin + length, " \t")] != '\0')
        return text;
    for (size_t i = 0; i < READY_MADE_COUNT; i++)
        if (strlen(ready_made[i].name) == length &&
            strncasecmp(ready_made[i].name, begin, length) == 0)
            return ready_made[i].text;
    return text;
}

/* --- what was left out */

static int64_t
as_many_as_fit(int64_t page, int64_t margin, int64_t size, int64_t gap)
{
    const int64_t room = page - (margin == GIVEN_NOT ? 0 : margin);

    return size > 0 && room >= size ? (room + gap) / (size + gap) : 1;
}

static int64_t
extent(int64_t count, int64_t size, int64_t gap)
{
    return count * size + (count - 1) * gap;
}

static int64_t
even_margin(int64_t page, int64_t taken)
{
    return taken < page ? (page - taken) / 2 : 0;
}

static void
find_rest(struct card_layout *layout)
{
    if (layout->gap_x == GIVEN_NOT) {
        layout->gap_x = 0;
        layout->gap_y = 0;
    }
    if (layout->across == GIVEN_NOT) {
        layout->across =
            as_many_as_fit(CARD_PAGE_WIDTH, layout->left, layout->width, layout->gap_x);
        layout->down =
            as_many_as_fit(CARD_PAGE_HEIGHT, layout->top, layout->height, layout->gap_y);
    }
    if (layout->left == GIVEN_NOT) {
        layout->left = even_margin(CARD_PAGE_WIDTH,
                                   extent(layout->across, layout->width, layout->gap_x));
        layout->top = even_margin(CARD_PAGE_HEIGHT,
                                  extent(layout->down, layout->height, layout->gap_y));
    }
}

/* --- what does not fit */

static bool
is_on_page(int64_t page, int64_t margin, int64_t count, int64_t size, int64_t gap)
{
    return size >= CARD_LEAST && size <= page && count >= 1 && count <= page &&
           margin >= 0 && gap >= 0 && margin <= page && gap <= page &&
           margin + extent(count, size, gap) <= page;
}

bool
card_layout_fits(const struct card_layout *l)
{
    return is_on_page(CARD_PAGE_WIDTH, l->left, l->across, l->width, l->gap_x) &&
           is_on_page(CARD_PAGE_HEIGHT, l->top, l->down, l->height, l->gap_y);
}

static const char *
say_tenths(int64_t tenths, struct buffer *text)
{
    buffer_reset(text);
    buffer_addf(text, "%d", (int)(tenths / CARD_TENTHS));
    if (tenths % CARD_TENTHS != 0)
        buffer_addf(text, ".%d", (int)(tenths % CARD_TENTHS));
    return buffer_text(text);
}

static bool
check_card(enum card_kind kind, const struct card_layout *l, struct error *err)
{
    if (l->width < CARD_LEAST || l->height < CARD_LEAST || l->width > CARD_PAGE_WIDTH ||
        l->height > CARD_PAGE_HEIGHT)
        return error_set(err, ERROR_INPUT,
                         _("A card is at least %d mm wide and high, and fits on %s, %d "
                           "by %d."),
                         CARD_LEAST / CARD_TENTHS, PAPER_NAME,
                         CARD_PAGE_WIDTH / CARD_TENTHS, CARD_PAGE_HEIGHT / CARD_TENTHS);
    return kind != CARD_BADGE ||
           (l->width >= CARD_BADGE_WIDTH_LEAST && l->height >= CARD_BADGE_HEIGHT_LEAST) ||
           error_set(err, ERROR_INPUT,
                     _("A badge is at least %d mm wide and %d mm high: its code needs "
                       "the room."),
                     CARD_BADGE_WIDTH_LEAST / CARD_TENTHS,
                     CARD_BADGE_HEIGHT_LEAST / CARD_TENTHS);
}

static bool
check_page(const struct card_layout *l, struct error *err)
{
    if (l->across < 1 || l->down < 1)
        return error_set(err, ERROR_INPUT,
                         _("A page has at least one column and one row of cards."));
    const int64_t wide = l->left + extent(l->across, l->width, l->gap_x);
    const int64_t high = l->top + extent(l->down, l->height, l->gap_y);
    const bool is_wide = wide > CARD_PAGE_WIDTH;
    struct buffer taken = { 0 };
    bool ok = true;
    if (is_wide)
        ok = error_set(err, ERROR_INPUT,
                       _("The columns of cards take %s mm with their margin and gaps; %s "
                         "is %d mm wide."),
                       say_tenths(wide, &taken), PAPER_NAME,
                       CARD_PAGE_WIDTH / CARD_TENTHS);
    else if (high > CARD_PAGE_HEIGHT)
        ok = error_set(err, ERROR_INPUT,
                       _("The rows of cards take %s mm with their margin and gaps; %s is "
                         "%d mm high."),
                       say_tenths(high, &taken), PAPER_NAME,
                       CARD_PAGE_HEIGHT / CARD_TENTHS);
    buffer_clear(&taken);
    return ok;
}

static bool
refuse_text(const char *text, struct error *err)
{
    struct buffer names = { 0 };

    for (size_t i = 0; i < READY_MADE_COUNT; i++)
        buffer_addf(&names, "%s%s", i > 0 ? ", " : "", ready_made[i].name);
    (void)error_set(err, ERROR_INPUT,
                    _("“%s” is no size of cards; write millimetres, width x height, like "
                      "85 x 54, and, if need be, columns x rows, margins and gaps, or a "
                      "name: %s."),
                    text, buffer_text(&names));
    buffer_clear(&names);
    return false;
}

bool
card_layout_read(enum card_kind kind, const char *text, struct card_layout *layout,
                 struct error *err)
{
    const char *usual = ready_made[kind == CARD_BADGE ? 0 : 1].text;
    const char *typed = text && !text_is_blank(text) ? text_of_name(text) : usual;
    struct reading reading = { typed, true };
    struct card_layout read;

    read_pair(&reading, true, &read.width, &read.height);
    read_pair(&reading, false, &read.across, &read.down);
    read_pair(&reading, true, &read.left, &read.top);
    read_pair(&reading, true, &read.gap_x, &read.gap_y);
    if (!reading.is_ok || read.width == GIVEN_NOT || *reading.rest != '\0')
        return refuse_text(text, err);
    if (!check_card(kind, &read, err))
        return false;
    find_rest(&read);
    if (!check_page(&read, err))
        return false;
    *layout = read;
    return true;
}
