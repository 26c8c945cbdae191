/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_pages.c - prints certificates, a programme, a month: a child draws the pages */
#include "atelier/app/print_pages.h"

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"
#include "print/office_making.h"
#include "print/pages_making.h"
#include "print/paper_making.h"
#include "session/session.h"

static bool
fill(struct atelier *at, const struct pages_request *request, struct printed_pages *pages,
     int64_t *count, struct error *err)
{
    switch (request->kind) {
    case PAGES_CERTIFICATES:
        return certificate_making_read(at, request, pages, count, err);
    case PAGES_PROGRAMME:
        return programme_making_read(at, request, pages, err);
    case PAGES_MONTH:
        return month_making_read(at, request, pages, err);
    }
    return false;
}

bool
pages_read(struct atelier *at, const struct pages_request *request,
           struct printed_pages *pages, int64_t *count, struct error *err)
{
    char moment[INSTANT_TEXT_SIZE];

    *count = 0;
    instant_format(atelier_now(at), moment);
    pages->language = memory_copy(language_code());
    pages->made_at = memory_copy(moment);
    office_making_fill(&at->settings, &pages->office);
    const bool ok = office_making_read_logo(&at->settings, &pages->office, err) &&
                    fill(at, request, pages, count, err);
    printed_office_say_erased(pages->language, &pages->office);
    erased_mark_say(pages->language, &pages->title);
    return ok;
}

struct paper_job *
pages_job_start(struct atelier *at, const struct pages_request *request,
                const struct print_destination *destination, struct error *err)
{
    struct paper_job *job = NULL;
    struct printed_pages pages = { 0 };
    struct buffer wire = { 0 };
    int64_t count = 0;

    if (pages_read(at, request, &pages, &count, err)) {
        printed_pages_add_wire(&wire, &pages);
        job = paper_job_start(at, &wire, count, destination, err);
    }
    buffer_clear(&wire);
    printed_pages_clear(&pages);
    return job;
}
