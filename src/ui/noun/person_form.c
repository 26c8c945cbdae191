/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_form.c - a person, with organisation and function on the same form
 *
 * The form's table is that of a person with two fields after the given name;
 * what they hold becomes the person's first post, or is the post of today.  The meeting
 * for whose list somebody is added is not asked: it is there for the draft.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/change_post.h"
#include "atelier/app/edit.h"
#include "atelier/app/reference.h"
#include "atelier/app/shared_address.h"
#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/person_name.h"
#include "atelier/domain/typed_person.h"
#include "noun/noun_form.h"
#include "sentence.h"

struct newcomer {
    struct person person; /* first: a person's fields lie where they did */
    int64_t organisation;
    char *function;
    int64_t meeting;
    uint64_t guess; /* of the names as they were parted, where nothing shows which is
                     * which; they may be others by now */
};

static const struct field post_fields[] = {
    {
        .name = "organisation",
        .label = N_("Organisation"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .offset = offsetof(struct newcomer, organisation),
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        .name = "function",
        .label = N_("Function"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
        .offset = offsetof(struct newcomer, function),
    },
};

static const struct field meeting_field = {
    .name = "meeting",
    .label = N_("Meeting"),
    .kind = FIELD_REFERENCE,
    .flags = FIELD_HIDDEN,
    .offset = offsetof(struct newcomer, meeting),
    .refers_to = ENTITY_MEETING,
};

enum { POST_FIELDS = sizeof(post_fields) / sizeof(post_fields[0]) };

/* The tables as one. */
static struct field *
person_widen(struct ui *ui, const void *row, struct entity *entity)
{
    (void)ui;
    (void)row;
    struct field *fields =
        memory_new(person_entity.field_count + POST_FIELDS + 1, sizeof(*fields));
    size_t count = 0;

    for (size_t i = 0; i < person_entity.field_count; i++) {
        fields[count++] = person_entity.fields[i];
        if (strcmp(person_entity.fields[i].name, "given") == 0)
            for (size_t k = 0; k < POST_FIELDS; k++)
                fields[count++] = post_fields[k];
    }
    fields[count++] = meeting_field;
    entity->size = sizeof(struct newcomer);
    entity->fields = fields;
    entity->field_count = count;
    return fields;
}

static bool
add_newcomer(struct ui *ui, void *record, struct questions *sheet, struct error *err)
{
    struct newcomer *newcomer = record;
    struct organisation organisation;

    record_init(&organisation_entity, &organisation);
    bool ok = newcomer->organisation == 0 ||
              edit_load(ui_atelier(ui), &organisation_entity, newcomer->organisation,
                        &organisation, err);
    ok = ok && edit_add_person(ui_atelier(ui), &newcomer->person, organisation.name,
                               organisation.category, newcomer->function, sheet, err);
    record_clear(&organisation_entity, &organisation);
    return ok;
}

static bool
load_post(struct ui *ui, const struct entity *widened, void *record, struct error *err)
{
    (void)widened;
    struct newcomer *holder = record;
    struct post post = { 0 };

    const bool ok = post_load(ui_atelier(ui), holder->person.head.id, &post, err);
    holder->organisation = post.organisation;
    free(holder->function);
    holder->function = post.function;
    return ok;
}

static bool
change_holder(struct ui *ui, struct noun_saving *saving, void *record,
              struct questions *sheet, struct error *err)
{
    const struct newcomer *before = saving->base;
    struct newcomer *after = record;
    const struct post posts[] = { { before->organisation, before->function },
                                  { after->organisation, after->function } };

    return post_change(ui_atelier(ui), &after->person, &posts[0], &posts[1], sheet, err);
}

/* A part of a name that the field does not take stays out: the form shows what is there.
 */
static void
put_name(struct newcomer *newcomer, const struct person_name *name)
{
    struct person *person = &newcomer->person;
    const char *const parts[][2] = { { "family", name->family },
                                     { "given", name->given },
                                     { "civility", name->civility },
                                     { "note", person->note ? NULL : name->note } };
    struct error ignored = { 0 };

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (parts[i][1])
            (void)field_parse(entity_field(&person_entity, parts[i][0]), person,
                              parts[i][1], &ignored);
    if (name->office && !newcomer->function)
        newcomer->function = memory_copy(name->office);
}

/* 0 when none is called so. */
static int64_t
organisation_called(struct ui *ui, const char *name)
{
    struct error ignored = { 0 };
    int64_t id = 0;

    if (!reference_called(ui_atelier(ui), ENTITY_ORGANISATION, name, &id, &ignored))
        error_clear(&ignored);
    return id;
}

static bool
is_known(void *context, const char *organisation)
{
    return organisation_called(context, organisation) != 0;
}

static bool
is_like_known(void *context, const char *letters)
{
    struct search_hit_list list = { 0 };
    struct error ignored = { 0 };

    if (!reference_find(ui_atelier(context), ENTITY_ORGANISATION, letters, 1, &list,
                        &ignored))
        error_clear(&ignored);
    const bool is = list.count > 0;
    search_hit_list_clear(&list);
    return is;
}

/* 0 without two names. */
static uint64_t
names_hash(const struct person *person)
{
    return person->family && person->given
               ? hash_add(
                     hash_add(HASH_EMPTY, person->family, strlen(person->family) + 1),
                     person->given, strlen(person->given))
               : 0;
}

/* "de la Tour". */
static bool
begins_with_particle(const char *family)
{
    const size_t length = strcspn(family, " ");
    char *first = memory_copy_part(family, length);
    const bool is = family[length] == ' ' && person_name_is_particles(first);

    free(first);
    return is;
}

/* By the people who are there, where nothing in what was typed shows it; else it is a
 * guess. */
static void
part_by_others(struct ui *ui, struct newcomer *newcomer)
{
    struct person *person = &newcomer->person;
    bool exchanged;

    const bool told = edit_names_are_told(ui_atelier(ui), person, &exchanged);
    if (exchanged) {
        char *family = person->given;
        person->given = person->family;
        person->family = family;
    } else if (!told && person->family && !begins_with_particle(person->family)) {
        newcomer->guess = names_hash(person);
    }
}

/* "Petit, Anne", "Mme Anne Petit", "Anne Petit, Ville du Mans, a.petit@example.org".  It
 * begins with what is to be typed next: names that are a guess say so from afar, and what
 * is typed on without a look spoils no name.  Behind an organisation that is the e-mail,
 * where the name of the next person would be seen to be none. */
static const char *
person_put_typed(struct ui *ui, void *record, const char *text, char **sought)
{
    struct newcomer *newcomer = record;
    struct typed_person typed = { 0 };
    struct error ignored = { 0 };
    const struct typed_organisations known = { is_known, is_like_known, ui };

    typed_person_read(&typed, text, &known);
    put_name(newcomer, &typed.name);
    if (!typed.is_parted)
        part_by_others(ui, newcomer);
    if (typed.email)
        (void)field_parse(entity_field(&person_entity, "email"), &newcomer->person,
                          typed.email, &ignored);
    if (typed.function)
        memory_replace(&newcomer->function, typed.function);
    if (typed.organisation)
        newcomer->organisation = organisation_called(ui, typed.organisation);
    if (typed.organisation && newcomer->organisation == 0)
        *sought = memory_copy(typed.organisation);
    typed_person_clear(&typed);
    /* One word is half a name, and many may be parted otherwise. */
    if (!*sought && (newcomer->function || !newcomer->person.given))
        return "family";
    return newcomer->organisation != 0 ? "email" : "organisation";
}

static const char *const names[] = { "family", "given", NULL };

/* "Petit, Anne" typed as the family name of a new person is both; without a comma it is
 * what it says, such as two family names. */
static void
person_changed(struct ui *ui, struct noun_saving *saving, void *record,
               const struct field *field)
{
    const struct person *person = record;
    (void)ui;

    if (saving->base || strcmp(field->name, "family") != 0 || person->given ||
        !person->family || !strchr(person->family, ','))
        return;
    struct person_name name = { 0 };
    person_name_read(&name, person->family, NAME_FAMILY_FIRST);
    put_name(record, &name);
    person_name_clear(&name);
}

/* Beside an address that was typed anew. */
static void
advise_address(struct ui *ui, const struct person *person, struct buffer *text)
{
    struct error ignored = { 0 };
    struct person before;

    record_init(&person_entity, &before);
    const bool is_there =
        person->head.id != 0 &&
        edit_load(ui_atelier(ui), &person_entity, person->head.id, &before, &ignored);
    (void)shared_address_warn(ui_atelier(ui), is_there ? &before : NULL, person, text);
    record_clear(&person_entity, &before);
}

/* A slip is seen where it was made, and not a year later in a list of names. */
static void
person_advise(struct ui *ui, const void *record, const struct field *field,
              struct buffer *text)
{
    const struct newcomer *newcomer = record;
    const struct person *person = &newcomer->person;
    bool exchanged;

    if (strcmp(field->name, "email") == 0)
        advise_address(ui, person, text);
    if (person->head.id != 0 || strcmp(field->name, "family") != 0 || !person->given)
        return;
    if (newcomer->guess != 0 && newcomer->guess == names_hash(person))
        sentence_add(ui, _("a guess: %K{form.exchange} swaps the names"), text);
    else if (edit_names_are_told(ui_atelier(ui), person, &exchanged) && exchanged)
        buffer_addf(text, _("“%s” is a family name here: the wrong way round?"),
                    person->given);
}

static bool
person_warn(struct ui *ui, const struct noun_saving *saving, const void *record,
            struct buffer *text)
{
    return shared_address_warn(ui_atelier(ui), saving->base, record, text);
}

const struct noun_form person_form = {
    .picker_words = N_("One name at a time.  A list is imported: "
                       "%K{registration.import} on the list of a meeting."),
    .new_words = N_("name, organisation, e-mail"),
    .widen = person_widen,
    .load_widened = load_post,
    .add_widened = add_newcomer,
    .change_widened = change_holder,
    .put_typed = person_put_typed,
    .exchanged = names,
    .changed = person_changed,
    .advise = person_advise,
    .warn = person_warn,
};
