/// A line of text in several styles. Colours are added on output, so the width of the text is known.
struct Line {
    private struct Span {
        var text: String
        var style: TextStyle
    }

    private var spans: [Span] = []

    init() {}

    init(_ text: String, style: TextStyle = .plain) {
        // A control character in a question or a file must not steer the terminal.
        let isSafe = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        let text =
            isSafe
            ? text
            : String(
                text.map { $0.unicodeScalars.contains { $0.value < 32 || (127..<160).contains($0.value) } ? "·" : $0 })
        if !text.isEmpty { spans = [Span(text: text, style: style)] }
    }

    var width: Int { spans.reduce(0) { $0 + $1.text.count } }

    static func + (left: Line, right: Line) -> Line {
        var line = left
        line.spans += right.spans
        return line
    }

    static func += (left: inout Line, right: Line) {
        left = left + right
    }

    func padded(to width: Int, onTheLeft: Bool) -> Line {
        let space = Line(String(repeating: " ", count: max(0, width - self.width)))
        return onTheLeft ? space + self : self + space
    }

    func clipped(to width: Int) -> Line {
        guard self.width > width else { return self }
        var line = Line()
        for span in spans {
            let room = width - 1 - line.width
            if span.text.count > room {
                return line + Line(String(span.text.prefix(max(0, room))) + "…", style: span.style)
            }
            line.spans.append(span)
        }
        return line
    }

    func text(withColours hasColours: Bool) -> String {
        spans.reduce("") { text, span in
            let isPlain = span.style == .plain || !hasColours
            return text + (isPlain ? span.text : "\u{1B}[\(span.style.rawValue)m\(span.text)\u{1B}[0m")
        }
    }
}
