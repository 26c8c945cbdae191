/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_html_head.c - what comes before and behind the report on its page of the web */
#include "report/report_html_head.h"

#include <string.h>
#include <strings.h>

#include "atelier/base/base64.h"
#include "atelier/base/language.h"
#include "atelier/domain/printed_office.h"
#include "report/html_text.h"
#include "report/report_outline.h"
#include "report/report_words.h"

/* One column, in the fonts that whoever reads has; dark where they want it, and on paper
 * black on white.  What an entry is, is said by its label: colours only repeat it. */
const char report_html_style[] =
    "<style>\n"
    ":root{color-scheme:light dark;--ink:#1b1b1b;--soft:#555;--line:#ccc;--paper:#fff;"
    "--mark:#14507a}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#b5b5b5;--line:#555;"
    "--paper:#161616;--mark:#8cc4ee}}\n"
    "body{margin:0 auto;max-width:46rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;"
    "color:var(--ink);background:var(--paper);overflow-wrap:anywhere}\n"
    "h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}\n"
    "h2{font-size:1.3rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}\n"
    "h3{font-size:1.1rem;margin:1.5rem 0 .25rem}\n"
    "h4{font-size:1rem;margin:1rem 0 .25rem}\n"
    "p,ul,ol,pre,blockquote{margin:.5rem 0}\n"
    "a{color:var(--mark)}\n"
    "img{max-width:100%;height:auto}\n"
    "pre{white-space:pre-wrap}\n"
    "table{width:100%;border-collapse:collapse;margin:.5rem 0 1rem}\n"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;"
    "border-bottom:1px solid var(--line)}\n"
    "thead th{color:var(--soft);font-size:.85rem}\n"
    "tbody th{font-weight:normal}\n"
    "thead th,td:nth-child(2){overflow-wrap:break-word}\n"
    "@media(max-width:34rem){thead{display:none}tr,tbody th,td{display:block}"
    "tr{padding:.4rem 0;border-bottom:1px solid var(--line)}"
    "tbody th,td{padding:0;border:0}td{color:var(--soft)}"
    ".people td{display:inline}.people td+td:before{content:\" · \"}}\n"
    ".whole{white-space:nowrap}\n"
    "dl{margin:.5rem 0}dt{color:var(--soft);font-size:.85rem}dd{margin:0 0 .4rem}\n"
    "@media(min-width:34rem){dl{display:grid;grid-template-columns:auto 1fr;"
    "column-gap:1.5rem;align-items:baseline}dd{margin:0}}\n"
    "blockquote{border-left:.25rem solid var(--line);padding-left:.8rem;margin-left:0;"
    "margin-right:0}\n"
    ".entry{margin:.9rem 0}.label{font-weight:bold;color:var(--mark);margin-bottom:0}\n"
    ".attention,.recommendation,.decision{border:1px solid var(--line);"
    "border-left:.3rem solid var(--mark);padding:.1rem .8rem}\n"
    ".decision{border-left-style:double;border-left-width:.5rem}\n"
    ".attention{border-left-style:dashed}\n"
    ".note,.quiet,footer,header p{color:var(--soft);font-size:.9rem}\n"
    "header .theme{color:var(--ink);font-size:1.1rem}\n"
    "footer{border-top:1px solid var(--line);margin-top:2rem}\n"
    "@media print{:root{--ink:#000;--soft:#333;--line:#999;--paper:#fff;--mark:#000}"
    "body{max-width:none;padding:0;font-size:10pt}a{text-decoration:none}"
    "h2,h3,h4,.label{break-after:avoid}.entry,tr,blockquote{break-inside:avoid}"
    "nav{display:none}}\n"
    "</style>\n";

/* --- what machines read */

static void
add_meta(struct buffer *page, const char *name, const char *content)
{
    if (!content || !*content)
        return;
    buffer_addf(page, "<meta name=\"%s\" content=\"", name);
    html_add(page, content);
    buffer_add(page, "\">\n");
}

/* Of Open Graph.  Its own attribute is the second: word processors show what has no name
 * as comments beside the text. */
static void
add_graph(struct buffer *page, const char *name, const char *content)
{
    if (!content || !*content)
        return;
    buffer_addf(page, "<meta name=\"og:%s\" property=\"og:%s\" content=\"", name, name);
    html_add(page, content);
    buffer_add(page, "\">\n");
}

static bool
is_web_address(const char *text)
{
    return text && (strncasecmp(text, "https://", 8) == 0 ||
                    strncasecmp(text, "http://", 7) == 0);
}

/* "fr"; what is no language is English. */
static const char *
language_of(const struct report_document *document)
{
    for (size_t i = 0; document->language && languages[i].code; i++)
        if (strncmp(document->language, languages[i].code, strlen(languages[i].code)) ==
            0)
            return languages[i].code;
    return "en";
}

/* As schema.org calls it; NULL: not known. */
static const char *
mode_of(const struct report_document *document)
{
    static const char *const modes[][2] = { { "offline", "Offline" },
                                            { "online", "Online" },
                                            { "mixed", "Mixed" } };

    for (size_t i = 0; document->mode && i < sizeof(modes) / sizeof(modes[0]); i++)
        if (strcmp(document->mode, modes[i][0]) == 0)
            return modes[i][1];
    return NULL;
}

