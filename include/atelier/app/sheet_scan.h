/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_scan.h - where the scan of a signed sheet lies: noted with the sheet */
#ifndef ATELIER_APP_SHEET_SCAN_H
#define ATELIER_APP_SHEET_SCAN_H

#include "atelier/app/atelier.h"
#include "atelier/domain/question.h"

struct scan_request {
    int64_t meeting;
    int64_t version;  /* of the sheet that was signed; 0: the newest */
    const char *file; /* as it is said; NULL or blank: none is noted any more */
};

/* *version is the one that it was noted with.  The file is a name alone, but one that is
 * not seen from here is asked about, QUESTION_UNSEEN: it may be mistyped, or lie on a
 * share that this computer does not know.  Whose session keeps to one folder learns
 * nothing of other files, and is not asked. */
bool sheet_scan_note(struct atelier *at, const struct scan_request *request,
                     struct questions *questions, int64_t *version, struct error *err);

/* What is noted: with the version, or with the newest one that has a scan, or else the
 * newest of all.  *version is 0 when none was printed, *file NULL when none is noted; the
 * caller frees it. */
bool sheet_scan_find(struct atelier *at, int64_t meeting, int64_t *version, char **file,
                     struct error *err);

#endif
