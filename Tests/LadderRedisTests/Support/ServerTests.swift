import Foundation
import Testing

/// The tests against a server.
@Suite(
    .serialized, ServerScope(),
    .enabled(
        if: isInstalled("redis-server"),
        "redis-server is not in PATH; install it with `apt-get install redis-server` or `brew install redis`"))
enum ServerTests {}

/// Returns whether a program is in the PATH.
private func isInstalled(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}
