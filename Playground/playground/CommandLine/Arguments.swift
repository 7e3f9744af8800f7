/// The arguments of a command: options with their values, and operands.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    /// Reads the words after the name of a command.
    init(_ words: some Sequence<String>, for command: Command) throws(UsageError) {
        var words = Array(words)[...]
        while let word = words.popFirst() {
            if word == "--" {
                operands += words
                break
            }
            guard word.hasPrefix("-"), word.count > 1, Int(word) == nil else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = command.options.first(where: { $0.name == parts[0] }) else {
                throw UsageError(
                    "\(command.name) has no option \(parts[0])"
                        + Suggestion.text(for: parts[0], among: command.options.map(\.name)))
            }
            guard let placeholder = option.value else {
                guard parts.count == 1 else { throw UsageError("\(option.name) takes no value") }
                values[option.name] = [""]
                continue
            }
            guard let value = parts.count == 2 ? parts[1] : words.popFirst(), !value.isEmpty else {
                throw UsageError("\(option.name) needs a value: \(option.name) \(placeholder)")
            }
            values[option.name, default: []].append(value)
        }
        guard command.operandCount.contains(operands.count) else {
            let usage = "usage: playground \(command.name) \(command.operands)"
            throw UsageError(
                operands.count < command.operandCount.lowerBound
                    ? "\(command.name) needs more: \(usage)"
                    : "\(command.name) does not take \"\(operands.last ?? "")\": \(usage)")
        }
    }

    /// Returns whether a flag, or an option with a value, is there.
    func has(_ option: String) -> Bool { values[option] != nil }

    /// Returns the value of an option; the last one, where it is there more than once.
    func text(_ option: String) -> String? { values[option]?.last }

    /// Returns the values of an option that may be repeated.
    func texts(_ option: String) -> [String] { values[option] ?? [] }

    /// Returns the whole number of an option.
    func integer(_ option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = text(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "\(option) is \"\(text)\"; it must be a whole number in \(range.lowerBound)…\(range.upperBound)")
        }
        return number
    }

    /// Returns the number of an option.
    func number(_ option: String, in range: ClosedRange<Double>) throws(UsageError) -> Double? {
        guard let text = text(option) else { return nil }
        guard let number = Double(text), range.contains(number) else {
            throw UsageError("\(option) is \"\(text)\"; it must be a number in \(range.lowerBound)…\(range.upperBound)")
        }
        return number
    }

    /// Returns the seed, 7 unless given.
    func seed() throws(UsageError) -> UInt64 {
        guard let text = text("--seed") else { return 7 }
        guard let seed = UInt64(text) else {
            throw UsageError("--seed is \"\(text)\"; it must be a whole number, 0 or more")
        }
        return seed
    }
}
