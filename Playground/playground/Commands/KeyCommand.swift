import Ladder

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `playground key A.json B.json`: whether a cache takes two requests for the same one.
enum KeyCommand {
    static let command = Command(
        name: "key", summary: "which fields make a cache see two different requests", operands: "A.json B.json",
        operandCount: 2...2,
        discussion: "The files contain a ChatRequest each, as JSONEncoder writes it."
    ) { arguments, terminal in
        let keys = try arguments.operands.map { CacheKey(of: try request(in: $0), scope: CallScope()) }
        for (file, key) in zip(arguments.operands, keys) {
            terminal.print(Line("\(key.digest)  ", style: .faint) + Line(file))
        }
        let fields = CacheKey.difference(between: keys[0], and: keys[1])
        if fields.isEmpty {
            terminal.print(Line("The same key: one answer serves both.", style: .good))
        } else {
            terminal.paragraph("Two keys. They differ in: \(fields.joined(separator: ", "))", style: .fair)
        }
    }

    private static func request(in file: String) throws(UsageError) -> ChatRequest {
        do {
            return try JSONDecoder().decode(ChatRequest.self, from: Data(InputFile.bytes(of: file)))
        } catch let error as UsageError {
            throw error
        } catch {
            throw UsageError("\(file) is no ChatRequest as JSON")
        }
    }
}
