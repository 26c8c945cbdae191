/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markdown.c - a text as CommonMark reads it, by cmark */
#include "report/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/typography.h"

enum { LISTS_MOST = MARKDOWN_DEPTH_MOST + 1 };

struct reading {
    struct markdown *markdown;
    struct typography setting;
    int bold, italic; /* how often it was begun */
    char *address;
    int depth;             /* of lists and quotes that were begun */
    int ignored;           /* those too deep: what is in them stays */
    int items[LISTS_MOST]; /* the next number of each list */
    int lists;
};

/* --- parts and runs */

static struct markdown_part *
begin(struct reading *r, enum markdown_kind kind, int number)
{
    struct markdown *markdown = r->markdown;

    markdown->parts.items =
        memory_grow(markdown->parts.items, &markdown->parts.capacity,
                    markdown->parts.count + 1, sizeof(*markdown->parts.items));
    struct markdown_part *part = &markdown->parts.items[markdown->parts.count++];
    *part = (struct markdown_part){ kind, number, markdown->runs.count, 0 };
    r->setting.last = 0;
    r->setting.is_quoted = false;
    return part;
}

static unsigned
style_of(const struct reading *r)
{
    return (r->bold > 0 ? MARKDOWN_BOLD : 0U) | (r->italic > 0 ? MARKDOWN_ITALIC : 0U);
}

/* Leaves out what no page may get, and what may be typed as &#27; nevertheless: controls,
 * and signs that turn the direction of what follows. */
static char *
clean(const char *text)
{
    struct buffer kept = { 0 };

    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        const bool is_control = (*c < ' ' && *c != '\n') || *c == 0x7F;
        const bool is_c1 = c[0] == 0xC2 && c[1] >= 0x80 && c[1] <= 0x9F;
        const bool turns =
            c[0] == 0xE2 && ((c[1] == 0x80 && c[2] >= 0xAA && c[2] <= 0xAE) ||
                             (c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9));
        if (turns)
            c += 2;
        else if (is_c1)
            c++;
        else if (*c == '\t')
            buffer_add_char(&kept, ' ');
        else if (!is_control)
            buffer_add_char(&kept, (char)*c);
    }
    return kept.text ? buffer_take(&kept) : memory_copy("");
}

static void
add_run(struct reading *r, const char *text, unsigned style)
{
    struct markdown *markdown = r->markdown;

    if (markdown->parts.count == 0)
        (void)begin(r, MARKDOWN_PARAGRAPH, 0);
    markdown->runs.items =
        memory_grow(markdown->runs.items, &markdown->runs.capacity,
                    markdown->runs.count + 1, sizeof(*markdown->runs.items));
    markdown->runs.items[markdown->runs.count++] =
        (struct markdown_run){ clean(text), style, memory_copy(r->address) };
    markdown->parts.items[markdown->parts.count - 1].runs++;
}

static void
add_set(struct reading *r, const char *text)
{
    struct buffer set = { 0 };

    typography_add(&r->setting, text, &set);
    if (set.length > 0)
        add_run(r, buffer_text(&set), style_of(r));
    buffer_clear(&set);
}

static void
add_as_it_is(struct reading *r, const char *text, unsigned style)
{
    typography_pass(&r->setting);
    add_run(r, text, style);
}

/* --- addresses */

/* The address in signs that every page takes; NULL: it is none to follow. */
static char *
link_of(const char *address)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:" };
    struct buffer link = { 0 };
    bool is_known = false;

    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
        is_known =
            is_known || (strncasecmp(address, schemes[i], strlen(schemes[i])) == 0 &&
                         address[strlen(schemes[i])]);
    if (!is_known)
        return NULL;
    for (const unsigned char *c = (const unsigned char *)address; *c; c++)
        if (*c <= ' ' || *c >= 0x7F || strchr("\"<>\\^`{|}'", *c))
            buffer_addf(&link, "%%%02X", *c);
        else
            buffer_add_char(&link, (char)*c);
    return buffer_take(&link);
}

/* --- what cmark found */

static void
enter_list(struct reading *r, cmark_node *node)
{
    if (r->depth == MARKDOWN_DEPTH_MOST) {
        r->ignored++;
        return;
    }
    const bool is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    const int start = is_ordered ? cmark_node_get_list_start(node) : -1;
    r->depth++;
    r->items[r->lists++] = start;
    (void)begin(r, MARKDOWN_LIST, start);
}

static void
enter_item(struct reading *r)
{
    if (r->ignored > 0)
        return;
    int *next = &r->items[r->lists - 1];
    (void)begin(r, MARKDOWN_ITEM, *next);
    if (*next >= 0)
        ++*next;
}

static void
enter_quote(struct reading *r)
{
    if (r->depth == MARKDOWN_DEPTH_MOST) {
        r->ignored++;
        return;
    }
    r->depth++;
    (void)begin(r, MARKDOWN_QUOTE, 0);
}

static void
enter_code(struct reading *r, const char *text)
{
    const size_t length = strlen(text);
    const size_t cut = length > 0 && text[length - 1] == '\n';

    (void)begin(r, MARKDOWN_CODE, 0);
    char *lines = memory_copy_part(text, length - cut);
    add_run(r, lines, MARKDOWN_MONO);
    free(lines);
}

