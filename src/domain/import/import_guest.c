/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_guest.c - somebody who comes with a person of a list and has no row: “Paul
 * DUPONT
 * (+1)”, “Paul Dupont et son épouse” */
#include "import/import_guest.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_values.h"

enum guest_word {
    WORD_OTHER,
    WORD_WITH,
    WORD_TOGETHER, /* whoever follows */
    WORD_SMALL,
    WORD_NUMBER,
    WORD_UNSURE,
    WORD_GUEST
};

static const struct {
    char word[16];
    enum guest_word kind;
} words[] = {
#define WITH(word) { word, WORD_WITH },
#define TOGETHER(word) { word, WORD_TOGETHER },
#define SMALL(word) { word, WORD_SMALL },
#define GUEST(word) { word, WORD_GUEST },
#define UNSURE(word) { word, WORD_UNSURE },
#include "import/guest_word.def"
#undef UNSURE
#undef GUEST
#undef SMALL
#undef TOGETHER
#undef WITH
};

/* 1, 02 */
static bool
is_number(const char *folded)
{
    const size_t digits = strspn(folded, "0123456789");
    return digits > 0 && digits <= 2 && !folded[digits];
}

static enum guest_word
kind_of(const char *start, size_t length)
{
    char *part = memory_copy_part(start, length);
    char *folded = fold_copy(part);
    enum guest_word kind = is_number(folded) ? WORD_NUMBER : WORD_OTHER;

    for (size_t i = 0; kind == WORD_OTHER && i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i].word, folded) == 0)
            kind = words[i].kind;
    free(folded);
    free(part);
    return kind;
}

/* What parts the words behind a name. */
static const char apart[] = " ()[].,'+-/?:";

/* How long what stands between a name and those who come is: (, [, +, &, x before 2. */
static size_t
sign_length(const char *at)
{
    if (*at && strchr("([+& ", *at))
        return 1;
    return strchr("xX", *at) && *at && isdigit((unsigned char)at[at[1] == ' ' ? 2 : 1])
               ? 1
               : 0;
}

/* Whether a text says that somebody comes and not who: a sign or word that leads to them,
 * and a number or what they are.  In brackets “élue” is this person, “1 élue” another;
 * “à confirmer” may follow. */
static bool
is_guest(const char *text)
{
    const bool brackets = strchr("([", *text);
    bool leads = false;
    bool plus = false;
    bool counts = false;
    bool guest = false;

    for (size_t sign; (sign = sign_length(text)) > 0; text += sign) {
        leads = leads || !strchr("([ ", *text);
        plus = plus || strchr("+xX", *text);
    }
    while (*text) {
        const size_t length = strcspn(text, apart);
        const enum guest_word kind = length > 0 ? kind_of(text, length) : WORD_SMALL;
        if (kind == WORD_TOGETHER)
            return true;
        if (kind == WORD_OTHER || (kind == WORD_WITH && guest))
            return false;
        leads = leads || kind == WORD_WITH;
        plus = plus || (kind == WORD_WITH && strncmp(text, "plus", 4) == 0);
        counts = counts || kind == WORD_NUMBER || (kind == WORD_SMALL && length > 0);
        guest = guest || kind == WORD_GUEST;
        text += length;
        text += strspn(text, apart);
    }
    return guest ? leads || (brackets && counts) : plus && counts;
}

/* “à confirmer”, “(tbc)”, “?”: no word of it is another. */
static bool
is_remark(const char *text)
{
    bool unsure = false;

    while (*text) {
        const size_t length = strcspn(text, apart);
        const enum guest_word kind = length > 0 ? kind_of(text, length) : WORD_SMALL;
        if (kind != WORD_UNSURE && kind != WORD_SMALL)
            return false;
        unsure = unsure || kind == WORD_UNSURE;
        text += length;
        for (; *text && strchr(apart, *text); text++)
            unsure = unsure || *text == '?';
    }
    return unsure;
}

/* A word of a name begins otherwise. */
static bool
may_begin(const char *at)
{
    size_t length;
    return *at && (strchr("([+&", *at) || sign_length(at) > 0 ||
                   letter_at(at, &length) == LETTER_SMALL);
}

/* Behind a letter: +1 of Dupont+1, but not of =1+1. */
static bool
parts_name(const char *name, const char *at)
{
    return at > name && (*at != '+' || isalpha((unsigned char)at[-1]) ||
                         ((unsigned char)at[-1] & 0x80) != 0);
}

/* Where those who come begin; NULL when nobody does. */
static char *
find(char *name, bool begins(const char *at), bool is(const char *text))
{
    for (char *at = strpbrk(name, " ([+"); at; at = strpbrk(at + 1, " ([+")) {
        char *begin = at + strspn(at, " ,");
        if (parts_name(name, at) && *begin && begins(begin) && is(begin))
            return at;
    }
    return NULL;
}

/* TBC is nobody's name, and À CONFIRMER of two words is none. */
static bool
may_begin_remark(const char *at)
{
    return *at == '?' || may_begin(at) || strncmp(at, "TB", 2) == 0 || strchr(at, ' ');
}

/* “+1” of “ (+1)”, “+1 (tbc)” of “ +1 (tbc)”. */
static char *
copy_bare(const char *text)
{
    static const char around[] = " ,([";
    const size_t before = strspn(text, around);
    const bool opens = strcspn(text, "([") < before;
    text += before;
    const bool opens_again = strpbrk(text, "([");
    size_t length = strlen(text);

    while (length > 0 && (text[length - 1] == ' ' ||
                          (strchr(")]", text[length - 1]) && (opens || !opens_again))))
        length--;
    return memory_copy_part(text, length);
}

char *
import_guest_cut_remark(char *name)
{
    char *at = is_remark(name) ? NULL : find(name, may_begin_remark, is_remark);
    if (!at)
        return NULL;
    char *remark = copy_bare(at);

    while (at > name && strchr(" ,", at[-1]))
        at--;
    *at = '\0';
    return remark;
}

void
import_guest_take(struct import_row *row, char **name)
{
    char *at = find(*name, may_begin, is_guest);
    if (!at)
        return;
    char *guest = copy_bare(at);
    struct buffer told = { 0 };

    while (at > *name && strchr(" ,", at[-1]))
        at--;
    *at = '\0';
    if (row->told)
        buffer_addf(&told, "%s%s", row->told, _("; "));
    buffer_addf(&told, _("who comes with them has no row: “%s” is kept in the note"),
                guest);
    memory_replace(&row->told, buffer_text(&told));
    import_values_add_note(row, guest);
    buffer_clear(&told);
    free(guest);
}
