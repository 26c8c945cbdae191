# A list of 40,000 people: long enough to be stopped while it is read.
exec awk -v OFS=, -v to="$1" 'BEGIN {
    print "family name", "given name", "e-mail" > to
    for (i = 0; i < 40000; i++)
        print "Nom" i, "Ida", "p" i "@example.org" > to
}'