/* In the head, as nothing of it is seen; the body refers to it. */
static void
add_mode(const struct report_document *document, struct buffer *page)
{
    if (mode_of(document))
        buffer_addf(page,
                    "<link id=\"mode\" itemprop=\"eventAttendanceMode\" "
                    "href=\"https://schema.org/%sEventAttendanceMode\">\n",
                    mode_of(document));
}

static void
add_head(const struct report_document *document, const struct report_way *way,
         struct buffer *page)
{
    const char *language = language_of(document);
    struct buffer when = { 0 };

    report_words_add_when(document, &when);
    buffer_addf(page, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n", language);
    buffer_add(page, "<meta charset=\"utf-8\">\n<title>");
    html_add(page, document->title ? document->title : _("Report"));
    buffer_add(page, "</title>\n");
    buffer_add(page, "<meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\">\n");
    if (way) /* word processors, which open what stands alone, show it as a comment */
        buffer_add(page, "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'; "
                         "img-src data:\">\n");
    add_meta(page, "description", document->theme ? document->theme : buffer_text(&when));
    add_graph(page, "type", "article");
    add_graph(page, "title", document->title ? document->title : _("Report"));
    add_graph(page, "description",
              document->theme ? document->theme : buffer_text(&when));
    add_graph(page, "locale", strcmp(language, "fr") == 0 ? "fr_FR" : "en_GB");
    add_graph(page, "site_name", document->office);
    if (is_web_address(document->page_address)) {
        add_graph(page, "url", document->page_address);
        buffer_add(page, "<link rel=\"canonical\" href=\"");
        html_add(page, document->page_address);
        buffer_add(page, "\">\n");
    }
    add_mode(document, page);
    buffer_add(page, report_html_style);
    buffer_add(page, "</head>\n");
    buffer_clear(&when);
}

/* --- the header */

static void
add_paragraph(struct buffer *page, const char *attributes, const char *text)
{
    if (!text || !*text)
        return;
    buffer_addf(page, "<p%s>", attributes);
    html_add(page, text);
    buffer_add(page, "</p>\n");
}

/* In points of the page: so that it stands in its box, and is no larger than it is.  Word
 * processors know nothing of a style for it. */
static unsigned
find_logo_width(const struct buffer *logo)
{
    enum { WIDTH_MOST = 192, HEIGHT_MOST = 80 };
    uint32_t width;
    uint32_t height;

    printed_logo_size(buffer_text(logo), &width, &height);
    if (height > HEIGHT_MOST) {
        width = width * HEIGHT_MOST / height;
        width = width > 0 ? width : 1;
    }
    return width < WIDTH_MOST ? width : WIDTH_MOST;
}

static void
add_logo(const struct report_document *document, struct buffer *page)
{
    if (!printed_logo_is_png(buffer_text(&document->logo), document->logo.length))
        return;
    buffer_add(page, "<p><img alt=\"");
    html_add(page, document->office);
    buffer_addf(page, "\" width=\"%u\"", find_logo_width(&document->logo));
    buffer_add(page, " src=\"data:image/png;base64,");
    base64_add(page, buffer_text(&document->logo), document->logo.length);
    buffer_add(page, "\"></p>\n");
}

/* By which the office is known to machines; who has given it no name has a group. */
static void
add_organiser(const struct report_document *document, struct buffer *page)
{
    if (!document->office) {
        if (document->group) {
            buffer_add(page, "<p>");
            html_add(page, document->group);
            buffer_add(page, "</p>\n");
        }
        return;
    }
    buffer_add(page, "<p itemprop=\"organizer\" itemscope "
                     "itemtype=\"https://schema.org/Organization\">");
    if (is_web_address(document->website)) {
        buffer_add(page, "<a itemprop=\"url\" href=\"");
        html_add(page, document->website);
        buffer_add(page, "\">");
    }
    buffer_add(page, "<span itemprop=\"name\">");
    html_add(page, document->office);
    buffer_add(page, is_web_address(document->website) ? "</span></a>" : "</span>");
    if (document->group) {
        buffer_add(page, " · ");
        html_add(page, document->group);
    }
    buffer_add(page, "</p>\n");
}

static void
begin_time(struct buffer *page, const char *property, const char *moment)
{
    buffer_addf(page, "<time itemprop=\"%s\" datetime=\"", property);
    html_add(page, moment);
    buffer_add(page, "\">");
}

/* The day is when it begins, the hours say when it ends. */
static void
add_when(const struct report_document *document, struct buffer *page)
{
    if (!document->day)
        return;
    buffer_add(page, "<p>");
    if (document->start_iso)
        begin_time(page, "startDate", document->start_iso);
    html_add(page, document->day);
    buffer_add(page, document->start_iso ? "</time>" : "");
    if (document->hours) {
        buffer_add(page, ", <span class=\"whole\">");
        if (document->end_iso)
            begin_time(page, "endDate", document->end_iso);
        html_add(page, document->hours);
        buffer_add(page, document->end_iso ? "</time></span>" : "</span>");
    }
    buffer_add(page, "</p>\n");
}

static void
add_place(const struct report_document *document, struct buffer *page)
{
    if (!document->place)
        return;
    buffer_add(page, "<p itemprop=\"location\" itemscope "
                     "itemtype=\"https://schema.org/Place\"><span itemprop=\"name\">");
    html_add(page, document->place);
    buffer_add(page, "</span></p>\n");
}

/* Back to the pages around it. */
static void
add_way(const struct report_way *way, struct buffer *page)
{
    if (!way)
        return;
    buffer_add(page, "<nav aria-label=\"");
    html_add(page, _("Where you are"));
    buffer_add(page, "\">\n<p><a href=\"");
    html_add(page, way->home);
    buffer_add(page, "\" rel=\"home\">");
    html_add(page, way->home_name);
    buffer_add(page, "</a> · <a href=\"");
    html_add(page, way->above);
    buffer_add(page, "\" rel=\"up\">");
    html_add(page, way->above_name);
    buffer_add(page, "</a></p>\n</nav>\n");
}

void
report_html_begin(const struct report_document *document, const struct report_way *way,
                  struct buffer *page)
{
    struct buffer standing = { 0 };

