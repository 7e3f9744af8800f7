# Reads file names and prints the table of `.ci/counts`. Works with every POSIX awk.

BEGIN {
    words = "(^|[^A-Za-z])(who|whoever|nobody|somebody|hears|tells|luck)([^A-Za-z]|$)"
    columns = split("lines unlabelled public unsafe inline docs short words", names, " ")
}

{
    path = $0
    split(path, part, "/")
    place = part[1] == "Sources" ? part[2] : part[1]
    if (!(place in seen)) {
        seen[place] = 1
        places[++placeCount] = place
        inSources[place] = part[1] == "Sources"
    }
    if (path ~ /\.md$/) { readPage() } else { readSwift() }
}

END {
    if (list != "") exit
    printf "%-22s %7s %10s %7s %7s %7s %6s %15s %6s\n", "", "lines", "unlabelled", "public", "unsafe", "@inline",
        "docs", "<= 5 words", "words"
    for (i = 1; i <= placeCount; i++) {
        if (!inSources[places[i]]) continue
        row(places[i], places[i])
        for (column = 1; column <= columns; column++) add("Sources, all", names[column], count[places[i], names[column]])
    }
    row("Sources, all", "Sources, all")
    print ""
    for (i = 1; i <= placeCount; i++) if (!inSources[places[i]]) row(places[i], places[i])
    print ""
    print "lines       lines of Swift that hold code"
    print "unlabelled  functions, initialisers and subscripts with two or more unlabelled parameters (no operators)"
    print "public      declarations that say public or open in the text (imports, cases and requirements are not counted)"
    print "unsafe      identifiers that say unsafe, and @unchecked"
    print "docs        doc comments above a declaration, and those of five words or fewer"
    print "words       comment lines, prose lines of pages and test names with who, whoever, nobody, somebody, hears,"
    print "            tells or luck"
}

function row(title, place,    docs, short) {
    docs = count[place, "docs"] + 0
    short = count[place, "short"] + 0
    printf "%-22s %7d %10d %7d %7d %7d %6d %6d (%4.1f %%) %6d\n", title, count[place, "lines"],
        count[place, "unlabelled"], count[place, "public"], count[place, "unsafe"], count[place, "inline"], docs,
        short, docs ? 100 * short / docs : 0, count[place, "words"]
}

function add(place, name, amount) { count[place, name] += amount }

# Counts one thing, and prints where it is when it was asked for.
function note(name, line, text) {
    add(place, name, 1)
    if (list == name) {
        gsub(/[ \t\n]+/, " ", text)
        print path ":" line ": " text
    }
}

# A page: prose, and the comments of its code blocks.
function readPage(    line, number, inside) {
    while ((getline line < path) > 0) {
        number++
        if (line ~ /^[ \t]*```/) { inside = !inside; continue }
        if (inside && !sub(/^.*\/\//, "", line)) continue
        if (tolower(line) ~ words) note("words", number, line)
    }
    close(path)
}

function readSwift(    line, number, body, doc, docLine, wasInText) {
    startSwift()
    while ((getline line < path) > 0) {
        number++
        wasInText = textEnd != ""
        strip(line)
        body = body code "\n"
        if (comment != "" && tolower(comment) ~ words) note("words", number, comment)
        if (!wasInText && line ~ /^[ \t]*\/\/\//) {
            if (doc == "") docLine = number
            sub(/^[ \t]*\/\/\//, "", line)
            doc = doc " " line
            continue
        }
        if (doc != "") {
            if (code ~ /[^ \t]/) noteDoc(doc, docLine)
            doc = ""
        }
        if (code !~ /[^ \t]/) continue
        add(place, "lines", 1)
        noteTokens(code, number)
    }
    close(path)
    noteFunctions(body)
}

function noteDoc(doc, line,    fields) {
    add(place, "docs", 1)
    if (split(doc, fields, " ") <= 5) note("short", line, doc)
}

function noteTokens(code, line,    rest) {
    if (code ~ /^[ \t]*(@[^ ]+[ \t]+)*(public|open)[ \t(]/ && code !~ /[ \t]import[ \t]/) note("public", line, code)
    for (rest = code; match(rest, /[A-Za-z_]*[Uu]nsafe[A-Za-z]*|@unchecked/); rest = substr(rest, RSTART + RLENGTH)) {
        note("unsafe", line, code)
    }
    for (rest = code; match(rest, /@inline\(/); rest = substr(rest, RSTART + RLENGTH)) note("inline", line, code)
    if (place == "Tests" && match(code, /func `[^`]*`/) && tolower(substr(code, RSTART, RLENGTH)) ~ words) {
        note("words", line, code)
    }
}

# Finds the functions of a file and counts their unlabelled parameters, across line ends.
function noteFunctions(body,    line, before, keyword, start, begin) {
    line = 1
    while (match(body, /func[ \t\n]+|init|subscript/)) {
        start = RSTART
        keyword = substr(body, RSTART, RLENGTH)
        before = RSTART > 1 ? substr(body, RSTART - 1, 1) : " "
        line += newlines(substr(body, 1, RSTART + RLENGTH - 1))
        begin = substr(body, start)
        body = substr(body, RSTART + RLENGTH)
        if (before ~ /[A-Za-z0-9_.`]/) continue
        if (keyword ~ /^func/) {
            keyword = "func"
            if (!match(body, /^(`[^`]*`|[A-Za-z_][A-Za-z0-9_]*)/)) continue
            line += newlines(substr(body, 1, RLENGTH))
            body = substr(body, RLENGTH + 1)
        } else {
            sub(/^[?!]/, "", body)
        }
        if (body ~ /^</) {
            start = lengthOfGenerics(body)
            line += newlines(substr(body, 1, start))
            body = substr(body, start + 1)
        }
        if (body !~ /^\(/) continue
        if (unlabelled(body, keyword) >= 2) note("unlabelled", line, substr(begin, 1, length(begin) - length(body) + parametersEnd))
    }
}

function newlines(text) { return gsub(/\n/, "", text) }

function lengthOfGenerics(text,    position, letter, depth) {
    for (position = 1; position <= length(text); position++) {
        letter = substr(text, position, 1)
        if (letter == "<") depth++
        if (letter == ">" && substr(text, position - 1, 1) != "-" && --depth == 0) return position
    }
    return 0
}

# The number of unlabelled parameters of the list that begins here; leaves its length in `parametersEnd`.
function unlabelled(text, keyword,    position, letter, depth, angles, parameter, total) {
    for (position = 1; position <= length(text); position++) {
        letter = substr(text, position, 1)
        if (letter ~ /[([{]/) {
            if (depth++ == 0) continue
        } else if (letter ~ /[])}]/) {
            if (--depth == 0) break
        } else if (letter == "<") {
            angles++
        } else if (letter == ">" && substr(text, position - 1, 1) != "-") {
            angles--
        } else if (letter == "," && depth == 1 && angles <= 0) {
            total += isUnlabelled(parameter, keyword)
            parameter = ""
            angles = 0
            continue
        }
        parameter = parameter letter
    }
    parametersEnd = position
    return total + isUnlabelled(parameter, keyword)
}

function isUnlabelled(parameter, keyword) {
    gsub(/^[ \t\n]+/, "", parameter)
    if (parameter ~ /^_[ \t\n]/) return 1
    return keyword == "subscript" && parameter ~ /^[A-Za-z_`][A-Za-z0-9_`]*[ \t\n]*:/
}
