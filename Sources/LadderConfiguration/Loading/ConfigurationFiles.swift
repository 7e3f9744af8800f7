#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The files that a configuration names, each read once.
struct ConfigurationFiles {
    let directory: String
    private var known: [String: String?] = [:]

    init(directory: String) {
        self.directory = directory
    }

    /// Returns the path of a file: paths that do not begin with a slash are relative to the directory.
    func path(_ path: String) -> String {
        if path.hasPrefix("/") || directory.isEmpty { return path }
        return directory.hasSuffix("/") ? directory + path : directory + "/" + path
    }

    /// Returns the text of a file, or nil where it cannot be read.
    mutating func text(of path: String) -> String? {
        if let text = known[path] { return text }
        let data = try? Data(contentsOf: URL(fileURLWithPath: self.path(path)))
        let text = data.map { String(decoding: $0, as: UTF8.self) }
        known[path] = .some(text)
        return text
    }

    /// Returns the full paths of files.
    func places(of paths: [String]) -> [String: String] {
        Dictionary(paths.map { ($0, path($0)) }, uniquingKeysWith: { $1 })
    }

    /// Returns the texts of those files that can be read.
    mutating func texts(of paths: [String]) -> [String: String] {
        var texts: [String: String] = [:]
        for path in paths { texts[path] = text(of: path) }
        return texts
    }
}
