/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_question.c - what an import asks: which file, sheet and encoding, who is meant,
 * and whether to write */
#include "screen/import_question.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/import_draft.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "screen/import_draw.h"
#include "screen/import_left.h"
#include "widget/choose.h"
#include "widget/confirm.h"
#include "widget/file_ask.h"

enum { VALUE_COLUMNS = 50 };

/* Which sheet of several; false when the question was left. */
static bool
ask_sheet(struct ui *ui, const struct import *import, struct import_choice *choice)
{
    size_t count;
    const char *const *sheets = import_sheets(import, &count);
    if (count < 2)
        return true;
    int sheet = choose(ui, _("Which sheet of the workbook?"), NULL, sheets, count, 0);
    if (sheet >= 0)
        choice->sheet = sheets[sheet];
    return sheet >= 0;
}

/* Whether the rows that the sheet does not show come too. */
static bool
ask_hidden(struct ui *ui, const struct import *import, struct import_choice *choice)
{
    int64_t hidden = import_hidden_rows(import);
    if (hidden == 0)
        return true;
    struct buffer what = { 0 };
    buffer_addf(&what,
                ngettext("The sheet hides %" PRId64 " row, or filters it away.",
                         "The sheet hides %" PRId64 " rows, or filters them away.",
                         (unsigned long)hidden),
                hidden);
    const char *answers[] = { _("Leave the hidden rows out"),
                              _("Import the hidden rows too") };
    int answer = choose(ui, _("Hidden rows"), buffer_text(&what), answers, 2, 0);
    buffer_clear(&what);
    choice->leave_hidden = answer == 0;
    return answer >= 0;
}

/* Opens the file again as a person chooses, if there is a choice; NULL when they leave.
 */
static struct import *
open_chosen(struct ui *ui, struct import *import, const char *path,
            const struct import_goal *goal)
{
    struct import_choice choice = { 0 };
    struct import *first = import;
    struct error err = { 0 };
    bool ok = ask_sheet(ui, first, &choice);
    if (ok && choice.sheet) {
        import = import_open_as(ui_atelier(ui), path, goal, &choice, &err);
        ok = import || ui_fail(ui, &err);
    }
    ok = ok && ask_hidden(ui, import, &choice);
    if (ok && choice.leave_hidden) {
        struct import *all = import;
        import = import_open_as(ui_atelier(ui), path, goal, &choice, &err);
        ok = import || ui_fail(ui, &err);
        if (all != first)
            import_free(all);
    }
    if (!ok && import != first)
        import_free(import);
    if (!ok || import != first)
        import_free(first);
    return ok ? import : NULL;
}

/* As it was left, or else as a person chooses; NULL when they went back to the path, or
 * it cannot be opened, or they *leave. */
static struct import *
open_path(struct ui *ui, const char *path, const struct import_goal *goal, bool *leave)
{
    bool back;
    struct error err = { 0 };
    struct import *import = import_left_offer(ui, path, goal, &back);

    *leave = false;
    if (import || back)
        return import;
    import =
        import_open_as(ui_atelier(ui), path, goal, &(struct import_choice){ 0 }, &err);
    if (!import) {
        ui_fail(ui, &err);
        return NULL;
    }
    import = open_chosen(ui, import, path, goal);
    *leave = !import;
    return import;
}

/* The file that was left last is offered `is_first`. */
static char *
ask_path(struct ui *ui, const struct import_goal *goal, const char *typed, bool is_first)
{
    const char *title = _("Import people");
    const char *text =
        _("A CSV file, a workbook or address cards, like ~/list.csv, ~/list.xlsx "
          "or ~/contacts.vcf.");
    instant at;

    if (typed || !is_first)
        return file_ask(ui, title, text, typed, true);
    char *left = import_draft_last(ui_atelier(ui), goal, &at);
    char *path = import_left_ask_path(ui, title, text, left, at);
    free(left);
    return path;
}

struct import *
import_question_file(struct ui *ui, const struct import_goal *goal, bool is_first)
{
    struct import *import = NULL;
    char *path = NULL;
    bool leave = false;

    while (!import && !leave) {
        char *typed = ask_path(ui, goal, path, is_first);
        free(path); /* what was typed stays, to be corrected */
        path = typed;
        leave = !path;
        if (path)
            import = open_path(ui, path, goal, &leave);
    }
    free(path);
    return import;
}

/* Shown with the accents that each would make of the file; the one in use comes first to
 * hand. */
