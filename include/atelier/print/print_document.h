/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_document.h - what atelier-print does: makes a document of what it is told */
#ifndef ATELIER_PRINT_PRINT_DOCUMENT_H
#define ATELIER_PRINT_PRINT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/error.h"

/* The most that is read of a request. */
enum { PRINT_REQUEST_MOST = 64 * 1024 * 1024 };

/*
 * Reads the request from one descriptor and writes the document, a PDF, to the other.
 *
 * On standard output it tells how far it is ("3 12": pages), and before the first page
 * each sign that no font has, with whom it is about ("! U+10330 Name").
 */
bool print_document(int request, int document, struct error *err);

#endif