/* Shown as it was typed. */
static void
enter_html(struct reading *r, const char *text)
{
    (void)begin(r, MARKDOWN_PARAGRAPH, 0);
    while (*text) {
        const size_t length = strcspn(text, "\n");
        char *line = memory_copy_part(text, length);
        add_as_it_is(r, line, 0);
        free(line);
        text += length;
        if (*text && *++text)
            add_as_it_is(r, "\n", 0);
    }
}

static void
enter(struct reading *r, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        (void)begin(r, MARKDOWN_PARAGRAPH, 0);
        break;
    case CMARK_NODE_HEADING:
        (void)begin(r, MARKDOWN_HEADING, cmark_node_get_heading_level(node));
        break;
    case CMARK_NODE_CODE_BLOCK:
        enter_code(r, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_HTML_BLOCK:
        enter_html(r, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        (void)begin(r, MARKDOWN_LINE, 0);
        break;
    case CMARK_NODE_LIST:
        enter_list(r, node);
        break;
    case CMARK_NODE_ITEM:
        enter_item(r);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        enter_quote(r);
        break;
    case CMARK_NODE_TEXT:
        add_set(r, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
        add_set(r, " ");
        break;
    case CMARK_NODE_LINEBREAK:
        add_run(r, "\n", style_of(r));
        r->setting.last = '\n';
        break;
    case CMARK_NODE_CODE:
        add_as_it_is(r, cmark_node_get_literal(node), style_of(r) | MARKDOWN_MONO);
        break;
    case CMARK_NODE_HTML_INLINE:
        add_as_it_is(r, cmark_node_get_literal(node), style_of(r));
        break;
    case CMARK_NODE_STRONG:
        r->bold++;
        break;
    case CMARK_NODE_EMPH:
        r->italic++;
        break;
    case CMARK_NODE_LINK:
        r->address = link_of(cmark_node_get_url(node));
        break;
    default: /* the document; of a picture its words stay */
        break;
    }
}

static void
leave_container(struct reading *r, enum markdown_kind end)
{
    if (r->ignored > 0) {
        r->ignored--;
        return;
    }
    r->depth--;
    if (end == MARKDOWN_LIST_END)
        r->lists--;
    (void)begin(r, end, 0);
}

static void
leave(struct reading *r, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST:
        leave_container(r, MARKDOWN_LIST_END);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        leave_container(r, MARKDOWN_QUOTE_END);
        break;
    case CMARK_NODE_ITEM:
        if (r->ignored == 0)
            (void)begin(r, MARKDOWN_ITEM_END, 0);
        break;
    case CMARK_NODE_STRONG:
        r->bold--;
        break;
    case CMARK_NODE_EMPH:
        r->italic--;
        break;
    case CMARK_NODE_LINK:
        free(r->address);
        r->address = NULL;
        break;
    default:
        break;
    }
}

static void
read_nodes(struct reading *r, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter(r, cmark_iter_get_node(iter));
        else
            leave(r, cmark_iter_get_node(iter));
    }
    cmark_iter_free(iter);
}

static void
read_text(const char *text, const char *language, struct markdown *markdown)
{
    struct reading r = { .markdown = markdown, .setting = typography_of(language) };
    const size_t length = strlen(text);

    if (length > MARKDOWN_MOST) {
        (void)begin(&r, MARKDOWN_PARAGRAPH, 0);
        add_set(&r, text);
        return;
    }
    cmark_node *document = cmark_parse_document(text, length, CMARK_OPT_DEFAULT);
    cmark_consolidate_text_nodes(document);
    read_nodes(&r, document);
    cmark_node_free(document);
}

/* Who was erased is called so in the language of the document. */
void
markdown_read(const char *text, const char *language, struct markdown *markdown)
{
    struct buffer shown = { 0 };

    erased_mark_show_in(language, text, &shown);
    read_text(buffer_text(&shown), language, markdown);
    buffer_clear(&shown);
}

void
markdown_clear(struct markdown *markdown)
{
    for (size_t i = 0; i < markdown->runs.count; i++) {
        free(markdown->runs.items[i].text);
        free(markdown->runs.items[i].address);
    }
    free(markdown->runs.items);
    free(markdown->parts.items);
    *markdown = (struct markdown){ 0 };
}

void
markdown_add_plain(const struct markdown *markdown, struct buffer *to)
{
    for (size_t i = 0; i < markdown->parts.count; i++) {
        const struct markdown_part *part = &markdown->parts.items[i];
        if (part->runs > 0 && to->length > 0)
            buffer_add_char(to, ' ');
        for (size_t j = 0; j < part->runs; j++)
            buffer_add(to, markdown->runs.items[part->first + j].text);
    }
}

bool
markdown_hides_address(const struct markdown_run *runs, size_t count)
{
    const char *address = runs[0].address;

    if (!address ||
        (count > 1 && runs[1].address && strcmp(runs[1].address, address) == 0))
        return false;
    if (strncmp(address, "mailto:", strlen("mailto:")) == 0)
        address += strlen("mailto:");
    return strcmp(address, runs[0].text) != 0;
}