static int
choose_encoding(struct ui *ui, struct import *import)
{
    size_t used = 0;
    struct buffer lines[IMPORT_ENCODING_COUNT] = { 0 };
    const char *texts[IMPORT_ENCODING_COUNT];
    for (size_t i = 0; i < IMPORT_ENCODING_COUNT; i++) {
        buffer_addf(&lines[i], "%-14s", import_encodings[i]);
        if (import_is_read_as(import, import_encodings[i]))
            used = i;
    }
    import_add_previews(import, import_encodings, IMPORT_ENCODING_COUNT, lines);
    for (size_t i = 0; i < IMPORT_ENCODING_COUNT; i++)
        texts[i] = buffer_text(&lines[i]);
    int answer = choose(ui, _("In which encoding are the names right?"), NULL, texts,
                        IMPORT_ENCODING_COUNT, used);
    for (size_t i = 0; i < IMPORT_ENCODING_COUNT; i++)
        buffer_clear(&lines[i]);
    return answer;
}

/* In other letters a row may be about somebody else. */
static bool
ask_anew(struct ui *ui, const struct import *import)
{
    int64_t mended;
    int64_t decided;
    struct buffer text = { 0 };

    import_count_work(import, &mended, &decided);
    if (mended + decided == 0)
        return true;
    buffer_add(&text, _("In another encoding the rows begin anew."));
    if (mended > 0)
        buffer_addf(&text,
                    ngettext("  What you mended in %" PRId64 " row is lost.",
                             "  What you mended in %" PRId64 " rows is lost.",
                             (unsigned long)mended),
                    mended);
    if (decided > 0)
        buffer_addf(&text,
                    ngettext("  What you decided of %" PRId64 " row is lost.",
                             "  What you decided of %" PRId64 " rows is lost.",
                             (unsigned long)decided),
                    decided);
    const bool yes = confirm(ui, _("Read the file anew"), "%s", buffer_text(&text));
    buffer_clear(&text);
    return yes;
}

struct import *
import_question_encoding(struct ui *ui, struct import *import)
{
    const int answer = choose_encoding(ui, import);
    if (answer < 0)
        return NULL;
    if (import_is_read_as(import, import_encodings[answer])) {
        import_take_letters(import);
        ui_say(ui, _("The file is read as %s already."), import_encodings[answer]);
        return NULL;
    }
    if (!ask_anew(ui, import))
        return NULL;
    struct error err = { 0 };
    struct import *again = import_open_again(import, import_encodings[answer], &err);
    if (!again)
        ui_fail(ui, &err);
    return again;
}

/* Also the command asks: nothing is written in letters that nobody looked at. */
enum import_letters
import_question_letters(struct ui *ui, const struct import *import)
{
    const int64_t lines = import_wrong_lines(import);
    const char *const answers[] = { _("Choose how they are written"),
                                    _("They are right as they are") };
    struct buffer text = { 0 };

    if (lines == 0)
        return IMPORT_LETTERS_RIGHT;
    buffer_addf(&text,
                ngettext("In %" PRId64 " line some letters look wrong.",
                         "In %" PRId64 " lines some letters look wrong.",
                         (unsigned long)lines),
                lines);
    buffer_addf(&text, _("  The file is read as %s."), import_encoding(import));
    const int answer =
        choose(ui, _("Are these letters right?"), buffer_text(&text), answers, 2, 0);
    buffer_clear(&text);
    return answer < 0    ? IMPORT_LETTERS_UNSAID
           : answer == 0 ? IMPORT_LETTERS_WRONG
                         : IMPORT_LETTERS_RIGHT;
}

static void
add_line(struct buffer *text, const char *label, const char *value)
{
    struct buffer cut = { 0 };
    text_add_cut(&cut, value, VALUE_COLUMNS, false, false);
    buffer_add_char(text, '\n');
    buffer_addf(text, _("%s: %s"), label, buffer_text(&cut));
    buffer_clear(&cut);
}

/* Below the reason, what the row says: nobody can decide by the name alone. */
static void
add_values(const struct import_row *row, struct buffer *text)
{
    static const enum import_target told[] = { IMPORT_EMAIL, IMPORT_ORGANISATION,
                                               IMPORT_FUNCTION, IMPORT_PHONE };
    buffer_add(text, row->reason ? row->reason : "");
    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
        if (row->values[told[i]])
            add_line(text, _(import_targets[told[i]].label), row->values[told[i]]);
}

