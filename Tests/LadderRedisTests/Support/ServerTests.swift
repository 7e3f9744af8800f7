import Foundation
import Testing

/// The tests against a server. They run by themselves, because they wait for a clock that the other tests would delay.
@Suite(
    .serialized, ServerScope(),
    .enabled(
        if: ProcessInfo.processInfo.environment["LADDER_REDIS_TESTS"] == "1" && isInstalled("redis-server"),
        """
        to run them: install redis-server (apt-get install redis-server, brew install redis), then \
        LADDER_REDIS_TESTS=1 swift test --filter LadderRedisTests
        """))
enum ServerTests {}

/// Returns whether a program is in the PATH.
private func isInstalled(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}
