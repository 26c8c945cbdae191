/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_several.c - whether a text names several days: from the tenth to the twelfth */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "when/when_read.h"

/* What stands between two numbers. */
enum joint {
    JOINT_BLANK, /* a comma too */
    JOINT_SIGN,  /* a slash, a point */
    JOINT_DASH,
    JOINT_TO,   /* à, at, from */
    JOINT_WORD, /* the name of a month */
};

enum { NUMBERS_MOST = 3, YEAR_DIGITS = 4 };

struct numbers {
    size_t digits[NUMBERS_MOST];
    enum joint joints[NUMBERS_MOST]; /* before each but the first */
    size_t count;
};

/* The letters of 1er, 10th are of the number. */
static size_t
ordinal_length(const char *text)
{
    enum { LETTERS = 2 };
    size_t length = 0;
    while (isalpha((unsigned char)text[length]))
        length++;
    const char letters[] = { text[0], length > 0 ? text[1] : '\0', '\0' };
    return length == LETTERS && when_word_is_ordinal(letters) ? LETTERS : 0;
}

static enum joint
joint_of(const char *text, size_t length)
{
    size_t skipped = ordinal_length(text);
    char *part = memory_copy_part(text + skipped, length - skipped);
    char *folded = fold_copy(part);
    const char *blank = strrchr(folded, ' ');
    const char *last = blank ? blank + 1 : folded;
    enum joint joint = JOINT_BLANK;

    if (*last)
        joint = JOINT_WORD;
    else if (strchr(part, '-') || strstr(part, "–") || strstr(part, "—"))
        joint = JOINT_DASH;
    else if (part[strspn(part, " ,")])
        joint = JOINT_SIGN;
    if (when_word_leads(last))
        joint = JOINT_TO;
    free(folded);
    free(part);
    return joint;
}

/* False when there are more than a day has. */
static bool
find_numbers(const char *text, struct numbers *numbers)
{
    static const char figures[] = "0123456789";
    *numbers = (struct numbers){ 0 };
    text += strcspn(text, figures);
    for (const char *joint = NULL; *text;) {
        if (numbers->count == NUMBERS_MOST)
            return false;
        if (joint)
            numbers->joints[numbers->count] = joint_of(joint, (size_t)(text - joint));
        numbers->digits[numbers->count] = strspn(text, figures);
        joint = text + numbers->digits[numbers->count++];
        text = joint + strcspn(joint, figures);
    }
    return true;
}

bool
when_is_several_days(const char *text, bool names_month)
{
    struct numbers n;
    if (!find_numbers(text, &n))
        return false;
    for (size_t i = 1; i < n.count; i++)
        if (n.joints[i] == JOINT_TO)
            return true;
    if (n.count == 2)
        return names_month && (n.joints[1] == JOINT_DASH || n.joints[1] == JOINT_SIGN) &&
               n.digits[0] != YEAR_DIGITS && n.digits[1] != YEAR_DIGITS;
    if (n.count < 3 || (n.joints[1] == JOINT_DASH) == (n.joints[2] == JOINT_DASH))
        return false;
    return n.joints[1] == JOINT_SIGN || n.joints[2] == JOINT_SIGN ||
           n.digits[2] != YEAR_DIGITS;
}
