/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_kind.c - a workbook of a spreadsheet, read by a program of its own */
#include "import/workbook_kind.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/child.h"
#include "atelier/base/helper.h"
#include "atelier/base/language.h"
#include "import/table_wire.h"

/* Milliseconds between two looks at what it added. */
enum { LOOK_EVERY = 2 };

static bool
refuse_program(const char *program, struct error *err)
{
    return error_set(err, ERROR_SYSTEM,
                     _("%s, which reads workbooks, cannot be started: %s.  Install "
                       "atelier again, or save the workbook as CSV in a spreadsheet and "
                       "import that."),
                     program, error_system_text(errno));
}

static struct child *
ask(const char *program, const struct table_choice *choice, const struct spool *bytes,
    struct error *err)
{
    const char *arguments[5] = { program };
    size_t count = 1;
    if (choice->leave_hidden)
        arguments[count++] = "--leave-hidden";
    if (choice->sheet) {
        arguments[count++] = "--sheet";
        arguments[count++] = choice->sheet;
    }
    const struct child_request request = {
        .arguments = arguments,
        .document = spool_descriptor(bytes),
        .if_silent = _("The reader of workbooks ended too early.  Save the workbook as "
                       "CSV in a spreadsheet and import that."),
    };
    return child_start(&request, err);
}

/* It adds to the file as it reads. */
struct answering {
    struct child *child;
    bool ended;
};

static bool
wait_for_more(void *context)
{
    struct answering *answering = context;
    if (answering->ended || !child_step(answering->child)) {
        answering->ended = true;
        return false;
    }
    struct pollfd polled[CHILD_DESCRIPTORS];
    const size_t count = child_poll(answering->child, polled);
    (void)poll(polled, count, LOOK_EVERY);
    return true;
}

/* Its rows are taken while it reads the next ones.  Why it failed tells more than what
 * is missing of its answer then. */
static bool
take_answer(struct child *child, const struct spool *bytes, uint64_t offset,
            struct table_file *file, struct error *err)
{
    struct answering answering = { .child = child };
    struct error why = { 0 };
    const bool is_read =
        table_wire_read(bytes, offset, wait_for_more, &answering, file, &why);
    const bool ok = !answering.ended || child_succeeded(child, err);
    child_free(child);
    return ok && (is_read || error_pass(err, &why));
}

static bool
workbook_read(struct table_file *file, struct spool **bytes, struct error *err)
{
    char *program = helper_path("atelier-workbook");
    const uint64_t answer = spool_size(*bytes);
    bool ok = access(program, X_OK) == 0 || refuse_program(program, err);
    struct child *child = ok ? ask(program, &file->choice, *bytes, err) : NULL;
    ok = child && take_answer(child, *bytes, answer, file, err);
    free(program);
    return ok;
}

static bool
workbook_knows(const char *bytes, size_t length)
{
    return length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

const struct table_kind workbook_kind = { .knows = workbook_knows,
                                          .read = workbook_read };
