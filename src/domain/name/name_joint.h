/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_joint.h - the words and signs that join two people: “M. et Mme”, “Anna + Paul” */
#ifndef ATELIER_NAME_NAME_JOINT_H
#define ATELIER_NAME_NAME_JOINT_H

#include "name/name_word.h"

/* Each is one where those before it are. */
enum joint {
    JOINT_NO,
    JOINT_OF_CIVILITIES, /* the Y of SR. Y SRA., which is an initial between names */
    JOINT_OF_GIVEN,      /* the y of Ana y Juan; a family name has it within */
    JOINT_OF_NAMES
};

enum joint name_joint(struct name_word word);

#endif
