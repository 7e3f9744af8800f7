import Foundation
import Ladder
import LadderTesting

/// `benchmarks fuzz`: damaged input for every parser that reads what a provider sends.
///
/// A trap ends the process. What a parser makes of an input must not depend on how its bytes are split, and an error must be
/// a `ChatError`.
enum FuzzCommand {
    static let usage = "[--inputs 1000000] [--seed 1] [--only NAME]   damaged input for every parser"

    static func run(_ arguments: [String]) async throws {
        let inputs = arguments.number(after: "--inputs").flatMap { $0 > 0 ? $0 : nil } ?? 1_000_000
        let seed: UInt64 = arguments.number(after: "--seed") ?? 1
        let only: String? = arguments.number(after: "--only")
        var findings = 0
        for parser in FuzzedParser.all where only == nil || parser.name == only {
            let start = Runtime.live.now
            let found = await fuzz(parser, inputs: inputs, seed: seed)
            findings += found
            let seconds = Double((Runtime.live.now - start).clampedNanoseconds) / 1e9
            print(
                "\(found == 0 ? "✓" : "✗") \(parser.name): \(inputs) inputs, \(found) findings, "
                    + "\(Table.number(seconds, 1)) s")
        }
        if findings > 0 { exit(1) }
    }

    /// Returns the number of findings, and prints the first ones.
    private static func fuzz(_ parser: FuzzedParser, inputs: Int, seed: UInt64) async -> Int {
        var random = SeededRandom(seed: seed)
        var findings = 0
        for number in 0..<inputs {
            let input = FuzzInput.damaged(from: parser.samples, with: &random)
            let split = Int(random.next() % UInt64(input.count + 1))
            guard let finding = await parser.finding(in: input, splitAt: split) else { continue }
            findings += 1
            if findings <= 3 {
                print("  input \(number), split at \(split): \(finding)")
                print("  \(String(decoding: input.prefix(400), as: UTF8.self).debugDescription)")
            }
        }
        return findings
    }
}
