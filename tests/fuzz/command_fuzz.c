/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command_fuzz.c - libFuzzer: any commands, run one after the other on a small office,
 * answer with a result or a sentence, and leave it whole
 *
 * One word a line, an empty line behind each command.
 */
#include "fuzz.h"

#include <ctype.h>
#include <string.h>

#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "desk.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    desk_found();
    return 0;
}

/* Files outside the folder are not named: a slash stays behind a digit only, as in
 * 16/3. */
static void
stay_at_home(char *word)
{
    for (char *at = word; *at != '\0'; at++)
        if (*at == '/' && (at == word || !isdigit((unsigned char)at[-1])))
            *at = ':';
}

static void
run(void *context, int count, char **words)
{
    struct desk_answer answer = { 0 };

    (void)context;
    for (int i = 1; i < count; i++) {
        stay_at_home(words[i]);
        /* What takes seconds has tests of its own. */
        if (strstr(words[i], "sample") != NULL)
            return;
    }
    desk_run(count, words, &answer);
    desk_judge(&answer);
    desk_answer_clear(&answer);
}

static void
require_whole(void)
{
    struct check_report report = { 0 };
    struct error err = { 0 };
    struct atelier *at = desk_enter(&err);

    fuzz_require(at != NULL, err.message);
    fuzz_require(upkeep_check(at, true, &report, &err), err.message);
    fuzz_require(report.count == 0, report.count > 0 ? report.problems[0] : "");
    check_report_clear(&report);
    atelier_close(at);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    char *script = memory_copy_part((const char *)bytes, size);

    desk_reset();
    desk_each(script, run, NULL);
    require_whole();
    free(script);
    return 0;
}
