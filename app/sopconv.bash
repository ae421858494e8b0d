# Completion of sopconv for bash.
_sopconv() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $previous in
        --format)
            mapfile -t COMPREPLY < <(compgen -W 'json ndjson csv' -- "$current")
            return
            ;;
        --log)
            mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current")
            return
            ;;
        --log-level)
            mapfile -t COMPREPLY < <(compgen -W 'info warning error' -- "$current")
            return
            ;;
        -o | --out | --templates | --report)
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return
            ;;
        --manifest | --register | --taxonomy | --archive | --metrics | --config)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        -j | --jobs | --date | --password | --attachment | --school | --bestuur | --schooljaar | --soort | --search | --mdto)
            return
            ;;
    esac
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'convert import watch archive inspect template schema doctor --help --version' -- "$current")
    elif [[ $COMP_CWORD == 2 && ${COMP_WORDS[1]} == archive ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'list search show export verify forget gc' -- "$current")
    elif [[ $COMP_CWORD == 2 && ${COMP_WORDS[1]} == template ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'check explain new' -- "$current")
    elif [[ $current == -* ]]; then
        local options='--help' filters='--school --bestuur --schooljaar --soort --newest'
        local run='--date --log --log-level --metrics --config'
        [[ ${COMP_WORDS[1]} == import ]] && options="--archive --by-reference --report $run --jobs --manifest --register --taxonomy --templates --password --require-sandbox --help"
        [[ ${COMP_WORDS[1]} == watch ]] && options="--archive --once --report $run --jobs --manifest --register --taxonomy --templates --password --require-sandbox --help"
        [[ ${COMP_WORDS[1]} == archive ]] && options='--archive --config --help'
        [[ ${COMP_WORDS[1]} == archive && ${COMP_WORDS[2]} == @(list|search) ]] && options="--archive --config $filters --help"
        [[ ${COMP_WORDS[1]} == archive && ${COMP_WORDS[2]} == export ]] && options="--archive --config --out --format --mdto --search $filters --help"
        [[ ${COMP_WORDS[1]} == convert ]] && options="--out --jobs --manifest --register --taxonomy --templates $run --redact --password --attachment --require-sandbox --help"
        [[ ${COMP_WORDS[1]} == template && ${COMP_WORDS[2]} == explain ]] && options='--templates --password --require-sandbox --help'
        [[ ${COMP_WORDS[1]} == template && ${COMP_WORDS[2]} == new ]] && options='--password --require-sandbox --help'
        [[ ${COMP_WORDS[1]} == inspect ]] && options='--overlay --password --attachment --require-sandbox --help'
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    elif [[ ${COMP_WORDS[1]} == @(convert|import|watch|inspect|template) ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _sopconv sopconv
