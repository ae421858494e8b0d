# Completion of sopconv for bash.
_sopconv() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $previous in
        -o | --out)
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return
            ;;
        --manifest | --register)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        -j | --jobs | --password | --attachment)
            return
            ;;
    esac
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'convert inspect schema doctor --help --version' -- "$current")
    elif [[ $current == -* ]]; then
        local options='--help'
        [[ ${COMP_WORDS[1]} == convert ]] && options='--out --jobs --manifest --register --password --attachment --require-sandbox --help'
        [[ ${COMP_WORDS[1]} == inspect ]] && options='--overlay --password --attachment --require-sandbox --help'
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    elif [[ ${COMP_WORDS[1]} == convert || ${COMP_WORDS[1]} == inspect ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _sopconv sopconv
