import LadderJSON

extension JSONValue {
    /// The value as JSON text with sorted keys, on lines that people can read and compare.
    package var prettyText: String {
        var text = ""
        write(into: &text, indent: "")
        return text + "\n"
    }

    private func write(into text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty && !fits(indent):
            text += "[\n"
            for (index, element) in elements.enumerated() {
                text += inner
                element.write(into: &text, indent: inner)
                text += index + 1 < elements.count ? ",\n" : "\n"
            }
            text += indent + "]"
        case .object(let members) where !members.isEmpty && !fits(indent):
            text += "{\n"
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                text += inner + JSONValue.string(member.key).text + ": "
                member.value.write(into: &text, indent: inner)
                text += index + 1 < members.count ? ",\n" : "\n"
            }
            text += indent + "}"
        default: text += lineText
        }
    }

    /// Whether the value is short enough for one line. Of nested objects, only empty ones are.
    private func fits(_ indent: String) -> Bool {
        switch self {
        case .array(let elements): elements.allSatisfy(\.isScalar) && lineText.utf8.count + indent.utf8.count < 90
        case .object(let members):
            members.count < 3 && members.values.allSatisfy(\.isScalar) && lineText.utf8.count + indent.utf8.count < 90
        default: true
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        default: true
        }
    }

    /// The value on one line, with a space after each comma and colon.
    private var lineText: String {
        switch self {
        case .array(let elements): "[" + elements.map(\.lineText).joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\(JSONValue.string($0).text): \($1.lineText)" }
                .joined(separator: ", ") + "}"
        default: text
        }
    }
}
