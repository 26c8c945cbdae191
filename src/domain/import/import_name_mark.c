/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_mark.c - what stands around a name in lists and is none of it: “• Marie”,
 * “1. Jean”, “Petit*”, “Roux excusé”, “Jean PETIT via Liste” */
#include "import/import_name_mark.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_cells.h"
#include "import/import_guest.h"
#include "import/import_name_halves.h"
#include "import/import_nobody.h"
#include "import/import_odd.h"
#include "import/import_second_name.h"
#include "import/import_values.h"
#include "name/name_word.h"

/* How long a bullet is, or a number with its point: 0 is none.  -Lea may be a name. */
static size_t
bullet_at(const char *text)
{
    static const char *const bullets[] = { "-", "–", "—", "•", "*", ">", "·", "‣",
                                           "▪", "●", "○", "◦", "→", "✓", "☐", "+" };

    if (isalpha((unsigned char)*text) || (strchr("+-", *text) && *text && text[1] != ' '))
        return 0;
    for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
        if (strncmp(text, bullets[i], strlen(bullets[i])) == 0)
            return strlen(bullets[i]);
    const size_t bracket = *text == '(';
    const size_t digits = strspn(text + bracket, "0123456789");
    const char *end = text + bracket + digits;
    const bool ends = digits > 0 && digits <= 3 && *end &&
                      strchr(bracket ? ")" : ".)", *end) &&
                      !isdigit((unsigned char)end[1]) && !import_text_is_date(text);
    return ends ? bracket + digits + 1 : 0;
}

static const char *
behind_bullets(const char *text)
{
    size_t length = bullet_at(text);

    while (length > 0) {
        text += length;
        text += strspn(text, " ");
        length = bullet_at(text);
    }
    return text;
}

static void
tell_without(struct import_row *row, const char *start, size_t length)
{
    enum { COLUMNS = 40 };
    struct buffer told = { 0 };
    struct buffer cut = { 0 };
    char *part = memory_copy_part(start, length);

    text_add_cut(&cut, part, COLUMNS, false, false);
    if (row->told)
        buffer_addf(&told, "%s%s", row->told, _("; "));
    buffer_addf(&told, _("without “%s”, which is no part of the name"),
                buffer_text(&cut));
    memory_replace(&row->told, buffer_text(&told));
    free(part);
    buffer_clear(&cut);
    buffer_clear(&told);
}

/* “Groupe NUM: Marie Dupont”, but not “Karl Knoll (Vertretung: Eva Blum)”. */
static void
take_label(struct import_row *row, char **name)
{
    const char *colon = strchr(*name, ':');
    const char *rest = colon ? colon + 1 + strspn(colon + 1, " ") : "";

    if (!*rest || colon == *name || colon[1] == '/' ||
        memchr(*name, '(', (size_t)(colon - *name)))
        return;
    char *front = memory_copy_part(*name, (size_t)(colon - *name));
    char *tidy = text_tidy(front);
    const bool is_name = import_second_name_is_whole(tidy);
    free(tidy);
    free(front);
    if (is_name)
        return; /* Tom Hue : Guy Ker */
    tell_without(row, *name, (size_t)(colon - *name) + 1);
    memory_replace(name, rest);
}

/* What stands up to the next sign; brackets are read elsewhere. */
static bool
begins_organisation(const char *text)
{
    char *part = memory_copy_part(text, strcspn(text, ",;:("));
    const bool is = import_cell_reads_organisation(part);

    free(part);
    return is;
}

/* “Zoé AUBRY, Ville de Montclair”, “Zoé AUBRY : DREAL”, “AUBRY, Zoé, DREAL”: behind a
 * dash it is no name. */
static void
part_organisation(char **name)
{
    const char *sign = *name + strcspn(*name, ",;:(");

    while (*sign && *sign != '(' && !begins_organisation(sign + 1))
        sign += 1 + strcspn(sign + 1, ",;:(");
    if (!*sign || *sign == '(' || sign == *name)
        return;
    char *front = memory_copy_part(*name, (size_t)(sign - *name));
    if (!import_cell_reads_organisation(front)) {
        struct buffer parted = { 0 };
        buffer_addf(&parted, "%s – %s", front, sign + 1 + strspn(sign + 1, " "));
        memory_replace(name, buffer_text(&parted));
        buffer_clear(&parted);
    }
    free(front);
}

static bool
has_small(const char *text)
{
    size_t length;

    for (; *text; text += length)
        if (letter_at(text, &length) == LETTER_SMALL)
            return true;
    return false;
}

/* Marie Dupont/VILLE/BOURGES, as a directory names people; Durand/Petit may be two. */
static void
take_directory(struct import_row *row, char **name)
{
    const char *stroke = strchr(*name, '/');

    if (!stroke || stroke == *name || !stroke[1] || stroke[1] == '/' ||
        (!strchr(stroke + 1, '/') && has_small(stroke)))
        return;
    tell_without(row, stroke, strlen(stroke));
    (*name)[stroke - *name] = '\0';
}

static bool
has_given(const char *folded)
{
    for (const char *at = folded; *at; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        if (import_cell_is_given(at, length))
            return true;
        at += length;
    }
    return false;
}

