// swift-tools-version: 6.2
import PackageDescription

/// Every Ladder target is built with the same language settings.
let settings: [SwiftSetting] = [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
].map { .enableUpcomingFeature($0) }

/// A layer imports the core and nothing beside it.
func layer(_ name: String, _ more: Target.Dependency...) -> [Target] {
    [
        .target(name: name, dependencies: ["LadderCore"] + more, swiftSettings: settings),
        tests(of: name),
    ]
}

func tests(of name: String, _ more: Target.Dependency...) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.target(name: name), "LadderTesting", "TestSupport"] + more,
        swiftSettings: settings
    )
}

let layers = [
    "LadderCircuitBreaker", "LadderModelFallback", "LadderRetry", "LadderRouter", "LadderStaticFAQ", "LadderTimeout",
]

let package = Package(
    name: "ladder",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "Ladder", targets: ["Ladder"]),
        .library(name: "LadderCore", targets: ["LadderCore"]),
        .library(name: "LadderTesting", targets: ["LadderTesting"]),
        .executable(name: "playground", targets: ["playground"]),
        .executable(name: "benchmarks", targets: ["benchmarks"]),
    ] + layers.map { .library(name: $0, targets: [$0]) },
    targets: [
        .target(name: "LadderCore", swiftSettings: settings),
        tests(of: "LadderCore"),
        .target(name: "LadderText", swiftSettings: settings),
        tests(of: "LadderText"),
        .target(name: "LadderTesting", dependencies: ["LadderCore"], swiftSettings: settings),
        .testTarget(
            name: "LadderTestingTests", dependencies: ["LadderTesting", "LadderCore"], swiftSettings: settings),
        .target(
            name: "Ladder", dependencies: ["LadderCore"] + layers.map { .target(name: $0) }, swiftSettings: settings),
        .testTarget(
            name: "PipelineTests", dependencies: ["Ladder", "LadderTesting", "TestSupport"], swiftSettings: settings),
        .target(name: "TestSupport", dependencies: ["LadderCore"], path: "Tests/TestSupport", swiftSettings: settings),

        .target(name: "CAllocations", path: "Playground/CAllocations"),
        .executableTarget(
            name: "playground", dependencies: ["Ladder", "LadderTesting"], path: "Playground/playground",
            swiftSettings: settings),
        .executableTarget(
            name: "example", dependencies: ["Ladder", "LadderTesting"], path: "Playground/example",
            swiftSettings: settings),
        .executableTarget(
            name: "benchmarks", dependencies: ["Ladder", "LadderTesting", "CAllocations"],
            path: "Playground/benchmarks", swiftSettings: settings),
        .executableTarget(
            name: "linkage", dependencies: ["LadderCore"], path: "Tests/linkage", swiftSettings: settings),
    ]
        + layer("LadderCircuitBreaker")
        + layer("LadderModelFallback")
        + layer("LadderRetry")
        + layer("LadderRouter")
        + layer("LadderStaticFAQ", "LadderText")
        + layer("LadderTimeout"),
    swiftLanguageModes: [.v6]
)
