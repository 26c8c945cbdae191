/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_verdict.c - whether the person of a row is new, known, or perhaps known */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/domain/import.h"
#include "atelier/domain/person_name.h"
#include "atelier/domain/phone_number.h"
#include "import/import_change.h"
#include "import/import_coming.h"
#include "import/import_homeless.h"
#include "import/import_nobody.h"

struct import_candidate
import_row_candidate(const struct import_row *row)
{
    return (struct import_candidate){
        .person = {
            .family = row->values[IMPORT_FAMILY],
            .given = row->values[IMPORT_GIVEN],
            .civility = row->values[IMPORT_CIVILITY],
            .language = row->values[IMPORT_LANGUAGE],
            .email = row->values[IMPORT_EMAIL],
            .phone = row->values[IMPORT_PHONE],
            .needs = row->values[IMPORT_NEEDS],
            .note = row->values[IMPORT_NOTE],
        },
        .organisation = row->values[IMPORT_ORGANISATION],
        .function = row->values[IMPORT_FUNCTION],
        .wishes = row->values[IMPORT_WISH],
        .answers = row->values[IMPORT_ANSWER],
        .line = row->line,
    };
}

static bool
fold_equal(const char *a, const char *b)
{
    if (!a || !b)
        return false;
    char *one = fold_copy(a);
    char *other = fold_copy(b);
    bool equal = strcmp(one, other) == 0;

    free(one);
    free(other);
    return equal;
}

static bool
same_organisation(const struct import_row *row, const struct import_candidate *known)
{
    const char *name = row->values[IMPORT_ORGANISATION];

    return fold_equal(name, known->organisation) ||
           fold_equal(name, known->organisation_short);
}

static bool
text_equal(const char *a, const char *b)
{
    return b && strcmp(a, b) == 0;
}

static bool
is_capitals(const char *text)
{
    size_t length;
    size_t capitals = 0;

    for (; *text; text += length) {
        enum letter_kind kind = letter_at(text, &length);
        if (kind == LETTER_SMALL)
            return false;
        capitals += kind == LETTER_CAPITAL;
    }
    return capitals > 0;
}

/* "CHARGÉE DE MISSION" says no more than "Chargée de mission". */
static bool
is_louder(const char *value, const char *known)
{
    return known && is_capitals(value) && fold_equal(value, known);
}

/* Whether a value of the row says what is known already. */
static bool
is_known(const struct import_row *row, enum import_target target,
         const struct import_candidate *known)
{
    const char *value = row->values[target];

    switch (target) {
    case IMPORT_CIVILITY:
        return known->person.civility && civility_is_same(value, known->person.civility);
    case IMPORT_EMAIL:
        return known->person.email && strcasecmp(value, known->person.email) == 0;
    case IMPORT_PHONE:
        return known->person.phone && phone_number_is_same(value, known->person.phone);
    case IMPORT_ORGANISATION:
        return same_organisation(row, known);
    case IMPORT_FUNCTION:
        return text_equal(value, known->function) || is_louder(value, known->function);
    case IMPORT_LANGUAGE:
        return text_equal(value, known->person.language);
    case IMPORT_NEEDS:
    case IMPORT_NOTE:
    case IMPORT_WISH:
    case IMPORT_ANSWER:
        return import_change_is_held(target, import_change_known(target, known), value);
    case IMPORT_GIVEN: /* known people keep the spelling of their names */
        return known->person.given || row->is_guessed;
    case IMPORT_NOTHING:
    case IMPORT_FAMILY:
    case IMPORT_NAME_GIVEN_FIRST:
    case IMPORT_NAME_FAMILY_FIRST:
    case IMPORT_SECOND_EMAIL:
    case IMPORT_CATEGORY: /* of a known organisation: not this import's business */
    case IMPORT_TERRITORY:
    case IMPORT_COMING:
    case IMPORT_AWAY:
    case IMPORT_ROLE: /* of the group: known people keep theirs, which is told */
    case IMPORT_TARGET_COUNT:
        break;
    }
    return true;
}

/* A note has lines; here it has one. */
static char *
on_one_line(const char *text)
{
    struct buffer line = { 0 };

    for (const char *at = text ? text : ""; *at; at++) {
        if (*at == '\n')
            buffer_add(&line, " / ");
        else
            buffer_add_char(&line, *at);
    }
    return buffer_take(&line);
}