    add_head(document, way, page);
    /* Said again: word processors take the language of the body. */
    buffer_addf(page, "<body lang=\"%s\" itemscope itemtype=\"https://schema.org/Event\"",
                language_of(document));
    buffer_add(page, mode_of(document) ? " itemref=\"mode\">\n" : ">\n");
    add_way(way, page);
    buffer_add(page, "<header>\n");
    add_logo(document, page);
    add_organiser(document, page);
    buffer_add(page, "<h1 itemprop=\"name\">");
    html_add(page, document->title ? document->title : _("Report"));
    buffer_add(page, "</h1>\n");
    add_paragraph(page, " class=\"theme\" itemprop=\"about\"", document->theme);
    add_when(document, page);
    add_place(document, page);
    report_words_add_standing(document, &standing);
    add_paragraph(page, "", buffer_text(&standing));
    buffer_add(page, "</header>\n<main>\n");
    if (document->description) {
        buffer_add(page, "<div itemprop=\"description\">\n");
        html_add_paragraphs(page, document->description);
        buffer_add(page, "</div>\n");
    }
    buffer_clear(&standing);
}

/* --- the footer */

void
report_html_add_mail(struct buffer *page, const char *email)
{
    struct buffer address = { 0 };

    for (const char *c = email; *c; c++)
        if (*c == '@')
            buffer_add_char(&address, '@');
        else
            html_add_encoded(&address, (const char[]){ *c, '\0' });
    buffer_add(page, "<p><a href=\"mailto:");
    html_add(page, buffer_text(&address));
    buffer_add(page, "\">");
    html_add(page, email);
    buffer_add(page, "</a></p>\n");
    buffer_clear(&address);
}

static void
add_link(struct buffer *page, const char *address)
{
    buffer_add(page, "<a href=\"");
    html_add(page, address);
    buffer_add(page, "\">");
    html_add(page, address);
    buffer_add(page, "</a>");
}

static void
add_contact(const struct report_document *document, struct buffer *page)
{
    if (!report_outline_has_contact(document))
        return;
    buffer_add(page, "<section id=\"contact\">\n<h2>");
    html_add(page, _("Contact"));
    buffer_add(page, "</h2>\n");
    add_paragraph(page, "", document->contact_name);
    if (document->contact_email)
        report_html_add_mail(page, document->contact_email);
    add_paragraph(page, "", document->contact_phone);
    if (is_web_address(document->website)) {
        buffer_add(page, "<p>");
        add_link(page, document->website);
        buffer_add(page, "</p>\n");
    } else {
        add_paragraph(page, "", document->website);
    }
    buffer_add(page, "</section>\n");
}

/* A letter that is written by whoever shares it, and the page's own address. */
static void
add_sharing(const struct report_document *document, struct buffer *page)
{
    const bool has_address = is_web_address(document->page_address);

    buffer_add(page, "<nav aria-label=\"");
    html_add(page, _("Share"));
    buffer_add(page, "\">\n<p><a href=\"mailto:?subject=");
    html_add_encoded(page, document->title ? document->title : _("Report"));
    if (has_address) {
        buffer_add(page, "&amp;body=");
        html_add_encoded(page, document->page_address);
    }
    buffer_add(page, "\">");
    html_add(page, _("Share by e-mail"));
    buffer_add(page, "</a></p>\n");
    if (has_address) {
        buffer_add(page, "<p>");
        html_add(page, _("This page:"));
        buffer_add(page, " ");
        add_link(page, document->page_address);
        buffer_add(page, "</p>\n");
    }
    buffer_add(page, "</nav>\n");
}

void
report_html_end(const struct report_document *document, struct buffer *page)
{
    buffer_add(page, "</main>\n<footer>\n");
    add_contact(document, page);
    add_sharing(document, page);
    html_add_paragraphs(page, document->address);
    html_add_paragraphs(page, document->funding);
    buffer_add(page, "</footer>\n</body>\n</html>\n");
}
