# Reads file names and prints what breaks the map of `.ci/imports`.

BEGIN {
    rows = split(ENVIRON["map"], row, "\n")
    for (i = 1; i <= rows; i++) {
        if ((fields = split(row[i], field, " ")) == 0) continue
        known[field[1]] = 1
        for (j = 2; j <= fields; j++) allowed[field[1], field[j]] = 1
    }
    fields = split(ENVIRON["system"], field, " ")
    for (i = 1; i <= fields; i++) system_[field[i]] = 1
    fields = split(ENVIRON["nowhere"], field, " ")
    for (i = 1; i <= fields; i++) forbidden[field[i]] = 1
    core = ENVIRON["core"] "/"
    lowestCount = split(ENVIRON["lowest"], lowest, " ")
    outside = ENVIRON["outside"]
    makerCount = split(ENVIRON["makers"], maker, " ")
}

{
    files[++fileCount] = $0
}

END {
    for (i = 1; i <= fileCount; i++) if (index(files[i], core) == 1) readTypes(files[i])
    for (i = 1; i <= fileCount; i++) check(files[i])
    print fileCount " files, " (problems ? problems " problems" : "all as the map says")
    exit problems > 0
}

function isLowest(path,    i) {
    for (i = 1; i <= lowestCount; i++) if (index(path, lowest[i] "/") == 1) return 1
    return 0
}

function mayReachOutside(path,    i) {
    for (i = 1; i <= makerCount; i++) if (index(path, maker[i]) == 1) return 1
    return 0
}

# The types that a file declares: at its top level, or, where a lowest folder has a name of its own for something, anywhere.
function readTypes(path,    line, pattern, isOwn) {
    isOwn = isLowest(path)
    pattern = "^(@[A-Za-z]+ +|public +|package +|private +|fileprivate +|final +|indirect +)*" \
        "(struct|enum|class|protocol|actor|typealias) +"
    startSwift()
    while ((getline line < path) > 0) {
        strip(line)
        if (isOwn) sub(/^ +/, "", code)
        if (!match(code, pattern)) continue
        code = substr(code, RLENGTH + 1)
        match(code, /^[A-Za-z0-9_]+/)
        if (isOwn) own[path, substr(code, 1, RLENGTH)] = 1
        else higher[substr(code, 1, RLENGTH)] = path
    }
    close(path)
}

function check(path,    line, number, part, module, word, words, imported, i) {
    split(path, part, "/")
    module = part[1] == "Sources" ? part[2] : ""
    if (module != "" && !(module in known) && !(module in reported)) {
        reported[module] = 1
        report(path, 1, module " is not in the map of .ci/imports")
    }
    startSwift()
    while ((getline line < path) > 0) {
        number++
        strip(line)
        if (code ~ /^ *([@A-Za-z_]+ +)*import +[A-Za-z]/) {
            words = split(code, word, " ")
            for (i = 1; i < words && word[i] != "import"; i++) {}
            # `import struct Foundation.Date` imports Foundation.
            imported = word[i + 1] ~ /^(struct|class|enum|protocol|typealias|func|let|var)$/ ? word[i + 2] : word[i + 1]
            sub(/\..*/, "", imported)
            if (module != "" && imported in forbidden && !((module, imported) in allowed)) {
                report(path, number, "nothing imports " imported)
            } else if (module != "" && module in known && !(imported in system_) && !((module, imported) in allowed) \
                && !((module, "*") in allowed && imported ~ /^Ladder/)) {
                report(path, number, module " may not import " imported)
            }
        }
        if (module == "") continue
        sub(/Task\(executorPreference:/, "", code)
        if (code ~ outside && !mayReachOutside(path)) report(path, number, "only a runtime does this: " code)
        if (isLowest(path)) {
            words = split(code, word, /[^A-Za-z0-9_]+/)
            for (i = 1; i <= words; i++) {
                if (word[i] in higher && !((path, word[i]) in own)) report(path, number, "this folder must not name " word[i] " of " higher[word[i]])
            }
        }
    }
    close(path)
}

function report(path, line, text) {
    gsub(/ +/, " ", text)
    print path ":" line ": " text
    problems++
}
