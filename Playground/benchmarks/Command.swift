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