static bool
is_civility(const char *text, size_t length)
{
    char *copy = memory_copy_part(text, length);
    struct name_words words;

    name_words_find(&words, copy);
    bool is = words.count > 0;
    for (size_t i = 0; i < words.count; i++)
        is = is && name_word_civility(words.items[i]) != CIVILITY_NO;
    free(copy);
    return is;
}

/* “Paul Dupont / Anne Durand”, “Dupont / Durand”, “M. / Mme Dupont”, but not “Zoé AUBRY /
 * DREAL”. */
static void
ask_two(struct import_row *row, const char *name)
{
    static const char sign[] = " / ";
    const char *stroke = strstr(name, sign);

    if (!stroke || row->asked)
        return;
    const char *rest = stroke + strlen(sign);
    const bool single =
        !strchr(rest, ' ') && strchr(name, ' ') == stroke && has_small(rest);
    char *folded = fold_copy(rest);
    if (!import_cell_is_organisation(folded) &&
        (single || has_given(folded) || is_civility(name, (size_t)(stroke - name))))
        row->asked = memory_copy(import_says_two_people());
    free(folded);
}

/* “Jean PETIT via Liste” wrote through a list, whose address this is. */
static void
take_via(struct import_row *row, char **name)
{
    static const char word[] = " via ";
    char *via = strstr(*name, word);
    struct buffer why = { 0 };

    if (!via || via == *name)
        return;
    buffer_addf(&why,
                _("The address seems to be that of “%s”, not of this person; correct it, "
                  "or take the row as it is."),
                via + strlen(word));
    free(row->asked);
    row->asked = buffer_take(&why);
    *via = '\0';
}

/* How long a name is before a no that stands behind it: “Roux excusé”, “Roux (absente
 * excusée)”, “Roux – Excusé”; 0 when none does.  *answer is where the no begins. */
static size_t
length_before_no(const char *name, size_t *answer, size_t *answer_length)
{
    enum { ANSWER_LEAST = 4 };
    const size_t whole = strlen(name);
    const char *open = whole > 0 && name[whole - 1] == ')' ? strrchr(name, '(') : NULL;
    const char *last = open ? open : strrchr(name, ' ');
    size_t letter;

    if (!last || last == name)
        return 0;
    *answer = (size_t)(last + 1 - name);
    *answer_length = whole - *answer - (open ? 1 : 0);
    size_t length = (size_t)(last - name);
    const bool parted = length > 0 && strchr(",:-", name[length - 1]);
    if (!open && !parted &&
        (letter_at(last + 1, &letter) != LETTER_SMALL || !strchr("aefnoz", last[1])))
        return 0;
    char *word = memory_copy_part(last + 1, *answer_length);
    const bool is = *answer_length >= ANSWER_LEAST && import_cell_is_no(word);
    free(word);
    while (length > 0 && strchr(" ,:-", name[length - 1]))
        length--;
    return is ? length : 0;
}

/* It says that they do not come. */
static void
take_answer(struct import_row *row, char **name)
{
    size_t answer;
    size_t answer_length;
    const size_t length = length_before_no(*name, &answer, &answer_length);

    if (length == 0)
        return;
    if (!row->values[IMPORT_COMING])
        row->values[IMPORT_COMING] = memory_copy_part(*name + answer, answer_length);
    (*name)[length] = '\0';
}

/* Two words and more, each with a capital or a particle: no “Liste des”. */
static bool
seems_person(const char *name, size_t length)
{
    size_t words = 0;
    size_t letter;

    for (const char *at = name; at < name + length;) {
        const size_t word = strcspn(at, " ");
        const struct name_word asked = { at, word };
        if (letter_at(at, &letter) != LETTER_CAPITAL && !name_word_is_particle(asked))
            return false;
        words++;
        at += word;
        at += strspn(at, " ");
    }
    return words >= 2;
}

bool
import_name_is_answered(const char *text)
{
    size_t answer;
    size_t answer_length;
    const size_t length = length_before_no(text, &answer, &answer_length);

    return length > 0 && text[answer + answer_length - 1] != 's' &&
           seems_person(text, length);
}

/* “Paul DUPONT (à confirmer)”: what a column of answers would say stands here. */
static void
take_remark(struct import_row *row, char **name)
{
    char *remark = import_guest_cut_remark(*name);

    if (!remark)
        return;
    if (*remark) {
        tell_without(row, remark, strlen(remark));
        import_values_add_note(row, remark);
    }
    if (!row->values[IMPORT_COMING] && import_cell_is_no(remark))
        row->values[IMPORT_COMING] = memory_copy(remark);
    free(remark);
}

void
import_name_mark_take(struct import_row *row, enum import_target target)
{
    char **name = &row->values[target];

    if (!*name)
        return;
    const char *bare = behind_bullets(*name);
    if (bare > *name && *bare)
        memory_replace(name, bare);
    import_guest_take(row, name);
    take_remark(row, name);
    take_answer(row, name);
    if (target == IMPORT_NAME_FAMILY_FIRST || target == IMPORT_NAME_GIVEN_FIRST)
        import_name_halves_join(name, target);
    part_organisation(name);
    if (strchr(*name, ':'))
        take_label(row, name);
    if (strchr(*name, '/')) {
        take_directory(row, name);
        ask_two(row, *name);
    }
    take_via(row, name);
    size_t length = strlen(*name);
    while (length > 1 && strchr("*;", (*name)[length - 1]))
        (*name)[--length] = '\0';
}
