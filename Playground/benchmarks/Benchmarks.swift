@main struct Benchmarks {
    static func main() async throws { try await SpeedCommand.run() }
}