int
import_question_who(struct ui *ui, const struct import_row *row, bool mended)
{
    struct buffer text = { 0 };
    add_values(row, &text);
    struct buffer known = { 0 };
    buffer_add(&known, _("It is: "));
    if (row->person)
        display_title(ui_atelier(ui), ENTITY_PERSON, row->person, &known);
    const char *answers[IMPORT_WHO_MEND + 1] = { _("Leave it out"),
                                                 _("It is somebody new") };
    int meant[IMPORT_WHO_MEND + 1] = { IMPORT_WHO_NOBODY, IMPORT_WHO_NEW };
    size_t count = IMPORT_WHO_NEW + 1;
    if (row->person) {
        meant[count] = IMPORT_WHO_KNOWN;
        answers[count++] = buffer_text(&known);
    }
    if (mended) {
        meant[count] = IMPORT_WHO_MEND;
        answers[count++] = _("Mend the row again");
    }
    const int answer = choose(ui, _("Who is it?"), buffer_text(&text), answers, count, 0);
    buffer_clear(&known);
    buffer_clear(&text);
    return answer < 0 ? answer : meant[answer];
}

int
import_question_take(struct ui *ui, const struct import_row *row)
{
    static const int meant[] = { IMPORT_WHO_TAKEN, IMPORT_WHO_NOBODY, IMPORT_WHO_MEND };
    const char *const answers[] = { _("Take it as it is"), _("Leave it out"),
                                    _("Mend the row") };
    struct buffer text = { 0 };

    struct buffer who = { 0 };

    import_draw_add_person(row, &who);
    buffer_addf(&text, _("%s: %s"), buffer_text(&who),
                _(import_verdicts[row->verdict].label));
    buffer_add(&text, row->reason ? ".  " : ".");
    add_values(row, &text);
    buffer_clear(&who);
    const int answer =
        choose(ui, _("Is the row taken?"), buffer_text(&text), answers, 3, 0);
    buffer_clear(&text);
    return answer < 0 ? answer : meant[answer];
}

/* Whoever is put back is changed as well. */
static void
add_changes(const struct import_row *row, struct buffer *text)
{
    struct buffer change = { 0 };

    for (int t = 0; t < IMPORT_TARGET_COUNT; t++) {
        if (!(row->changes & 1U << t))
            continue;
        buffer_reset(&change);
        buffer_addf(&change, "%s → %s", row->before[t] ? row->before[t] : _("nothing"),
                    row->after[t] ? row->after[t] : row->values[t]);
        add_line(text, _(import_targets[t].label), buffer_text(&change));
    }
    buffer_clear(&change);
}

int
import_question_away(struct ui *ui, const struct import_row *row)
{
    struct buffer text = { 0 };
    const char *const answers[] = { row->changes
                                        ? _("Not put back; the rest of the row is taken")
                                        : _("Not put back"),
                                    _("Put back all the same") };

    display_title(ui_atelier(ui), ENTITY_PERSON, row->person, &text);
    buffer_addf(&text, _(": %s"), row->reason);
    buffer_add_char(&text, '.');
    add_changes(row, &text);
    int answer = choose(ui, _("Later answers win"), buffer_text(&text), answers, 2, 0);
    buffer_clear(&text);
    return answer;
}

int
import_question_role(struct ui *ui, const struct import *import)
{
    enum { ROLES_MOST = 8 };
    const char *answers[ROLES_MOST];
    size_t count = 0;

    for (; count < ROLES_MOST && membership_roles[count].name; count++)
        answers[count] = _(membership_roles[count].label);
    return choose(ui, _("What do they become in the group?"),
                  import_has_roles(import)
                      ? _("The file says it of each.  This is for rows that say nothing.")
                      : NULL,
                  answers, count, (size_t)import_goal(import)->role);
}

