import Ladder

extension String {
    /// The text with the characters escaped that have a meaning in HTML, for content and for quoted attributes.
    var escaped: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            // HTML has no form for these, and a browser would replace them.
            case "\0": text += "\u{FFFD}"
            case "\r": text += "&#13;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension JSONValue {
    /// The value as JSON text that is safe inside of a `script` element: no character in it can end the element, and
    /// none is a line end to JavaScript.
    var scriptText: String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