/* "E-mail: a@example.org → b@example.org". */
static void
add_change(struct import_row *row, enum import_target target,
           const struct import_candidate *known, struct buffer *text)
{
    const char *old = import_change_known(target, known);
    char *after = import_change_after(target, old, row->values[target]);
    char *line = on_one_line(after);
    char *old_line = on_one_line(old);

    buffer_addf(text, _("%s: %s → %s"), _(import_targets[target].label),
                old_line[0] ? old_line : _("nothing"), line);
    memory_replace(&row->before[target], old);
    memory_replace(&row->after[target], after);
    free(old_line);
    free(line);
    free(after);
}

/* What the row brings, old and new; of somebody who is gone only its name. */
static void
name_changes(struct import_row *row, const struct import_candidate *known)
{
    struct buffer text = { 0 };

    for (int i = 0; i < IMPORT_TARGET_COUNT; i++) {
        memory_replace(&row->before[i], NULL);
        memory_replace(&row->after[i], NULL);
        if ((row->changes & 1U << i) == 0)
            continue;
        buffer_add(&text, text.length > 0 ? _("; ") : "");
        if (known && row->values[i])
            add_change(row, (enum import_target)i, known, &text);
        else
            buffer_add(&text, _(import_targets[i].label));
    }
    memory_replace(&row->reason, row->changes == 0 ? NULL : buffer_text(&text));
    buffer_clear(&text);
}

/* A known person, certainly: what does the row bring? */
static void
compare(struct import_row *row, const struct import_candidate *known)
{
    row->changes = 0;
    import_homeless_keep(row, known);
    for (int i = 0; i < IMPORT_TARGET_COUNT; i++)
        if (row->values[i] && !is_known(row, (enum import_target)i, known))
            row->changes |= 1U << i;
    row->person = known->person.head.id;
    row->verdict = row->changes == 0 ? IMPORT_SAME : IMPORT_CHANGED;
    name_changes(row, known);
}

enum match { MATCH_NO, MATCH_MAYBE, MATCH_CERTAIN };

/* "Jeanne" and "Jean-François": more than an initial on both sides, and not the same. */
static bool
given_differs(const struct person *one, const struct person *other)
{
    enum { INITIAL_BYTES = 2 };

    if (!one->given || !other->given)
        return false;
    char *a = fold_copy(one->given);
    char *b = fold_copy(other->given);
    bool differs =
        strlen(a) > INITIAL_BYTES && strlen(b) > INITIAL_BYTES && strcmp(a, b) != 0;
    free(a);
    free(b);
    return differs;
}

static enum match
match(const struct import_row *row, const struct import_candidate *known)
{
    struct import_candidate self = import_row_candidate(row);
    enum likeness likeness = person_likeness(&self.person, &known->person);

    if (row->is_guessed && known->person.email &&
        strcasecmp(row->values[IMPORT_EMAIL], known->person.email) == 0)
        return MATCH_CERTAIN;
    if (likeness == LIKENESS_NONE)
        return MATCH_NO;
    if (likeness == LIKENESS_SAME)
        return MATCH_CERTAIN;

    bool colleague = same_organisation(row, known);
    bool other_email = self.person.email && known->person.email &&
                       strcasecmp(self.person.email, known->person.email) != 0;
    bool same_email = self.person.email && known->person.email && !other_email;

    /* Without an e-mail to go by, the same names in the same house are the same person.
     */
    if (likeness == LIKENESS_PROBABLE)
        return colleague && !other_email && !same_email ? MATCH_CERTAIN : MATCH_MAYBE;

    if (likeness == LIKENESS_OTHERWISE)
        return MATCH_MAYBE;
    bool other_civility =
        civility_contradicts(self.person.civility, known->person.civility);
    if (likeness == LIKENESS_COLLEAGUE)
        return (colleague && !(other_civility && other_email)) || same_email ? MATCH_MAYBE
                                                                             : MATCH_NO;

    /* Half the Duponts begin with J: an initial counts only among colleagues. */
    struct person swapped = { .family = self.person.given, .given = self.person.family };
    if (other_civility || (other_email && given_differs(&self.person, &known->person)))
        colleague = false;
    return colleague || same_email ||
                   person_likeness(&swapped, &known->person) == LIKENESS_PROBABLE
               ? MATCH_MAYBE
               : MATCH_NO;
}

static bool
same_email(const struct import_row *row, const struct import_candidate *known)
{
    const char *email = row->values[IMPORT_EMAIL];

    return email && known->person.email && strcasecmp(email, known->person.email) == 0;
}

/* Another name, and yet the same address: a secretariat's, or somebody's own. */
static bool
shares_address(const struct import_row *row, const struct import_candidate *known)
{
    return same_email(row, known) && match(row, known) == MATCH_NO;
}

