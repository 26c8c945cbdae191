/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command_table.c - all commands, a table a file */
#include "command_table.h"

const struct command *const command_tables[] = {
    meeting_commands,       quota_commands,         registration_commands,
    attendance_commands,    person_commands,        merge_commands,
    erase_commands,         import_commands,        group_commands,
    quorum_commands,        clash_commands,         agenda_commands,
    statistics_commands,    calendar_commands,      calendar_import_commands,
    workshop_commands,      workshop_seat_commands, programme_commands,
    noun_commands,          grant_commands,         journal_commands,
    settings_commands,      upkeep_commands,        who_commands,
    gateway_files_commands, gateway_keys_commands,  gateway_commands,
    docs_commands,          howto_commands,         NULL,
};
