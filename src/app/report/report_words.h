/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_words.h - the words around the entries of a report, in its language */
#ifndef ATELIER_APP_REPORT_WORDS_H
#define ATELIER_APP_REPORT_WORDS_H

#include "atelier/domain/report_document.h"

/* Speaks the document's language, and afterwards again what was spoken: the caller hands
 * back what it got, which is freed. */
char *report_words_begin(const struct report_document *document);
void report_words_end(char *spoken);

/* "Decision"; NULL: a finding is not called one. */
const char *report_words_kind(int64_t kind);

/* "Owner: Ville de Lille · Due: 30 June 2017"; nothing when nothing is known. */
void report_words_add_note(const struct report_line *line, struct buffer *text);

/* "led by Anna Müller; with Léo Colas" */
void report_words_add_people(const struct report_part *part, struct buffer *text);

/* "Ville de Lille · Hauts-de-France" */
void report_words_add_holder(const struct report_project *project, struct buffer *text);

/* "Anna Müller, director" */
void report_words_add_person(const struct report_person *person, struct buffer *text);

/* "12 people" */
void report_words_add_count(int64_t people, struct buffer *text);

/* "Draft · Report no. 4 · Version 2" */
void report_words_add_standing(const struct report_document *document,
                               struct buffer *text);

/* "Thursday 16 March 2017, 09:30–16:30" */
void report_words_add_when(const struct report_document *document, struct buffer *text);

#endif