static void
set_reason(struct import_row *row, struct buffer *reason)
{
    free(row->reason);
    row->reason = buffer_take(reason);
}

/* Whether the row says otherwise what an earlier one of the same person says; what that
 * one leaves blank is no contradiction. */
static bool
contradicts(struct import_row *row, const struct import_candidate *earlier)
{
    compare(row, earlier);
    for (int i = 0; i < IMPORT_TARGET_COUNT; i++)
        if (row->changes & 1U << i && row->before[i] && i != IMPORT_NEEDS &&
            i != IMPORT_NOTE)
            return true;
    return false;
}

/* What another line of the file has to do with it. */
static void
add_earlier(struct import_row *row, const struct import_candidate *earlier,
            const char *title, struct buffer *reason)
{
    const long long line = earlier->line;
    const bool is_certain = earlier->about || match(row, earlier) == MATCH_CERTAIN;

    if (shares_address(row, earlier) && !earlier->about)
        buffer_addf(reason, _("Line %lld names %s, who has the same e-mail address."),
                    line, title);
    else if (is_certain && contradicts(row, earlier))
        buffer_addf(reason, _("Line %lld names %s as well, and says otherwise: %s."),
                    line, title, row->reason);
    else
        buffer_addf(reason, _("Line %lld names %s, who may be the same person."), line,
                    title);
}

static void
doubt(struct import_row *row, const struct import_candidate *known)
{
    struct buffer title = { 0 };

    person_entity.title(&known->person, &title);
    struct buffer reason = { 0 };
    if (known->line > 0)
        add_earlier(row, known, buffer_text(&title), &reason);
    else if (shares_address(row, known))
        buffer_addf(&reason, _("%s, who is known already, has the same e-mail address."),
                    buffer_text(&title));
    else if (known->organisation)
        buffer_addf(&reason, _("This may be %s (%s), who is known already."),
                    buffer_text(&title), known->organisation);
    else
        buffer_addf(&reason, _("This may be %s, who is known already."),
                    buffer_text(&title));
    buffer_clear(&title);

    row->verdict = IMPORT_DOUBTFUL;
    row->changes = 0;
    row->person = known->line > 0 ? known->about : known->person.head.id;
    row->earlier = known->line;
    set_reason(row, &reason);
}

static void
say_the_same(struct import_row *row, const struct import_candidate *earlier)
{
    row->earlier = earlier->line;
    struct buffer reason = { 0 };
    buffer_addf(&reason, _("Line %lld says the same."), (long long)earlier->line);
    set_reason(row, &reason);
}

/* The second row about one person: fine when it says the same again. */
static void
repeat(struct import_row *row, const struct import_candidate *earlier)
{
    compare(row, earlier);
    if (row->verdict == IMPORT_CHANGED)
        doubt(row, earlier);
    else
        say_the_same(row, earlier);
}

/* An earlier row about a known person, as this one is, however each writes the name. */
static const struct import_candidate *
find_contradicted(struct import_row *row, const struct import_candidate *candidates,
                  size_t count, const struct import_candidate *known)
{
    for (size_t i = 0; i < count; i++)
        if (candidates[i].line > 0 && candidates[i].line < row->line &&
            candidates[i].about == known->person.head.id &&
            contradicts(row, &candidates[i]))
            return &candidates[i];
    return NULL;
}

/* Somebody known; an earlier row may say otherwise of them. */
static void
settle_known(struct import_row *row, const struct import_candidate *candidates,
             size_t count, const struct import_candidate *known)
{
    const struct import_candidate *earlier =
        find_contradicted(row, candidates, count, known);

    if (earlier)
        doubt(row, earlier);
    else
        compare(row, known);
}

/* Nobody known is meant, and perhaps nobody at all. */
static void
settle_stranger(struct import_row *row)
{
    const char *why = import_row_why_no_person(row);

    import_row_settle_new(row);
    if (why)
        import_row_doubt(row, why);
}

/* Who does not come is not taken unseen.  What else is doubtful is said first. */
static void
doubt_answer(struct import_row *row, bool is_doubted)
{
    char *reason = import_coming_reason(row);

    if (is_doubted)
        import_row_tell(row, reason);
    else
        import_row_doubt(row, reason);
    free(reason);
}

/* A row that only repeats an earlier one says nothing else. */
static void
judge_answer(struct import_row *row, const struct import_candidate *certain)
{
    if (!row->values[IMPORT_COMING] || (row->verdict == IMPORT_SAME && row->earlier))
        return;
    if (certain && (row->verdict == IMPORT_SAME || row->verdict == IMPORT_CHANGED))
        doubt(row, certain);
    doubt_answer(row, row->verdict == IMPORT_DOUBTFUL);
}

