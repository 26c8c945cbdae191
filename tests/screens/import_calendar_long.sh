# A calendar of 91 events, of which the first one alone is doubtful: it has no time zone.
exec >"$1"
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\n'
day=0
while [ $day -lt 91 ]; do
    date=$(printf '2027%02d%02d' $((4 + day / 28)) $((1 + day % 28)))
    zone=';TZID=Europe/Paris'
    [ $day -gt 0 ] || zone=
    printf 'BEGIN:VEVENT\r\nUID:long-%s@example.org\r\nSUMMARY:Visite %s\r\n' $day $day
    printf 'DTSTART%s:%sT093000\r\nDTEND%s:%sT123000\r\nEND:VEVENT\r\n' \
        "$zone" "$date" "$zone" "$date"
    day=$((day + 1))
done
printf 'END:VCALENDAR\r\n'
