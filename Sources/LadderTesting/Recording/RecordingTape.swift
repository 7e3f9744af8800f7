import LadderCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The exchanges of a recording, in memory and in its file.
final class RecordingTape: Sendable {
    /// A request and its answers, in the order in which they were given.
    struct Exchange: Codable, Sendable {
        var request: ChatRequest
        var answers: [RecordedAnswer]
    }

    private struct Document: Codable {
        var version = 1
        var exchanges: [Exchange]
    }

    struct InvalidRecording: Error, CustomStringConvertible {
        let description: String
    }

    private struct State {
        var exchanges: [Exchange] = []
        /// The number of answers that were given for each exchange.
        var positions: [Int] = []
    }

    private let file: String
    private let state: Locked<State>
    /// Held while the file is written, so that an older state never replaces a newer one.
    private let writing = Locked(())

    init(file: String, mayBeMissing: Bool) throws {
        self.file = file
        guard FileManager.default.fileExists(atPath: file) else {
            guard mayBeMissing else { throw InvalidRecording(description: "there is no recording at \(file)") }
            state = Locked(State())
            return
        }
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: file))
            let document = try JSONDecoder().decode(Document.self, from: data)
            guard document.version == 1 else {
                throw InvalidRecording(description: "version \(document.version); this one reads version 1")
            }
            let positions = document.exchanges.map { _ in 0 }
            state = Locked(State(exchanges: document.exchanges, positions: positions))
        } catch {
            throw InvalidRecording(description: "the recording \(file) cannot be read: \(error)")
        }
    }

    var count: Int { state.withLock { $0.exchanges.count } }

    /// Returns the next answer to a request; nil where there is none.
    func next(for request: ChatRequest, repeatsLast: Bool) -> RecordedAnswer? {
        state.withLock { state in
            guard let place = state.exchanges.firstIndex(where: { $0.request == request }) else { return nil }
            let answers = state.exchanges[place].answers
            guard
                let answer = answers.indices.contains(state.positions[place])
                    ? answers[state.positions[place]] : repeatsLast ? answers.last : nil
            else { return nil }
            state.positions[place] += 1
            return answer
        }
    }

    /// Adds an answer, and writes the file.
    func add(_ answer: RecordedAnswer, to request: ChatRequest) throws {
        state.withLock { state in
            let place = state.exchanges.firstIndex { $0.request == request } ?? state.exchanges.count
            if place == state.exchanges.count {
                state.exchanges.append(Exchange(request: request, answers: []))
                state.positions.append(0)
            }
            state.exchanges[place].answers.append(answer)
            state.positions[place] = state.exchanges[place].answers.count
        }
        try writing.withLock { _ in try write() }
    }

    private func write() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let data = try encoder.encode(Document(exchanges: state.withLock { $0.exchanges }))
        try data.write(to: URL(fileURLWithPath: file), options: .atomic)
    }

    /// Returns a sentence about a request that was not recorded. It holds names of fields, and values of options only.
    func explanation(for request: ChatRequest) -> String {
        let recorded = state.withLock { $0.exchanges.map(\.request) }
        let nearest = recorded.map { request.differences(from: $0) }.enumerated().min {
            $0.element.count < $1.element.count
        }
        guard let nearest else { return "no answer is recorded in \(file)" }
        let fields = nearest.element.joined(separator: ", ")
        return "no answer to this request is recorded in \(file); the nearest is number \(nearest.offset + 1) of "
            + "\(recorded.count), which differs in \(fields)"
    }
}
