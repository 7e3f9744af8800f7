/// A line of text in several inks. Its width is known, because colours come last.
struct Line {
    private struct Span {
        var text: String
        var ink: Ink
    }

    private var spans: [Span] = []

    init() {}

    init(_ text: String, _ ink: Ink = .plain) {
        if !text.isEmpty { spans = [Span(text: text, ink: ink)] }
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
            if span.text.count > room { return line + Line(String(span.text.prefix(max(0, room))) + "…", span.ink) }
            line.spans.append(span)
        }
        return line
    }

    func text(withColours hasColours: Bool) -> String {
        spans.reduce("") { text, span in
            let isPlain = span.ink == .plain || !hasColours
            return text + (isPlain ? span.text : "\u{1B}[\(span.ink.rawValue)m\(span.text)\u{1B}[0m")
        }
    }
}
