import LadderCore
import LadderJSON
import LadderRedis

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A store or a ledger at an address, as a configuration writes it: the address alone, or an object with a password.
struct ServedStore: Hashable {
    var at = ""
    var password: KeyReference?

    static var object: ObjectFormat<ServedStore> {
        ObjectFormat(
            name: "storeAddress", summary: "A store or a ledger that survives the process.", base: ServedStore(),
            fields: [
                Field(
                    "at", \.at, .name,
                    "The address: `sqlite:` with the absolute path of a file, or that of a Redis server.",
                    isRequired: true),
                Field(
                    "password", \.password, KeyReference.format.nullable,
                    "Where the password of the server is; null for none."),
            ])
    }

    /// The words for what is allowed, with what an application supplies by a name.
    static func allowed(_ subject: String) -> String {
        "the name of a \(subject) of the application, an address such as \"sqlite:/var/lib/app/answers.sqlite3\" or "
            + "\"redis://10.0.0.5:6379\", or an object (see storeAddress)"
    }

    /// Reads an address that is a text or an object. A password in the text is refused.
    static func read(_ reader: JSONReader) -> ServedStore? {
        guard let served = reader.value?.string.map({ ServedStore(at: $0) }) ?? object.read(reader) else { return nil }
        do throws(ConfigurationError) {
            let address = try StoreAddress(served.at)
            if case .redis(let url) = address.engine, try RedisOptions(url: url).password != nil {
                reader.report("has a password, which does not belong into a configuration; write it as \"password\"")
                return nil
            }
            return served
        } catch {
            for problem in error.problems { reader.report(sentence: problem) }
            return nil
        }
    }

    func write() -> JSONValue {
        password == nil ? .string(at) : .object(Self.object.write(self))
    }

    /// Opens what is at the address, or reports why it cannot be opened.
    func open<Part>(at place: JSONReader, _ open: (StoreAddress, String?) throws -> Part) -> Part? {
        do {
            return try open(StoreAddress(at), try secret())
        } catch let error as ConfigurationError {
            for problem in error.problems { place.report(sentence: problem) }
        } catch let error as StoreError {
            place.report(sentence: error.message)
        } catch {
            place.report(sentence: "cannot be opened")
        }
        return nil
    }

    private func secret() throws(ConfigurationError) -> String? {
        let (value, place): (String?, String)
        switch password {
        case nil: return nil
        case .environment(let name):
            (value, place) = (ProcessInfo.processInfo.environment[name], "the environment variable \(name)")
        case .file(let path):
            (value, place) = (try? String(contentsOfFile: path, encoding: .utf8), "the file \(path)")
        }
        guard let value = value?.split(whereSeparator: \.isWhitespace).first else {
            throw ConfigurationError(problems: ["there is no password in \(place)"])
        }
        return String(value)
    }
}
