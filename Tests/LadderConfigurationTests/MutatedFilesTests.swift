import Ladder
import LadderTesting
import Testing

@testable import LadderConfiguration

@Suite struct MutatedFilesTests {
    /// Values that are wrong in most places.
    static let junk: [JSONValue] = [
        nil, true, -1, 0, 1, 2.5, 1e300, .integer(.max), .integer(.min), "", "x", "10s", "-1s", "9999999d", "tag:", [],
        [nil], [[]], [:], ["x": 1], ["env": "X"], ["layer": "Retry"], "\u{0}",
        .string(String(repeating: "é", count: 500)),
    ]

    static let whole: JSONValue = [
        "models": [
            "echo/a", ["model": "echo/bee", "name": "b", "key": ["env": "X"], "baseURL": "http://localhost/v1"],
        ],
        "timeLimit": "30s", "maximumAttempts": 9, "requiresComplete": true,
        "layers": .array(FullLayer.all.map(\.json)),
    ]

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `a mutated file loads or is refused, and its effective configuration loads again`(seed: UInt64) throws {
        let files = try TemporaryFiles(FullLayer.files)
        defer { files.remove() }
        var random = SeededRandom(seed: seed)
        var loaded = 0
        for _ in 0..<40 {
            let json = Self.mutated(Self.whole, &random)
            let configuration = PipelineConfiguration(json: json, directory: files.directory)
            do throws(ConfigurationError) {
                let first = try ConfiguredPipeline(configuration, models: .echoing, parts: FullLayer.parts)
                let second = try first.reloading(first.effectiveConfiguration)
                #expect(second.effectiveConfiguration == first.effectiveConfiguration)
                #expect(second.layerChanges.replaced == [], "\(json)")
                loaded += 1
            } catch {
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { $0.hasPrefix("$") || $0.hasPrefix("…") }, "\(error)")
            }
        }
        #expect(loaded < 40)
    }

    /// Returns the value with about one of two hundred parts replaced or left out.
    private static func mutated(_ value: JSONValue, _ random: inout SeededRandom) -> JSONValue {
        if random.next() % 200 == 0 { return junk[Int(random.next() % UInt64(junk.count))] }
        switch value {
        case .array(let elements): return .array(elements.map { mutated($0, &random) })
        case .object(let members):
            var changed: [String: JSONValue] = [:]
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                switch random.next() % 400 {
                case 0: continue
                case 1: changed[key + "x"] = member
                default: changed[key] = mutated(member, &random)
                }
            }
            return .object(changed)
        default: return value
        }
    }
}
