// swift-tools-version: 6.2
import PackageDescription

/// Every Ladder target is built with the same language settings.
let settings: [SwiftSetting] = [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
].map { .enableUpcomingFeature($0) }

/// A library with a test target of its own.
func module(_ name: String, _ dependencies: Target.Dependency..., tests: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: settings),
        .testTarget(
            name: name + "Tests",
            dependencies: [.target(name: name), "LadderTesting", "TestSupport"] + dependencies + tests,
            swiftSettings: settings),
    ]
}

/// A layer imports the core, JSON and, where it reads text, LadderText: never another layer.
func layer(_ name: String, _ more: Target.Dependency...) -> [Target] {
    [
        .target(name: name, dependencies: ["LadderCore", "LadderJSON"] + more, swiftSettings: settings),
        .testTarget(
            name: name + "Tests",
            dependencies: [.target(name: name), "LadderCore", "LadderJSON", "LadderTesting", "TestSupport"] + more,
            swiftSettings: settings),
    ]
}

func executable(_ name: String, _ dependencies: Target.Dependency..., path: String) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

/// What the umbrella module Ladder re-exports.
let foundations = ["LadderJSON", "LadderCore", "LadderWire", "LadderObserving", "LadderText"]
let models = ["LadderOpenAI", "LadderAnthropic", "LadderGemini"]
let layers = [
    "LadderBudgetCheck", "LadderCircuitBreaker", "LadderExactCache", "LadderModelFallback", "LadderRetry",
    "LadderRouter", "LadderSemanticCache", "LadderStaticFAQ", "LadderTimeout",
]
let reexported = (foundations + layers).map { Target.Dependency.target(name: $0) }

/// What the tests of a client need beside its module.
let clientTests: [Target.Dependency] = ["Loopback", "Ladder", "ClientTestSupport"]

let package = Package(
    name: "ladder",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: ([
        "Ladder", "LadderTesting", "LadderHTTP", "LadderAppleModels", "LadderConfiguration", "LadderSQLite",
        "LadderRedis", "LadderSealing",
    ]
        + foundations + layers + models).map { .library(name: $0, targets: [$0]) },
    targets: module("LadderJSON")
        + module("LadderCore", "LadderJSON")
        + module("LadderWire", "LadderCore", "LadderJSON")
        + module("LadderObserving", "LadderCore", "LadderJSON")
        + module("LadderText", "LadderCore")
        + module("LadderSQLite", "LadderCore", tests: ["LadderExactCache", "sqlite-writer"])
        + module("LadderRedis", "LadderCore", tests: ["LadderExactCache", "Loopback"])
        + module("LadderSealing", "LadderCore", "LadderJSON", tests: ["LadderExactCache", "LadderSQLite"])
        + layer("LadderBudgetCheck")
        + layer("LadderCircuitBreaker")
        + layer("LadderExactCache", "LadderText")
        + layer("LadderModelFallback")
        + layer("LadderRetry")
        + layer("LadderRouter")
        + layer("LadderSemanticCache", "LadderText")
        + layer("LadderStaticFAQ", "LadderText")
        + layer("LadderTimeout")
        + module("LadderHTTP", "LadderCore", "LadderJSON", "LadderWire", tests: ["Loopback"])
        + module("LadderOpenAI", "LadderHTTP", "LadderCore", "LadderJSON", "LadderWire", tests: clientTests)
        + module("LadderAnthropic", "LadderHTTP", "LadderCore", "LadderJSON", "LadderWire", tests: clientTests)
        + module("LadderGemini", "LadderHTTP", "LadderCore", "LadderJSON", "LadderWire", tests: clientTests)
        + [
            .target(name: "LadderAppleModels", dependencies: ["LadderCore", "LadderJSON"], swiftSettings: settings),
            .target(
                name: "LadderConfiguration",
                dependencies: ["Ladder", "LadderHTTP", "LadderSQLite", "LadderRedis"]
                    + models.map { .target(name: $0) }, swiftSettings: settings),
            .testTarget(
                name: "LadderConfigurationTests",
                dependencies: ["LadderConfiguration", "Ladder", "LadderHTTP"]
                    + ["LadderTesting", "TestSupport", "ClientTestSupport"] + models.map { .target(name: $0) },
                swiftSettings: settings),
            .target(
                name: "LadderTesting",
                dependencies: ["LadderCore", "LadderJSON", "LadderObserving", "LadderHTTP", "LadderWire"],
                swiftSettings: settings),
            .testTarget(
                name: "LadderTestingTests", dependencies: ["LadderTesting", "LadderCore", "LadderJSON", "LadderHTTP"],
                swiftSettings: settings),
            .target(
                name: "Loopback", dependencies: ["LadderCore"], path: "Playground/Loopback", swiftSettings: settings),
            .target(name: "Ladder", dependencies: reexported, swiftSettings: settings),
            .testTarget(
                name: "PipelineTests", dependencies: ["Ladder", "LadderTesting", "TestSupport"],
                swiftSettings: settings),
            .target(
                name: "TestSupport", dependencies: ["LadderCore", "LadderJSON"], path: "Tests/TestSupport",
                swiftSettings: settings),
            .target(
                name: "ClientTestSupport", dependencies: ["LadderCore", "LadderHTTP", "LadderTesting", "LadderWire"],
                path: "Tests/ClientTestSupport", swiftSettings: settings),

            .target(
                name: "Rehearsal",
                dependencies: ["Ladder", "LadderTesting", "LadderConfiguration", "Loopback"],
                path: "Playground/Rehearsal", swiftSettings: settings),
            .testTarget(
                name: "RehearsalTests",
                dependencies: ["Rehearsal", "Ladder", "LadderTesting", "LadderConfiguration", "Loopback"],
                swiftSettings: settings),
            .target(name: "CAllocations", path: "Playground/CAllocations"),
            executable(
                "playground", "Ladder", "LadderTesting", "LadderConfiguration", "LadderHTTP", "LadderOpenAI",
                "Loopback", "Rehearsal",
                path: "Playground/playground"),
            .testTarget(
                name: "PlaygroundTests", dependencies: ["playground", "Rehearsal", "Ladder"], swiftSettings: settings),
            executable("example", "Ladder", "LadderTesting", path: "Playground/example"),
            executable(
                "benchmarks", "Ladder", "LadderTesting", "LadderHTTP", "LadderOpenAI", "LadderAnthropic",
                "LadderGemini", "LadderRedis",
                "LadderSQLite", "Loopback", "CAllocations",
                path: "Playground/benchmarks"),
            executable("linkage", "LadderCore", path: "Tests/linkage"),
            executable("sqlite-writer", "LadderSQLite", "LadderCore", path: "Tests/sqlite-writer"),
        ],
    swiftLanguageModes: [.v6]
)
