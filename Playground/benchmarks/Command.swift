/// Something `benchmarks` can do.
struct Command: Sendable {
    let name: String
    let summary: String
    let run: @Sendable (_ arguments: [String]) async throws -> Void

    init(_ name: String, _ summary: String, run: @escaping @Sendable ([String]) async throws -> Void) {
        self.name = name
        self.summary = summary
        self.run = run
    }
}

extension [String] {
    /// Returns the number in the argument after `name`; nil where there is none.
    func number<Number: LosslessStringConvertible>(after name: String) -> Number? {
        guard let index = firstIndex(of: name), index + 1 < count else { return nil }
        return Number(self[index + 1])
    }
}
