# Reads Swift line by line, for the other scripts. A file begins with startSwift().

function startSwift() {
    commentDepth = 0
    textEnd = ""
}

# Splits a line into `code`, with the content of texts removed, and `comment`.
function strip(line,    hashes, mark, position) {
    code = ""
    comment = ""
    while (line != "") {
        if (textEnd != "") {
            position = index(line, textEnd)
            if (!position) { code = code "text"; return }
            line = substr(line, position + length(textEnd))
            code = code "text"
            textEnd = ""
        } else if (commentDepth) {
            if (!match(line, /\/\*|\*\//)) { comment = comment line; return }
            comment = comment substr(line, 1, RSTART - 1)
            commentDepth += substr(line, RSTART, 1) == "/" ? 1 : -1
            line = substr(line, RSTART + 2)
        } else if (match(line, /\/\/|\/\*|#*"/)) {
            code = code substr(line, 1, RSTART - 1)
            mark = substr(line, RSTART, RLENGTH)
            line = substr(line, RSTART + RLENGTH)
            if (mark == "//") { comment = comment line; return }
            if (mark == "/*") { commentDepth = 1; continue }
            hashes = substr(mark, 1, length(mark) - 1)
            if (substr(line, 1, 2) == "\"\"") {
                textEnd = "\"\"\"" hashes
                line = substr(line, 3)
            } else {
                line = substr(line, lengthOfText(line, hashes) + 1)
                code = code "text"
            }
        } else {
            code = code line
            return
        }
    }
}

# The length of what follows an opening quotation mark, up to and including the closing one.
function lengthOfText(line, hashes,    position, letter, depth) {
    position = 1
    while (position <= length(line)) {
        letter = substr(line, position, 1)
        if (letter == "\"" && substr(line, position + 1, length(hashes)) == hashes) return position + length(hashes)
        if (letter == "\\" && substr(line, position + 1, length(hashes)) == hashes) {
            position += length(hashes) + 1
            if (substr(line, position, 1) == "(") {
                depth = 1
                while (depth && ++position <= length(line)) {
                    letter = substr(line, position, 1)
                    if (letter == "(") depth++
                    else if (letter == ")") depth--
                    else if (letter == "\"") position += lengthOfText(substr(line, position + 1), "")
                }
            }
        }
        position++
    }
    return length(line)
}
