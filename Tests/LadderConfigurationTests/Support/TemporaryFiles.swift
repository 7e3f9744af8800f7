import Foundation

/// A directory of files, which a test removes at its end.
struct TemporaryFiles {
    let directory: String

    init(_ files: [String: String]) throws {
        directory = NSTemporaryDirectory() + "ladder-configuration-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: directory + "/" + name, atomically: true, encoding: .utf8)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: directory)
    }
}
