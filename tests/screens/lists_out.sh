# More people than a clipboard takes addresses of, as CSV.
exec >"$1"
echo "Family name;Given name;E-mail"
i=1000
while [ $i -lt 1950 ]; do
    echo "Dupont$i;Ana;personne$i@un-nom-de-domaine-assez-long.example.org"
    i=$((i + 1))
done
