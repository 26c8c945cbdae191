# SPDX-License-Identifier: GPL-3.0-or-later
# atelier.bash - completion of atelier's command line in bash: its nouns, verbs, options
# and the values of options, as "atelier docs commands" lists them

# Offers what may stand where an argument of that name is wanted: FILE, FOLDER, or one|other.
_atelier_value()
{
    case $1 in
    FOLDER)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$2")
        ;;
    FILE)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$2")
        ;;
    *'|'*)
        local choices=${1#'['}
        choices=${choices%']'}
        mapfile -t COMPREPLY < <(compgen -W "${choices//'|'/ }" -- "$2")
        ;;
    esac
}

_atelier()
{
    local - program=$1 current=$2 command i
    local -a cells=()
    local IFS=$'\t\n'
    set -f # a cell is no pattern
    local noun='' command_known='' awaited='' position=0
    local -A operands=() wants=()
    COMPREPLY=()

    # ~/bin/atelier is what was typed: the shell has not read it yet.
    [[ $program != '~/'* ]] || program=$HOME/${program#'~/'}
    # Split at once: "read" would take the rows of a pipe letter by letter.
    # shellcheck disable=SC2207
    cells=($("$program" docs commands 2>/dev/null | cut -f1-3))
    IFS=$' \t\n'
    for ((i = 0; i + 2 < ${#cells[@]}; i += 3)); do
        if [[ ${cells[i + 1]} == - ]]; then
            operands[${cells[i]}]=${cells[i + 2]}
        else
            wants["${cells[i]} ${cells[i + 1]}"]=${cells[i + 2]}
        fi
    done

    # What stands before the cursor: a noun, its verb, operands, options and their values.
    for ((i = 1; i < COMP_CWORD; i++)); do
        local word=${COMP_WORDS[i]}
        if [[ $word == '=' ]]; then
            continue
        elif [[ -n $awaited ]]; then
            awaited=
        elif [[ $word == --* ]]; then
            awaited=${wants["$command_known $word"]-${wants["- $word"]-}}
            [[ $awaited != - ]] || awaited=
            [[ $word != --confined || ${COMP_WORDS[i + 1]-} != '=' ]] || awaited=FOLDER
        elif [[ -z $noun ]]; then
            noun=$word
            [[ -z ${operands[$noun]-} ]] || command_known=$noun
        elif [[ $position == 0 && -n ${operands["$noun $word"]-} ]]; then
            command_known="$noun $word"
        else
            position=$((position + 1))
        fi
    done

    [[ $current != '=' ]] || current=
    if [[ -n $awaited && $current != --* ]]; then
        _atelier_value "$awaited" "$current"
    elif [[ $current == -* ]]; then
        local -a names=()
        for ((i = 0; i + 2 < ${#cells[@]}; i += 3)); do
            [[ ${cells[i + 1]} == - ||
                ${cells[i]} != "$command_known" && ${cells[i]} != - ]] ||
                names+=("${cells[i + 1]}")
        done
        [[ $COMP_CWORD != 1 ]] || names+=(--confined)
        mapfile -t COMPREPLY < <(compgen -W "${names[*]}" -- "$current" | sort -u)
    else
        local -a next=()
        for command in "${!operands[@]}"; do
            if [[ -z $noun ]]; then
                next+=("${command%% *}")
            elif [[ $command == "$noun "* && $command_known != *' '* ]]; then
                next+=("${command#* }")
            fi
        done
        mapfile -t COMPREPLY < <(compgen -W "${next[*]}" -- "$current" | sort -u)
        if [[ -n $command_known && ${#COMPREPLY[@]} == 0 ]]; then
            local -a places=()
            read -r -a places <<<"${operands[$command_known]}"
            _atelier_value "${places[position]-}" "$current"
        fi
    fi
}

complete -F _atelier atelier