/* Names the deed: people who are known already come onto the list as well. */
static void
add_deed(const struct import *import, const int64_t counts[],
         const struct import_outcome *rehearsal, struct buffer *text)
{
    const struct import_goal *goal = import_goal(import);
    const int64_t written = counts[IMPORT_NEW] + counts[IMPORT_CHANGED];
    const int64_t all = written + counts[IMPORT_SAME];

    if (goal->meeting && rehearsal->full > 0)
        buffer_addf(text,
                    _("Write %" PRId64 " new people and %" PRId64
                      " changed ones, and register %" PRId64 "?"),
                    counts[IMPORT_NEW], counts[IMPORT_CHANGED], all - rehearsal->full);
    else if (goal->meeting)
        buffer_addf(text,
                    ngettext("Register %" PRId64 " person, %" PRId64
                             " of them new and %" PRId64 " changed?",
                             "Register %" PRId64 " people, %" PRId64
                             " of them new and %" PRId64 " changed?",
                             (unsigned long)all),
                    all, counts[IMPORT_NEW], counts[IMPORT_CHANGED]);
    else
        buffer_addf(
            text,
            ngettext("Write %" PRId64 " person, %" PRId64 " new and %" PRId64 " changed?",
                     "Write %" PRId64 " people, %" PRId64 " new and %" PRId64 " changed?",
                     (unsigned long)written),
            written, counts[IMPORT_NEW], counts[IMPORT_CHANGED]);
    if (goal->group) {
        struct buffer roles = { 0 };
        import_add_roles(import, rehearsal, &roles);
        buffer_addf(text,
                    ngettext("  %" PRId64 " joins the group (%s).",
                             "  %" PRId64 " join the group (%s).",
                             (unsigned long)rehearsal->joined),
                    rehearsal->joined, buffer_text(&roles));
        buffer_clear(&roles);
    }
    if (goal->group && rehearsal->joined > 1 &&
        rehearsal->joined_as[MEMBERSHIP_CHAIR] == rehearsal->joined)
        buffer_add(text, _("  All of them would be chairs."));
    if (goal->group && rehearsal->otherwise > 0)
        buffer_addf(text,
                    ngettext("  %" PRId64 " member has another role, and keeps it.",
                             "  %" PRId64 " members have another role, and keep it.",
                             (unsigned long)rehearsal->otherwise),
                    rehearsal->otherwise);
}

bool
import_question_write(struct ui *ui, const struct import *import,
                      const struct import_outcome *rehearsal)
{
    const struct import_goal *goal = import_goal(import);
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(import, counts);
    int64_t left_out = counts[IMPORT_DOUBTFUL] + counts[IMPORT_REFUSED];
    struct buffer text = { 0 };

    add_deed(import, counts, rehearsal, &text);
    if (goal->meeting && rehearsal->full > 0)
        buffer_addf(&text,
                    ngettext("  %" PRId64 " more finds no seat: known afterwards, "
                             "and not on the list.",
                             "  %" PRId64 " more find no seat: known afterwards, "
                             "and not on the list.",
                             (unsigned long)rehearsal->full),
                    rehearsal->full);
    if (rehearsal->unanswered > 0)
        buffer_addf(&text,
                    ngettext("  %" PRId64 " answer has no seat left, and is not taken.",
                             "  %" PRId64
                             " answers have no seat left, and are not taken.",
                             (unsigned long)rehearsal->unanswered),
                    rehearsal->unanswered);
    if (left_out > 0)
        buffer_addf(&text,
                    ngettext("  %" PRId64 " doubtful or refused row is left out.",
                             "  %" PRId64 " doubtful or refused rows are left out.",
                             (unsigned long)left_out),
                    left_out);
    bool yes = confirm(ui,
                       goal->meeting ? _("Write and register them")
                       : goal->group ? _("Write and let them join")
                                     : _("Write them"),
                       "%s", buffer_text(&text));
    buffer_clear(&text);
    return yes;
}

bool
import_question_creates(struct ui *ui, const struct import *import,
                        enum import_creation *creates)
{
    static const char *const labels[IMPORT_CREATION_COUNT] = {
        [IMPORT_CREATES_ORGANISATIONS] = N_("The organisations"),
        [IMPORT_CREATES_CATEGORIES] = N_("The organisations and their categories"),
        [IMPORT_CREATES_NOTHING] = N_("Nothing: people come without what is new"),
    };
    const char *answers[IMPORT_CREATION_COUNT];
    enum import_creation meant[IMPORT_CREATION_COUNT];
    struct buffer text = { 0 };
    struct error ignored = { 0 };
    size_t count = 0;
    size_t selected = 0;

    import_add_new_names(import, IMPORT_CREATED_ORGANISATION, &text);
    buffer_add_char(&text, '\n');
    import_add_new_names(import, IMPORT_CREATED_CATEGORY, &text);
    for (int c = 0; c < IMPORT_CREATION_COUNT; c++) {
        if (c == IMPORT_CREATES_CATEGORIES &&
            (import_new_names(import, IMPORT_CREATED_CATEGORY) == 0 ||
             !import_may_create_categories(import, &ignored)))
            continue;
        if (c == (int)import_creates(import))
            selected = count;
        meant[count] = (enum import_creation)c;
        answers[count++] = _(labels[c]);
    }
    const int answer =
        choose(ui, _("What is created?"), buffer_text(&text), answers, count, selected);
    buffer_clear(&text);
    if (answer >= 0)
        *creates = meant[answer];
    return answer >= 0;
}
