/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_joint.c - the words and signs that join two people */
#include "name/name_joint.h"

#include <string.h>

static const struct {
    const char *word;
    enum joint joint;
} joints[] = {
    { "et", JOINT_OF_NAMES },      { "Et", JOINT_OF_NAMES },
    { "ET", JOINT_OF_NAMES },      { "and", JOINT_OF_NAMES },
    { "And", JOINT_OF_NAMES },     { "AND", JOINT_OF_NAMES },
    { "ou", JOINT_OF_NAMES },      { "OU", JOINT_OF_NAMES },
    { "or", JOINT_OF_NAMES },      { "oder", JOINT_OF_NAMES },
    { "ODER", JOINT_OF_NAMES },    { "&", JOINT_OF_NAMES },
    { "+", JOINT_OF_NAMES },       { "/", JOINT_OF_NAMES },
    { "und", JOINT_OF_GIVEN },     { "Und", JOINT_OF_GIVEN },
    { "UND", JOINT_OF_GIVEN },     { "y", JOINT_OF_GIVEN },
    { "e", JOINT_OF_GIVEN },       { "en", JOINT_OF_GIVEN },
    { "Y", JOINT_OF_CIVILITIES },  { "E", JOINT_OF_CIVILITIES },
    { "EN", JOINT_OF_CIVILITIES },
};

enum joint
name_joint(struct name_word word)
{
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++)
        if (strlen(joints[i].word) == word.length &&
            strncmp(joints[i].word, word.start, word.length) == 0)
            return joints[i].joint;
    return JOINT_NO;
}
