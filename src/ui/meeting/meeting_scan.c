/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_scan.c - asks where the scan of a signed sheet lies, from the page of a meeting
 */
#include "meeting/meeting_scan.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/sheet_scan.h"
#include "atelier/base/language.h"
#include "widget/file_ask.h"
#include "widget/question_ask.h"

/* While the act runs. */
struct noting {
    struct ui *ui;
    struct scan_request request;
    int64_t version; /* with which it was noted */
};

static bool
note_it(void *context, struct questions *sheet, struct error *err)
{
    struct noting *noting = context;

    return sheet_scan_note(ui_atelier(noting->ui), &noting->request, sheet,
                           &noting->version, err);
}

static void
note(struct ui *ui, int64_t version, const char *file)
{
    struct noting noting = {
        .ui = ui, .request = { .meeting = ui_id(ui), .version = version, .file = file }
    };
    struct questions sheet = { .leave = _("No, go back") };
    struct error err = { 0 };

    if (!question_ask_all(ui, &sheet, note_it, &noting, &err)) {
        if (err.kind != ERROR_QUESTION && err.kind != ERROR_CANCELLED)
            ui_fail(ui, &err);
    } else if (file[0] == '\0') {
        ui_say(ui,
               _("No scan is noted with version %" PRId64 " of the sheet any more.  "
                 "%%K{program.undo} takes it back."),
               noting.version);
    } else {
        ui_say(ui,
               _("The scan is noted with version %" PRId64 " of the sheet.  "
                 "%%K{program.undo} takes it back."),
               noting.version);
    }
    questions_clear(&sheet);
    error_clear(&err);
}

void
meeting_scan(struct ui *ui, void *state, int64_t argument)
{
    struct error err = { 0 };
    struct buffer title = { 0 };
    struct buffer text = { 0 };
    int64_t version = 0;
    char *noted = NULL;

    (void)state;
    (void)argument;
    if (!sheet_scan_find(ui_atelier(ui), ui_id(ui), &version, &noted, &err)) {
        ui_fail(ui, &err);
        error_clear(&err);
        return;
    }
    if (version == 0) {
        ui_refuse(ui, "%s",
                  _("No attendance sheet was printed of this meeting: there is none to "
                    "be scanned."));
        return;
    }
    buffer_addf(&text,
                _("The file that version %" PRId64 " of the sheet was scanned to once it "
                  "was signed; empty: none."),
                version);
    file_ask_add_title(ui, _("The scan of the sheet"), ui_row(ui), &title);
    char *file = file_ask(ui, buffer_text(&title), buffer_text(&text), noted, false);
    if (file)
        note(ui, version, file);
    buffer_clear(&text);
    buffer_clear(&title);
    free(file);
    free(noted);
}
