/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_main.c - atelier-workbook: reads a workbook for atelier, or makes one; atelier
 * starts it with the file in descriptor 3 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/workbook_answer.h"
#include "atelier/app/workbook_compose.h"
#include "atelier/base/confine.h"
#include "atelier/base/language.h"

enum {
    DESCRIPTOR = 3,
    READING_SECONDS = 60, /* a workbook that takes longer means harm */
    WRITING_SECONDS = 600 /* a million people took less than 30 */
};

static int
complain(const char *sentence)
{
    (void)fprintf(stderr, "%s\n", sentence);
    return EXIT_FAILURE;
}

static int
complain_of_use(void)
{
    return complain(_("atelier starts this program; it has no use of its own."));
}

int
main(int argc, char **argv)
{
    const char *sheet = NULL;
    bool leave_hidden = false;
    bool writes = false;

    language_start(NULL, LOCALEDIR);
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--leave-hidden") == 0)
            leave_hidden = true;
        else if (strcmp(argv[i], "--write") == 0)
            writes = true;
        else if (strcmp(argv[i], "--sheet") == 0 && i + 1 < argc)
            sheet = argv[++i];
        else
            return complain_of_use();
    if (fcntl(DESCRIPTOR, F_GETFD) < 0)
        return complain_of_use();
    /* The workbook may come from anywhere and mean harm; the people in it are to be in no
     * core file. */
    if (!confine_process(writes ? WRITING_SECONDS : READING_SECONDS))
        return complain(_("The limits for the program of workbooks could not be set."));
    struct error err = { 0 };
    bool ok = writes ? workbook_compose(DESCRIPTOR, &err)
                     : workbook_answer(DESCRIPTOR, sheet, leave_hidden, &err);
    return ok ? EXIT_SUCCESS : complain(err.message);
}
