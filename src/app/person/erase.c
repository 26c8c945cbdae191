/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase.c - somebody who wants to be forgotten is erased, as one act that is not undone
 */
#include "atelier/app/erase.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "person/erase_names.h"
#include "person/erase_rows.h"
#include "session/operation.h"

void
erase_outcome_clear(struct erase_outcome *outcome)
{
    buffer_clear(&outcome->texts);
    buffer_clear(&outcome->rolls);
    buffer_clear(&outcome->shared);
    buffer_clear(&outcome->files);
    *outcome = (struct erase_outcome){ 0 };
}

/* --- what is in the way */

static bool
refuse_coming(void *context, int64_t id, struct error *err)
{
    struct atelier *at = context;
    struct registration registration;
    struct buffer meeting = { 0 };

    record_init(&registration_entity, &registration);
    if (row_load(at->db, &registration_entity, id, &registration, err)) {
        display_title(at, ENTITY_MEETING, registration.meeting, &meeting);
        error_set(err, ERROR_RULE,
                  /* TRANSLATORS: title of a meeting; a command, with the number of the
                     meeting and of the person */
                  _("They are on the list of “%s”, which is to come.  Take them off it "
                    "first: “atelier registration %s %lld %lld”."),
                  buffer_text(&meeting),
                  registration.state == REGISTRATION_INVITED ? "decline" : "withdraw",
                  (long long)registration.meeting, (long long)registration.person);
    }
    record_clear(&registration_entity, &registration);
    buffer_clear(&meeting);
    return false;
}

static bool
check_person(struct atelier *at, int64_t id, struct error *err)
{
    struct person person;

    record_init(&person_entity, &person);
    bool ok = row_load(at->db, &person_entity, id, &person, err);
    if (ok && person.merged_into != 0)
        ok = error_set(err, ERROR_RULE,
                       _("Person %lld was merged into person %lld; erase that one."),
                       (long long)id, (long long)person.merged_into);
    record_clear(&person_entity, &person);
    return ok && registration_table_each_coming(at->db, id, atelier_now(at),
                                                refuse_coming, at, err);
}

/* --- what is out of reach */

/* Files of atelier's own making beside the database: FILE.before-3, FILE.replaced. */
static void
name_files(struct atelier *at, struct buffer *files)
{
    const char *path = database_path(at->db);
    const char *slash = path ? strrchr(path, '/') : NULL;
    struct buffer folder = { 0 };

    if (!slash)
        return;
    const char *name = slash + 1;
    const size_t length = strlen(name);
    buffer_add_part(&folder, path, (size_t)(slash - path) + 1);
    DIR *stream = opendir(buffer_text(&folder));
    const struct dirent *entry;
    while (stream && (entry = readdir(stream)))
        if (strncmp(entry->d_name, name, length) == 0 && entry->d_name[length] == '.' &&
            strcmp(entry->d_name + length, ".queue") != 0)
            buffer_addf(files, "%s%s\n", buffer_text(&folder), entry->d_name);
    if (stream)
        closedir(stream);
    buffer_clear(&folder);
}

/* --- the act */

static bool
erase(struct atelier *at, const struct erase_request *request, struct erased_names *names,
      struct erase_outcome *outcome, struct error *err)
{
    name_files(at, &outcome->files);
    return check_person(at, request->person, err) &&
           erase_table_begin(at->db, request->person, err) &&
           erase_names_gather(at, request->alone, names, &outcome->shared, err) &&
           erase_rows(at, names, outcome, err) &&
           erase_table_rest(at->db, names, _("erased person"), &outcome->count, err);
}

/* The reason names nobody, whatever was typed. */
static bool
end(struct atelier *at, bool ok, const struct erase_request *request,
    const struct erased_names *names, struct error *err)
{
    struct buffer reason = { 0 };

    if (!erased_names_replace(names, request->reason, _("erased person"), &reason))
        buffer_add(&reason, request->reason);
    const struct operation_note note = {
        .act = ACT_PERSON_ERASE,
        .entity = ENTITY_PERSON,
        .row = request->person,
        .reason = buffer_text(&reason),
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&reason);
    return ok;
}

bool
erase_person(struct atelier *at, const struct erase_request *request,
             struct erase_outcome *outcome, struct error *err)
{
    struct erased_names names = { 0 };

    if (!operation_begin(at, ACT_PERSON_ERASE_NEEDS, ROW_NONE, err))
        return false;
    bool ok = erase(at, request, &names, outcome, err);
    if (ok && text_is_blank(request->reason))
        ok = error_set_field(err, ERROR_INPUT, "reason",
                             _("Say why they are erased; the history keeps the reason."));
    ok = end(at, ok, request, &names, err) &&
         erase_table_finish(at->db, &outcome->log_holds, err);
    erased_names_clear(&names);
    return ok;
}

bool
erase_try(struct atelier *at, const struct erase_request *request,
          struct erase_outcome *outcome, struct error *err)
{
    struct erased_names names = { 0 };

    if (!operation_begin(at, ACT_PERSON_ERASE_NEEDS, ROW_NONE, err))
        return false;
    const bool ok = erase(at, request, &names, outcome, err);
    transaction_roll_back(at->db);
    erased_names_clear(&names);
    return ok;
}

bool
erase_look(struct atelier *at, int64_t person, struct erase_outcome *outcome,
           struct error *err)
{
    if (!operation_begin(at, ACT_PERSON_ERASE_NEEDS, ROW_NONE, err))
        return false;
    const bool ok = check_person(at, person, err) &&
                    erase_table_begin(at->db, person, err) &&
                    erase_rows_find_rolls(at, outcome, err);
    transaction_roll_back(at->db);
    return ok;
}
