# Seventy findings of one word: search_reports_many.sh DATABASE
i=0
while [ "$i" -lt 70 ]; do
    i=$((i + 1))
    echo "Zebra crossing $i is worn"
done | "$ATELIER_LIBEXECDIR/atelier" --database "$1" report add 2
