# A calendar in which a slot and a day have other hours than in the one that was sent.
exec /bin/sed 's/20270520T140000/20270520T143000/; s/20270521T090000/20270521T100000/' \
    "$1" >"$2"
