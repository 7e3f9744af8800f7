#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The standard output: its width, and whether it shows colours. Lines are clipped to the width.
struct Terminal {
    let width: Int
    let hasColours: Bool
    /// Whether a person watches, so that a tour may pause.
    let isWatched: Bool

    /// Creates a terminal of a given width that is not watched.
    init(width: Int, hasColours: Bool) {
        self.width = width
        self.hasColours = hasColours
        isWatched = false
    }

    init() {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        width = Terminal.columnsVariable ?? (isTerminal ? Terminal.windowWidth : nil) ?? 80
        isWatched = isTerminal
        hasColours = isTerminal && Terminal.variable("NO_COLOR") == nil && Terminal.variable("TERM") != "dumb"
    }

    func print(_ line: Line = Line()) {
        Swift.print(line.clipped(to: width).text(withColours: hasColours))
    }

    func print(_ lines: [Line]) {
        for line in lines { print(line) }
    }

    /// Prints text without a change, for other programs and for help.
    func printAsIs(_ text: String) {
        Swift.print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
    }

    func heading(_ text: String) {
        paragraph(text, style: .strong)
    }

    /// Prints text with lines of its own, each indented by `margin` more than before.
    func quotation(_ text: String, margin: Int) {
        for line in text.split(separator: "\n") {
            paragraph(String(line), style: .faint, margin: margin + line.prefix { $0 == " " }.count, hanging: 2)
        }
    }

    /// Prints text that is broken between words.
    func paragraph(_ text: String, style: TextStyle = .plain, margin: Int = 0, hanging: Int = 0) {
        let room = min(width, Terminal.comfortableWidth)
        var indent = String(repeating: " ", count: margin)
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent.count + line.count + 1 + word.count > room {
                print(Line(indent) + Line(line, style: style))
                indent = String(repeating: " ", count: margin + hanging)
                line = ""
            }
            line += line.isEmpty ? "\(word)" : " \(word)"
        }
        print(Line(indent) + Line(line, style: style))
    }

    /// The longest line of prose, because longer ones are hard to read.
    private static let comfortableWidth = 110

    private static var columnsVariable: Int? {
        variable("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
        return value
    }

    private static var windowWidth: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

extension Terminal {
    /// Waits, where a person watches.
    func pause(seconds: Double) {
        fflush(nil)
        if isWatched { usleep(UInt32(seconds * 1_000_000)) }
    }

    /// Writes text at once, without a line break.
    static func write(_ text: String) {
        Swift.print(text, terminator: "")
        fflush(nil)
    }
}
