/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.h - a command: declared once, read by the parser and by the help
 *
 * To add one: write its struct command in the table of a *_command.c file; a new file's
 * table is named in command_table.c.
 */
#ifndef ATELIER_CLI_COMMAND_H
#define ATELIER_CLI_COMMAND_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/cli/cli.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/question.h"

struct invocation;

struct command_option {
    const char *name;     /* without the dashes */
    const char *argument; /* "DATE"; NULL: a switch */
    const char *help;     /* N_() */
};

/* The option that answers a question, as questions.def has it; several are joined by |.
 */
#define QUESTION_OPTION(KIND) (1U << QUESTION_##KIND)

struct command {
    const char *noun;
    const char *verb;     /* NULL: the noun alone is the command */
    const char *operands; /* "MEETING PERSON..." for the help, or NULL */
    int least;            /* operands; most -1: any number */
    int most;
    const struct command_option *options; /* ends with a NULL name; or NULL */
    unsigned questions;                   /* QUESTION_OPTION(): those it can be asked */
    const struct entity *entity;          /* whose rows it reads or writes; or NULL */
    const char *named[4]; /* fields of it that operands or options of its own give */
    const char *summary;  /* N_() */
    enum permission permission; /* without which nothing of it is done; MAY_READ where
                                 * none is named */
    bool without_database;      /* run() opens what it needs, and asks */
    bool only_reads;            /* nothing is written, on the way in neither */
    bool unconfined;  /* about the file of the database: not for confined sessions */
    int64_t argument; /* for run(), which several commands may share */
    bool (*run)(struct invocation *inv, struct error *err);
};

#define COMMAND_END                                                                      \
    {                                                                                    \
        .noun = NULL                                                                     \
    }

/* The option at that place: those of its table, then those that answer its questions;
 * false behind the last. */
bool command_option_at(const struct command *command, size_t place,
                       struct command_option *option);

/* Whether the fields of its entity are options too: what shows or removes a row asks for
 * none. */
bool command_takes_fields(const struct command *command);

/* Whether this field is one: not what is derived, or what an operand gives. */
bool command_takes_field(const struct command *command, const struct field *field);

/* Finds the command in the tables, which end with NULL; NULL when there is none of that
 * noun and verb. *noun_known tells which. */
const struct command *command_find(const struct command *const *tables, const char *noun,
                                   const char *verb, bool *noun_known);

/* Calls visit() for each command, nouns together, in the order of the help. */
void command_each(const struct command *const *tables,
                  void (*visit)(void *context, const struct command *command),
                  void *context);

/* One table a file; command_table.c names them all. */
extern const struct command meeting_commands[];
extern const struct command question_commands[];
extern const struct command quota_commands[];
extern const struct command report_commands[];
extern const struct command registration_commands[];
extern const struct command bulk_commands[];
extern const struct command attendance_commands[];
extern const struct command person_commands[];
extern const struct command merge_commands[];
extern const struct command erase_commands[];
extern const struct command person_data_commands[];
extern const struct command purge_commands[];
extern const struct command import_commands[];
extern const struct command group_commands[];
extern const struct command clash_commands[];
extern const struct command grant_commands[];
extern const struct command quorum_commands[];
extern const struct command agenda_commands[];
extern const struct command statistics_commands[];
extern const struct command calendar_commands[];
extern const struct command calendar_import_commands[];
extern const struct command noun_commands[];
extern const struct command workshop_commands[];
extern const struct command workshop_seat_commands[];
extern const struct command programme_commands[];
extern const struct command journal_commands[];
extern const struct command settings_commands[];
extern const struct command upkeep_commands[];
extern const struct command who_commands[];
extern const struct command gateway_files_commands[];
extern const struct command gateway_keys_commands[];
extern const struct command gateway_commands[];
extern const struct command docs_commands[];
extern const struct command howto_commands[];

#endif
