import LadderCore
import LadderJSON

/// The models and layers of a load by their names, with what they were made from.
struct LoadedState: Sendable {
    struct Part<Value: Sendable>: Sendable {
        let value: Value
        let json: JSONValue
        /// The texts of files, and the places of files with keys, by their paths.
        let files: [String: String]
    }

    var models: [String: Part<any ChatModel>] = [:]
    var layers: [String: Part<any Middleware>] = [:]
}

extension ConfigurationChanges {
    init<Value>(from old: [String: LoadedState.Part<Value>], to new: [String: LoadedState.Part<Value>]) {
        let isSame = { (name: String) in old[name]?.json == new[name]?.json && old[name]?.files == new[name]?.files }
        kept = new.keys.filter { old[$0] != nil && isSame($0) }.sorted()
        replaced = new.keys.filter { old[$0] != nil && !isSame($0) }.sorted()
        added = new.keys.filter { old[$0] == nil }.sorted()
        removed = old.keys.filter { new[$0] == nil }.sorted()
    }
}
