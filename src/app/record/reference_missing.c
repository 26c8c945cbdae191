/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_missing.c - says that nothing is named so, and where to look
 *
 * A whole sentence for each noun: words that are put together agree in no language.
 */
#include "record/reference_missing.h"

#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"

/* %s is what was typed. */
struct sentences {
    const char *id;   /* N_(), when it is a number */
    const char *name; /* N_() */
};

static const struct sentences sentences[ENTITY_COUNT] = {
    [ENTITY_CATEGORY] = { N_("No category has the id %s.  “atelier category list” shows "
                             "them."),
                          N_("No category is called “%s”.  “atelier category list” shows "
                             "them.") },
    [ENTITY_ORGANISATION] = { N_("No organisation has the id %s.  “atelier organisation "
                                 "list” shows them."),
                              N_("No organisation is called “%s”.  “atelier organisation "
                                 "list” shows them.") },
    [ENTITY_PERSON] = { N_("No person has the id %s.  “atelier person list” shows them."),
                        N_("No person has this e-mail or name: “%s”.  “atelier person "
                           "list” shows them.") },
    [ENTITY_WORKING_GROUP] = { N_("No working group has the id %s.  “atelier group list” "
                                  "shows them."),
                               N_("No working group has the code “%s”.  “atelier group "
                                  "list” shows them.") },
    [ENTITY_VENUE] = { N_("No venue has the id %s.  “atelier venue list” shows them."),
                       N_("No venue is called “%s”.  “atelier venue list” shows them.") },
    [ENTITY_ROOM] = { N_("No room has the id %s.  “atelier room list” shows them."),
                      N_("No room is called “%s”.  “atelier room list” shows them.") },
    [ENTITY_STAFF] = { N_("No member of staff has the id %s.  “atelier staff list” shows "
                          "them."),
                       N_("No member of staff has the login “%s”.  “atelier staff list” "
                          "shows them.") },
    [ENTITY_MEETING] = { N_("No meeting has the id %s.  “atelier meeting list” shows "
                            "them."),
                         N_("“%s” is no meeting's id.  “atelier meeting list” shows "
                            "them.") },
    [ENTITY_AFFILIATION] = { N_("No post has the id %s.  “atelier affiliation list” with "
                                "a person shows theirs."),
                             N_("“%s” is no post's id.  “atelier affiliation list” with "
                                "a person shows theirs.") },
};

bool
reference_missing(enum entity_kind entity, const char *text, bool is_id,
                  struct error *err)
{
    const struct sentences *said = &sentences[entity];
    const char *sentence = is_id ? said->id : said->name;
    struct buffer message = { 0 };

    sentence = sentence ? _(sentence) : _("Nothing is called “%s” here.");
    const char *gap = strstr(sentence, "%s");
    buffer_add_part(&message, sentence, (size_t)(gap - sentence));
    buffer_addf(&message, "%s%s", text, gap + strlen("%s"));
    error_set(err, ERROR_NOT_FOUND, "%s", buffer_text(&message));
    buffer_clear(&message);
    return false;
}
