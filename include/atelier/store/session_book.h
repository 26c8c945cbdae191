/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session_book.h - who has the screens open, and who else has the file
 *
 * A book in FILE.queue, a page for each session.  Its process holds a lock on a byte of
 * its own, which the kernel lets go when the process ends, however it ends: a page whose
 * byte nobody holds says nothing.  Nothing of it is in the database, so that coming and
 * going wakes no colleague and waits for no disk.
 */
#ifndef ATELIER_STORE_SESSION_BOOK_H
#define ATELIER_STORE_SESSION_BOOK_H

#include "atelier/domain/open_session.h"
#include "atelier/store/database.h"

struct open_session_list {
    struct open_session *items;
    size_t count;
    size_t capacity;
};

void open_session_list_clear(struct open_session_list *list);

/* Keeps others out of the book for the moment between counting and entering; after a
 * second without them. */
void session_book_hold(struct database *db);
void session_book_release(struct database *db);

/* Takes a page, until the database is closed, and sets its place and a number that no
 * session had before; 0 where none can be written, as in memory, on a file that is only
 * read, or when all are taken. */
void session_book_enter(struct database *db, struct open_session *own);
/* Writes the own page anew. */
void session_book_note(struct database *db, const struct open_session *own);

/* All who are in, by number; with `others` also who has the file open besides. */
void session_book_list(struct database *db, bool others, struct open_session_list *list);
bool session_book_is_open(struct database *db, const struct open_session *session);

/* Asks a session to end, and nobody who took its place.  False when its page cannot be
 * written. */
bool session_book_ask(struct database *db, const struct open_session *session,
                      const char *login);
/* Who asked the own session to end; false when nobody did. */
bool session_book_is_asked(struct database *db, const struct open_session *own,
                           char login[OPEN_SESSION_LOGIN_MOST]);

#endif
