/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_scan.c - where the scan of a signed sheet lies, noted in one act */
#include "atelier/app/sheet_scan.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/row_table.h"
#include "atelier/store/sheet_table.h"
#include "session/operation.h"
#include "session/session.h"

enum { FILE_MOST = 400 };

static bool
check_file(const char *file, struct error *err)
{
    return !file || (strlen(file) <= FILE_MOST && !strpbrk(file, "\r\n\t")) ||
           error_set_field(err, ERROR_INPUT, "scan",
                           _("The name of a file is one line of at most %d letters."),
                           FILE_MOST);
}

static bool
check_place(struct atelier *at, const char *file, struct questions *questions,
            struct error *err)
{
    struct stat status;

    return !file || at->folder || question_answer(questions, QUESTION_UNSEEN) ||
           (stat(file, &status) == 0 && S_ISREG(status.st_mode)) ||
           question_put(questions, QUESTION_UNSEEN, err,
                        _("No file “%s” is seen from here: is it mistyped?"), file);
}

static bool
load_sheet(struct atelier *at, const struct scan_request *request, struct sheet *sheet,
           struct error *err)
{
    if (!(request->version
              ? sheet_table_version(at->db, request->meeting, request->version, sheet,
                                    err)
              : sheet_table_newest_of_all(at->db, request->meeting, sheet, err)))
        return false;
    if (sheet->head.id)
        return true;
    return request->version
               ? error_set_field(err, ERROR_NOT_FOUND, "version",
                                 _("No version %" PRId64 " of the sheet was printed."),
                                 request->version)
               : error_set(err, ERROR_RULE,
                           _("No attendance sheet was printed of this meeting: there is "
                             "none to be scanned."));
}

static bool
change(struct atelier *at, const struct scan_request *request,
       struct questions *questions, struct sheet *sheet, struct buffer *summary,
       struct error *err)
{
    const char *file =
        request->file && !text_is_blank(request->file) ? request->file : NULL;
    struct meeting *meeting = record_new(&meeting_entity);
    bool ok = check_file(file, err) && load_sheet(at, request, sheet, err) &&
              check_place(at, file, questions, err) &&
              row_load(at->db, &meeting_entity, request->meeting, meeting, err);

    if (ok) {
        buffer_addf(summary, "%s (%" PRId64 ")", meeting->title, sheet->version);
        memory_replace(&sheet->scan, file);
        ok = row_update(at->db, &sheet_entity, sheet, at->login, atelier_now(at), err);
    }
    record_free(&meeting_entity, meeting);
    return ok;
}

bool
sheet_scan_note(struct atelier *at, const struct scan_request *request,
                struct questions *questions, int64_t *version, struct error *err)
{
    const struct row_ref meeting = { ENTITY_MEETING, request->meeting };

    if (!operation_begin(at, ACT_SHEET_CHANGE_NEEDS, meeting, err))
        return false;
    struct sheet sheet;
    struct buffer summary = { 0 };
    record_init(&sheet_entity, &sheet);
    const bool ok = change(at, request, questions, &sheet, &summary, err);
    *version = sheet.version;
    const struct operation_note note = {
        .act = ACT_SHEET_CHANGE,
        .entity = ENTITY_SHEET,
        .row = sheet.head.id,
        .summary = buffer_text(&summary),
    };
    const bool written = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    record_clear(&sheet_entity, &sheet);
    return written;
}

bool
sheet_scan_find(struct atelier *at, int64_t meeting, int64_t *version, char **file,
                struct error *err)
{
    struct sheet sheet;

    *version = 0;
    *file = NULL;
    record_init(&sheet_entity, &sheet);
    const bool ok =
        atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
        sheet_table_scanned(at->db, meeting, &sheet, err);
    if (ok && sheet.head.id) {
        *version = sheet.version;
        *file = sheet.scan ? memory_copy(sheet.scan) : NULL;
    }
    record_clear(&sheet_entity, &sheet);
    return ok;
}
