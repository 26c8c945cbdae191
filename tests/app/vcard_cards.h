/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_cards.h - address cards as programs write them, of invented people, and the row
 * that each becomes */
#ifndef ATELIER_TESTS_APP_VCARD_CARDS_H
#define ATELIER_TESTS_APP_VCARD_CARDS_H

static const struct {
    const char *card;
    const char *expected;
} written[] = {
    /* Google Contacts */
    { "BEGIN:VCARD\nVERSION:3.0\nFN:Mme Élise Kérouan\nN:Kérouan;Élise;Anne;Mme;\n"
      "item1.EMAIL;TYPE=INTERNET:perso@exemple.test\nitem1.X-ABLabel:\n"
      "EMAIL;TYPE=INTERNET;TYPE=WORK:elise@ville.test\nTEL;TYPE=CELL:+33 6 99 00 11 22\n"
      "TEL;TYPE=WORK:+33 1 99 00 11 22\n"
      "item2.ORG:Ville de Périgny\nitem2.TITLE:Maire\nNOTE:Train de 9h\\, voiture 3\n"
      "CATEGORIES:myContacts\nEND:VCARD\n",
      "1: Kérouan|Élise Anne|Mme|elise@ville.test|+33 1 99 00 11 22, +33 6 99 00 11 22|"
      "Ville de Périgny|Maire||Train de 9h, voiture 3" },
    /* Google: a name that was typed in one word */
    { "BEGIN:VCARD\nVERSION:3.0\nFN:Anne Aubry\nN:;Anne Aubry;;;\nEND:VCARD\n",
      "1: Aubry|Anne|||||||" },
    /* Telephones: the whole name as N, a family name alone, a role beside the title */
    { "BEGIN:VCARD\nVERSION:3.0\nFN:Sophie Petit\nN:Sophie Petit;;;;\nEND:VCARD\n",
      "1: Petit|Sophie|||||||" },
    { "BEGIN:VCARD\nVERSION:3.0\nN:MARTIN\nFN:Sophie MARTIN\nEND:VCARD\n",
      "1: Martin|Sophie|||||||" },
    { "BEGIN:VCARD\nVERSION:3.0\nN:Petit;Ada\nFN:Ada Petit\nTITLE:Directrice\n"
      "ROLE:Élue référente\nEND:VCARD\n",
      "1: Petit|Ada|||||||Directrice, Élue référente" },
    /* iOS */
    { "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.4//EN\r\n"
      "N:de la Tour;Anne;;Dr;\r\nFN:Dr Anne de la Tour\r\n"
      "ORG:Métropole;Direction mobilité;\r\nTITLE:Directrice\r\n"
      "EMAIL;type=INTERNET;type=HOME:a@maison.test\r\n"
      "EMAIL;type=INTERNET;type=WORK;type=pref:a@metropole.test\r\n"
      "TEL;type=WORK;type=FAX:01 99 00 00 00\r\n"
      "TEL;type=CELL;type=VOICE;type=pref:06 99 00 11 22\r\n"
      "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/\r\n ABCD\r\n"
      "X-ABADR:fr\r\nEND:VCARD\r\n",
      "1: de la Tour|Anne|Dr|a@metropole.test|06 99 00 11 22|Métropole|Directrice||" },
    /* Outlook, 2.1 */
    { "BEGIN:VCARD\r\nVERSION:2.1\r\n"
      "N;LANGUAGE=fr;CHARSET=Windows-1252:Kerouan;Ma=EBlle\r\n"
      "FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:K=E9rouan\r\n"
      "N;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:K=E9rouan;Ma=EBlle\r\n"
      "END:VCARD\r\n",
      "1: Kerouan|Ma=EBlle|||||||" },
    { "BEGIN:VCARD\r\nVERSION:2.1\r\n"
      "N;LANGUAGE=fr;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:K=E9rouan;Ma=EBlle;;"
      "Mme\r\n"
      "ORG;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:R=E9gion Hauts-de-=\r\n"
      "France, si=E8ge;Transports\r\nTITLE:Chef\r\nNOTE;ENCODING=QUOTED-PRINTABLE:"
      "Ligne 1=0D=0A=\r\nLigne=202\r\n"
      "TEL;WORK;VOICE:01 99 00 11 22\r\nEMAIL;PREF;INTERNET:m@region.test\r\n"
      "PHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRgABAQAAAQABAAD=\r\n\r\n"
      "REV:20270301T090000Z\r\nEND:VCARD\r\n",
      "1: Kérouan|Maëlle|Mme|m@region.test|01 99 00 11 22|Région Hauts-de-France, siège|"
      "Chef||Ligne 1\nLigne 2" },
    { "BEGIN:VCARD\r\nVERSION:2.1\r\n"
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=A9raud;L=C3=A9o\r\n"
      "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:P=C3=A9rigueux\r\n"
      "TITLE;CHARSET=ISO-8859-2;QUOTED-PRINTABLE:Starosta =A3=F3d=BC\r\n"
      "NOTE;CHARSET=UTF-8;QUOTED-PRINTABLE:caf=C3=A9\r\nEND:VCARD\r\n",
      "1: Béraud|Léo||||Périgueux|Starosta Łódź||café" },
    /* Thunderbird, 4.0 */
    { "BEGIN:VCARD\r\nVERSION:4.0\r\nEMAIL;PREF=2:b@exemple.test\r\n"
      "EMAIL;PREF=1:a@exemple.test\r\nFN:Luc Petitot\r\nN:Petitot;Luc;;;\r\n"
      "TEL;VALUE=TEXT:0199001122\r\nLANG:fr-FR\r\n"
      "UID:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r\nEND:VCARD\r\n",
      "1: Petitot|Luc||a@exemple.test|0199001122|||fr|" },
    /* Nextcloud, 4.0 with URIs and quoted types */
    { "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Léo Costa\r\nKIND:individual\r\n"
      "N;SORT-AS=\"Costa;,Leo\":Costa;Léo;;;\r\n"
      "TEL;VALUE=uri;PREF=1;TYPE=\"voice,work\":tel:+33-1-99-00-11-22;ext=12\r\n"
      "EMAIL;TYPE=work:mailto:leo%40costa.test?subject=x\r\n"
      "ROLE:Élu\r\nPHOTO:data:image/png;base64,iVBORw0KGgo=\r\nEND:VCARD\r\n",
      "1: Costa|Léo||leo@costa.test|+33-1-99-00-11-22 ext. 12||||Élu" },
    /* KAddressBook */
    { "BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL;TYPE=PREF:k@exemple.test\r\nFN:Anna Müller\r\n"
      "N:Müller;Anna;;;Jr.\r\nORG:Verein\\, e.V.\r\nX-KADDRESSBOOK-OPENPGPFP:\r\n"
      "NOTE:eins\\nzwei\r\nEND:VCARD\r\n\r\n",
      "1: Müller|Anna Jr.||k@exemple.test||Verein, e.V.|||eins\nzwei" },
    /* Samsung, 2.1 */
    { "BEGIN:VCARD\r\n"
      "VERSION:2.1\r\n"
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=61=6E=67=65=72;=4A=C3=B6=72=67;;;"
      "\r\n"
      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4A=C3=B6=72=67=20=4C=61=6E=67=65="
      "72\r\n"
      "TEL;CELL;PREF:+491511234567\r\n"
      "TEL;X-Festnetz:030 1234567\r\n"
      "EMAIL;HOME:joerg@langer.test\r\n"
      "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=53=74=61=64=74=20=4B=C3=B6=6C=6E\r\n"
      "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Jo;1;;;;;;;;;;;;;\r\n"
      "X-GROUP-MEMBERSHIP:My Contacts\r\n"
      "END:VCARD\r\n",
      "1: Langer|Jörg||joerg@langer.test|+491511234567, 030 1234567|Stadt Köln|||" },
    /* Evolution */
    { "BEGIN:VCARD\r\n"
      "VERSION:3.0\r\n"
      "UID:pas-id-5F0A\r\n"
      "FN:Dr. Eva Brandt\r\n"
      "N:Brandt;Eva;;Dr.;\r\n"
      "X-EVOLUTION-FILE-AS:Brandt\\, Eva\r\n"
      "ORG:Amt für Umwelt;Referat 2;\r\n"
      "TITLE:Referentin\r\n"
      "EMAIL;X-EVOLUTION-UI-SLOT=2;TYPE=HOME:eva@brandt.test\r\n"
      "EMAIL;X-EVOLUTION-UI-SLOT=1;TYPE=WORK:eva@amt.test\r\n"
      "TEL;X-EVOLUTION-UI-SLOT=1;TYPE=\"WORK,VOICE\":+49 30 1234567\r\n"
      "X-MOZILLA-HTML:FALSE\r\n"
      "CATEGORIES:Umwelt,Rat\r\n"
      "REV:2026-11-01T10:00:00Z(1)\r\n"
      "END:VCARD\r\n",
      "1: Brandt|Eva|Dr.|eva@amt.test|+49 30 1234567|Amt für Umwelt|Referentin||" },
    /* Proton: no N */
    { "BEGIN:VCARD\r\n"
      "VERSION:4.0\r\n"
      "PRODID;VALUE=TEXT:-//ProtonMail//ProtonMail vCard 1.0.0//EN\r\n"
      "FN;PREF=1:Nora Vidal\r\n"
      "ITEM1.EMAIL;PREF=1:nora@vidal.test\r\n"
      "ITEM1.KEY;PREF=1:data:application/pgp-keys;base64,xsBN\r\n"
      "ITEM1.X-PM-ENCRYPT:true\r\n"
      "UID:proton-web-1\r\n"
      "TEL;PREF=1:+34 600 12 34 56\r\n"
      "END:VCARD\r\n",
      "1: Vidal|Nora||nora@vidal.test|+34 600 12 34 56||||" },
    /* Fastmail */
    { "BEGIN:VCARD\r\n"
      "VERSION:3.0\r\n"
      "PRODID:-//CyrusIMAP.org//Cyrus 3.9//EN\r\n"
      "UID:f-1\r\n"
      "FN:Mr Tom van Dijk\r\n"
      "N:van Dijk;Tom;;Mr;\r\n"
      "EMAIL;TYPE=work,pref:tom@dijk.test\r\n"
      "EMAIL;TYPE=home:thuis@dijk.test\r\n"
      "TEL;TYPE=mobile:+31 6 12345678\r\n"
      "ORG:Gemeente Delft;;\r\n"
      "ADR;TYPE=work:;;Markt 1;Delft;;2611;NL\r\n"
      "NICKNAME:\r\n"
      "BDAY:\r\n"
      "END:VCARD\r\n",
      "1: van Dijk|Tom|Mr|tom@dijk.test|+31 6 12345678|Gemeente Delft|||" },
    /* Zimbra: the family name first in FN */
    { "BEGIN:VCARD\r\n"
      "VERSION:3.0\r\n"
      "FN:Duval, Inès\r\n"
      "N:Duval;Inès\r\n"
      "TEL;TYPE=work,voice:05 99 00 11 22\r\n"
      "EMAIL;TYPE=internet:ines@duval.test\r\n"
      "ORG:Conseil départemental;Eau\r\n"
      "TITLE:Chargée de mission\r\n"
      "URL;TYPE=work:https://example.org\r\n"
      "X-ZIMBRA-IMADDRESS1:other://ines\r\n"
      "REV:2026-10-01T08:00:00Z\r\n"
      "END:VCARD\r\n",
      "1: Duval|Inès||ines@duval.test|05 99 00 11 22|Conseil départemental|Chargée de "
      "mission||" },
    /* Roundcube */
    { "BEGIN:VCARD\r\n"
      "VERSION:3.0\r\n"
      "N:Conti;Giulia;Maria;Dott.ssa;\r\n"
      "FN:Dott.ssa Giulia Maria Conti\r\n"
      "ORG;TYPE=work:Regione\r\n"
      "TITLE;TYPE=work:Dirigente\r\n"
      "X-DEPARTMENT;TYPE=work:Acque\r\n"
      "EMAIL;TYPE=INTERNET,WORK:giulia@regione.test\r\n"
      "TEL;TYPE=work:06 1234567\r\n"
      "X-GENDER:female\r\n"
      "NOTE:Solo mattina\\; treno\r\n"
      "END:VCARD\r\n",
      "1: Conti|Giulia Maria|Dott.ssa|giulia@regione.test|06 "
      "1234567|Regione|Dirigente||Solo mattina; treno" },
    /* Outlook, 3.0 */
    { "BEGIN:VCARD\r\n"
      "VERSION:3.0\r\n"
      "N:Weber;Petra;;;\r\n"
      "FN:Petra Weber\r\n"
      "EMAIL;TYPE=INTERNET,HOME:petra@weber.test\r\n"
      "ORG:Weber GmbH;\r\n"
      "TITLE:Geschäftsführerin\r\n"
      "TEL;TYPE=WORK,VOICE:+49 (0)89 123456\r\n"
      "TEL;TYPE=WORK,FAX:+49 89 123457\r\n"
      "X-MS-IMADDRESS:sip:petra@weber.test\r\n"
      "X-MS-OL-DESIGN;CHARSET=utf-8:<card "
      "xmlns=\"http://schemas.microsoft.com/office/outlook/12/electronicbusinesscards\" "
      "ver=\"1.0\"></card>\r\n"
      "REV:20261001T080000Z\r\n"
      "END:VCARD\r\n",
      "1: Weber|Petra||petra@weber.test|+49 (0)89 123456|Weber "
      "GmbH|Geschäftsführerin||" },
    /* DAVx5, 4.0 */
    { "BEGIN:VCARD\r\n"
      "VERSION:4.0\r\n"
      "PRODID:DAVx5/4.4-ose ez-vcard/0.12.1\r\n"
      "UID:d-1\r\n"
      "FN:Sofía Romero Díaz\r\n"
      "N:Romero Díaz;Sofía;;Dª;\r\n"
      "ORG:Ayuntamiento de Soria;Movilidad\r\n"
      "group1.X-ABLabel:Despacho\r\n"
      "group1.TEL:+34 975 12 34 56\r\n"
      "EMAIL;TYPE=work;PREF=1:sofia@soria.test\r\n"
      "X-PHONETIC-FIRST-NAME:\r\n"
      "NOTE:Llega en tren\\, a las 9\r\n"
      "REV:20261101T100000Z\r\n"
      "END:VCARD\r\n",
      "1: Romero Díaz|Sofía|Dª|sofia@soria.test|+34 975 12 34 56|Ayuntamiento de "
      "Soria|||Llega en tren, a las 9" },
    /* SOGo: fields without a value */
    { "BEGIN:VCARD\r\n"
      "VERSION:3.0\r\n"
      "UID:s-1.vcf\r\n"
      "CLASS:PUBLIC\r\n"
      "PROFILE:VCARD\r\n"
      "N:Lemaître;Jeanne\r\n"
      "FN:Jeanne Lemaître\r\n"
      "EMAIL;TYPE=work:jeanne@lemaitre.test\r\n"
      "EMAIL;TYPE=home:\r\n"
      "TEL;TYPE=work:\r\n"
      "TEL;TYPE=cell:06-99-00-11-22\r\n"
      "ORG:;\r\n"
      "X-AIM:\r\n"
      "MAILER:\r\n"
      "END:VCARD\r\n",
      "1: Lemaître|Jeanne||jeanne@lemaitre.test|06-99-00-11-22||||" },
    /* Nokia, 2.1 */
    { "BEGIN:VCARD\r\n"
      "VERSION:2.1\r\n"
      "REV:20100101T120000Z\r\n"
      "N:Boer;Jan;;;\r\n"
      "TEL;PREF;CELL;VOICE:0612345678\r\n"
      "EMAIL:jan@boer.test\r\n"
      "ORG:Waterschap\r\n"
      "TITLE:Dijkgraaf\r\n"
      "X-CLASS:private\r\n"
      "END:VCARD\r\n",
      "1: Boer|Jan||jan@boer.test|0612345678|Waterschap|Dijkgraaf||" },
};

#endif
