import LadderCore

/// Uses the core and nothing else, so that CI can see what the core drags along.
@main
struct Linkage {
    static func main() async throws {
        let pipeline = try Pipeline(model: ClosureModel("echo") { Completion($0.lastUserText ?? "") })
        print(try await pipeline.respond(to: "the core alone answers").content)
    }
}
