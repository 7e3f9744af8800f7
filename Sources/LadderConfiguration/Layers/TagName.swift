/// The text that stands for a tag beside the fixed parts of a scope: `tag:plan`.
enum TagName {
    private static let prefix = "tag:"

    static func name(in text: String) -> String? {
        guard text.hasPrefix(prefix), text.utf8.count > prefix.utf8.count else { return nil }
        return String(text.dropFirst(prefix.count))
    }

    static func text(_ name: String) -> String { prefix + name }
}
