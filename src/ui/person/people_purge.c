/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people_purge.c - people whom nothing keeps any more are erased: who would be, who stays
 * and why is read first, and how many is typed
 */
#include "person/people_purge.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/purge.h"
#include "atelier/base/language.h"
#include "widget/ask.h"
#include "widget/choose.h"
#include "widget/pager.h"
#include "widget/progress.h"

enum { NAMES_SHOWN = 4 };

static bool
purge(struct ui *ui, bool dry_run, struct purge_outcome *outcome, struct error *err)
{
    struct progress progress;

    progress_start(&progress, ui,
                   dry_run ? _("Looking for people whom nothing keeps")
                           : _("Erasing people whom nothing keeps"));
    const bool ok = purge_people(ui_atelier(ui), _("kept as long as they may be"),
                                 dry_run, progress_step, &progress, outcome, err);
    progress_end(&progress);
    return ok;
}

/* How many, as digits: it cannot be undone. */
static bool
ask_count(struct ui *ui, size_t count)
{
    struct buffer text = { 0 };
    struct buffer wanted = { 0 };

    buffer_addf(&text,
                ngettext("It cannot be undone.  To erase %zu person, type the number.",
                         "It cannot be undone.  To erase %zu people, type the number.",
                         count),
                count);
    buffer_addf(&wanted, "%zu", count);
    char *typed = ask(ui, _("Erase for good"), buffer_text(&text), NULL, true);
    const bool same = typed && strcmp(typed, buffer_text(&wanted)) == 0;
    if (typed && !same)
        ui_refuse(ui, "%s", _("That is another number; nothing was erased."));
    free(typed);
    buffer_clear(&wanted);
    buffer_clear(&text);
    return same;
}

enum answer { ANSWER_LEAVE, ANSWER_READ, ANSWER_ERASE };

static enum answer
ask_what(struct ui *ui, const struct purge_outcome *outcome)
{
    struct buffer text = { 0 };
    const char *const answers[] = { _("Leave all as they are"), _("Read all of it"),
                                    _("Erase them for good") };

    purge_outcome_say(outcome, true, NAMES_SHOWN, &text);
    const int answer = choose(ui, _("People whom nothing keeps"), buffer_text(&text),
                              answers, outcome->erased > 0 ? 3 : 2, 0);
    buffer_clear(&text);
    return answer < 0 ? ANSWER_LEAVE : (enum answer)answer;
}

static void
read_all(struct ui *ui, const struct purge_outcome *outcome)
{
    struct buffer text = { 0 };

    purge_outcome_say(outcome, true, SIZE_MAX, &text);
    pager_run(ui, _("People whom nothing keeps"), buffer_text(&text));
    buffer_clear(&text);
}

static void
erase_them(struct ui *ui)
{
    struct purge_outcome outcome = { 0 };
    struct error err = { 0 };

    if (purge(ui, false, &outcome, &err))
        ui_say(ui,
               ngettext("%zu person erased.  Due, and left: %zu.  It cannot be undone.",
                        "%zu people erased.  Due, and left: %zu.  It cannot be undone.",
                        outcome.erased),
               outcome.erased, outcome.count - outcome.erased);
    else
        ui_fail(ui, &err);
    purge_outcome_clear(&outcome);
}

void
people_purge(struct ui *ui, void *state, int64_t argument)
{
    struct purge_outcome outcome = { 0 };
    struct error err = { 0 };
    enum answer answer = ANSWER_LEAVE;

    (void)state;
    (void)argument;
    if (!purge(ui, true, &outcome, &err)) {
        ui_fail(ui, &err);
    } else if (outcome.count == 0) {
        ui_say(ui, "%s",
               _("Nobody was to be kept until a day that has passed.  The settings say "
                 "how many years people are kept, and a person until when."));
    } else {
        while ((answer = ask_what(ui, &outcome)) == ANSWER_READ)
            read_all(ui, &outcome);
        if (answer == ANSWER_ERASE && ask_count(ui, outcome.erased))
            erase_them(ui);
    }
    purge_outcome_clear(&outcome);
}
