/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words_fuzz.c - libFuzzer: any words of a command line are a command, a request or a
 * sentence that says what is wrong
 *
 * Each line of the input is a word.
 */
#include "fuzz.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "command_table.h"
#include "words.h"

enum { WORDS_MOST = 64 };

static void
require_sound(enum words_request request, const struct invocation *inv,
              const struct error *err)
{
    const struct command *command = inv->command;

    fuzz_require((request == WORDS_WRONG) == (err->kind == ERROR_INPUT),
                 "what is wrong is said");
    fuzz_require(text_is_valid(err->message, strlen(err->message)), "a message is text");
    if (request != WORDS_COMMAND)
        return;
    fuzz_require(command != NULL, "a command has its declaration");
    fuzz_require(inv->operand_count >= command->least, "no operand is missing");
    fuzz_require(command->most < 0 || inv->operand_count <= command->most,
                 "no operand is too much");
    for (int i = 0; i < inv->operand_count; i++)
        fuzz_require(inv->operands[i] != NULL, "an operand is there");
    for (size_t i = 0; i < inv->given_count; i++)
        fuzz_require(inv->given[i].value &&
                         invocation_option(inv, inv->given[i].name) != NULL,
                     "an option that was given has a value");
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    char *lines = memory_copy_part((const char *)bytes, size);
    char program[] = "atelier";
    char *words[WORDS_MOST + 2] = { program };
    int count = 1;
    char *rest = lines;
    char *word;
    struct cli_options options = { 0 };
    struct invocation inv = { .tables = command_tables };
    struct error err = { 0 };

    while (count <= WORDS_MOST && (word = strsep(&rest, "\n")) != NULL)
        words[count++] = word;
    (void)words_language(command_tables, count, words);
    require_sound(words_read(count, words, &options, &inv, &err), &inv, &err);
    free(inv.given);
    free(inv.words);
    free(lines);
    return 0;
}
