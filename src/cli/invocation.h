/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invocation.h - a command as it was typed, and what it may ask of its words */
#ifndef ATELIER_CLI_INVOCATION_H
#define ATELIER_CLI_INVOCATION_H

#include "command.h"

/* A command as it was typed. */
struct invocation {
    const struct command *const *tables; /* all there are; NULL behind the last */
    const struct command *command;
    const struct cli_options *options;
    struct atelier *at; /* open unless without_database */
    char **words;       /* noun, verb, operands; owned */
    int operand_count;
    char **operands; /* inside words */
    struct {
        const char *name;
        const char *value; /* "" for a switch */
    } * given;
    size_t given_count;
    struct text_output *text; /* the file that text goes to (text_output.h), or NULL */
};

/* NULL when it was not given. */
const char *invocation_option(const struct invocation *inv, const char *name);

/* Reads all options that name fields of the command's entity into the record:
 * dates as people write them, references by id, e-mail, code or name. */
bool invocation_fill(struct invocation *inv, void *record, struct error *err);

/* The operand as a row of that noun. */
bool invocation_row(struct invocation *inv, int operand, enum entity_kind entity,
                    int64_t *id, struct error *err);

/* The option as a row of that noun; 0 when it was not given. */
bool invocation_option_row(struct invocation *inv, const char *name,
                           enum entity_kind entity, int64_t *id, struct error *err);
/* The same of one of the options that were given, which may be there several times. */
bool invocation_given_row(struct invocation *inv, size_t given, enum entity_kind entity,
                          int64_t *id, struct error *err);

/* The same of what a meeting has, slots and workshops: by its label or title too.  An
 * option that is a number is passed on: what asks for it says what the meeting has. */
bool invocation_row_within(struct invocation *inv, int operand, enum entity_kind entity,
                           int64_t meeting, int64_t *id, struct error *err);
bool invocation_option_within(struct invocation *inv, const char *name,
                              enum entity_kind entity, int64_t meeting, int64_t *id,
                              struct error *err);

/* The operand as a whole number. */
bool invocation_number(struct invocation *inv, int operand, int64_t *number,
                       struct error *err);

/* The option as a whole number; *number is untouched when it was not given. */
bool invocation_option_number(struct invocation *inv, const char *name, int64_t *number,
                              struct error *err);
/* A day as people write it; *day stays without the option. */
bool invocation_option_day(struct invocation *inv, const char *name, struct date *day,
                           struct error *err);

/* From the day of --from to the end of that of --to, by the office's clock; what is not
 * given stays. */
bool invocation_option_span(struct invocation *inv, struct span *span, struct error *err);

#endif