/* Whether the row brings to a known person what may be no words. */
static bool
brings_odd(const struct import_row *row, const struct import_candidate *known)
{
    return row->odd && row->values[row->odd_target] &&
           !is_known(row, row->odd_target, known);
}

/* Somebody looks at that first, whoever it is about. */
static void
judge_odd(struct import_row *row, const struct import_candidate *certain)
{
    if (!certain || row->verdict != IMPORT_CHANGED || !brings_odd(row, certain))
        return;
    doubt(row, certain);
    import_row_tell(row, row->odd);
}

void
import_row_judge(struct import_row *row, const struct import_candidate *candidates,
                 size_t count)
{
    const struct import_candidate *certain = NULL;
    const struct import_candidate *earlier = NULL;
    const struct import_candidate *maybe = NULL;
    const struct import_candidate *sharer = NULL;
    bool several = false;
    assert(candidates || count == 0);

    for (size_t i = 0; i < count; i++) {
        switch (match(row, &candidates[i])) {
        case MATCH_CERTAIN:
            if (candidates[i].line > 0) {
                if (!earlier || candidates[i].line < earlier->line)
                    earlier = &candidates[i];
            } else {
                several = certain;
                certain = &candidates[i];
            }
            break;
        case MATCH_MAYBE:
            if (!maybe || (maybe->line > 0 && candidates[i].line < maybe->line))
                maybe = &candidates[i];
            break;
        case MATCH_NO:
            if (!sharer && same_email(row, &candidates[i]))
                sharer = &candidates[i];
            break;
        }
    }
    if (earlier)
        repeat(row, earlier);
    else if (certain && !several)
        settle_known(row, candidates, count, certain);
    else if (certain || maybe)
        doubt(row, certain ? certain : maybe);
    else if (sharer && !import_row_why_no_person(row))
        doubt(row, sharer);
    else
        settle_stranger(row);
    judge_odd(row, several ? NULL : certain);
    judge_answer(row, certain);
}

void
import_row_doubt(struct import_row *row, const char *reason)
{
    row->verdict = IMPORT_DOUBTFUL;
    memory_replace(&row->reason, reason);
}

/* A sentence that goes on. */
static void
add_open(struct buffer *text, const char *sentence)
{
    const size_t length = strlen(sentence);
    const bool is_closed = length > 0 && sentence[length - 1] == '.';

    buffer_add_part(text, sentence, length - is_closed);
}

void
import_row_tell(struct import_row *row, const char *clause)
{
    struct buffer reason = { 0 };

    if (row->reason) {
        add_open(&reason, row->reason);
        buffer_add(&reason, _("; "));
    }
    buffer_add(&reason, clause);
    set_reason(row, &reason);
}

void
import_row_settle(struct import_row *row, const struct import_candidate *known)
{
    row->earlier = 0;
    compare(row, known);
}

void
import_row_settle_new(struct import_row *row)
{
    row->verdict = IMPORT_NEW;
    row->changes = 0;
    row->person = 0;
    row->earlier = 0;
    memory_replace(&row->reason, NULL);
    import_homeless_keep(row, NULL);
}

void
import_row_recall(struct import_row *row, enum import_verdict verdict, unsigned changes,
                  int64_t person, const struct import_candidate *about)
{
    row->verdict = verdict;
    row->changes = changes;
    row->person = person;
    if (verdict == IMPORT_NEW || (verdict == IMPORT_CHANGED && about))
        import_homeless_keep(row, about);
    if (verdict == IMPORT_DOUBTFUL && about) {
        doubt(row, about);
        if (about->line == 0 && brings_odd(row, about))
            import_row_tell(row, row->odd);
    } else if (verdict == IMPORT_DOUBTFUL && !about && !person &&
               import_row_why_no_person(row))
        memory_replace(&row->reason, import_row_why_no_person(row));
    else if (verdict == IMPORT_DOUBTFUL && !about && !person &&
             row->values[IMPORT_COMING])
        memory_replace(&row->reason, NULL);
    else if (verdict == IMPORT_DOUBTFUL && !about)
        memory_replace(&row->reason, _("This may be somebody who was known already."));
    else if (verdict == IMPORT_SAME && about)
        say_the_same(row, about);
    else if (verdict != IMPORT_DOUBTFUL)
        name_changes(row, about);
    if (verdict == IMPORT_DOUBTFUL && row->values[IMPORT_COMING])
        doubt_answer(row, row->reason);
}
