// SPDX-License-Identifier: GPL-3.0-or-later
// read_with_kcalendarcore.cpp - what KOrganizer's library reads in a calendar
//
// Usage: read_with_kcalendarcore FILE.  Prints the lines that calendar_readers.py
// describes.
#include <cstdio>

#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QCoreApplication>
#include <QTimeZone>

static QByteArray escaped(QString text)
{
    text.replace(QLatin1String("\\"), QLatin1String("\\\\"));
    text.replace(QLatin1String("\t"), QLatin1String("\\t"));
    text.replace(QLatin1String("\n"), QLatin1String("\\n"));
    return text.toUtf8();
}

static QString status(const KCalendarCore::Event::Ptr &event)
{
    switch (event->status()) {
    case KCalendarCore::Incidence::StatusTentative:
        return QStringLiteral("TENTATIVE");
    case KCalendarCore::Incidence::StatusConfirmed:
        return QStringLiteral("CONFIRMED");
    case KCalendarCore::Incidence::StatusCanceled:
        return QStringLiteral("CANCELLED");
    default:
        return QString();
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    KCalendarCore::MemoryCalendar::Ptr calendar(
        new KCalendarCore::MemoryCalendar(QTimeZone::utc()));
    KCalendarCore::ICalFormat format;

    if (argc != 2 || !format.load(calendar, QString::fromLocal8Bit(argv[1])))
        return 1;
    const auto events = calendar->rawEvents();
    for (const auto &event : events) {
        const QByteArray parts[] = {
            escaped(event->uid()),
            QByteArray::number(event->dtStart().toSecsSinceEpoch()),
            QByteArray::number(event->dtEnd().toSecsSinceEpoch()),
            escaped(event->summary()),
            escaped(event->location()),
            escaped(event->description()),
            escaped(event->categories().join(QLatin1Char('|'))),
            escaped(status(event)),
        };
        const char *mark = "";
        for (const QByteArray &part : parts) {
            std::printf("%s%s", mark, part.constData());
            mark = "\t";
        }
        std::puts("");
    }
    return 0;
}
