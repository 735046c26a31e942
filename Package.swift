// swift-tools-version: 6.1
import PackageDescription

// One list of settings for every target, so that no target is built by other rules than its neighbours.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "veilleur",
    products: [
        .executable(name: "veilleur", targets: ["veilleur"]),
        .library(
            name: "RosterEngine", targets: ["RosterModel", "RosterEngine", "RosterCheck", "RosterIO", "GLPKSolver"]),
        .library(name: "RosterReport", targets: ["RosterReport"]),
        .library(name: "RosterTestSupport", targets: ["TestSupport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .target(name: "CGLPKGuard", dependencies: ["CGLPK"]),
        .target(name: "LinearProgramming", swiftSettings: settings),
        .target(
            name: "GLPKSolver",
            dependencies: ["CGLPK", "CGLPKGuard", "LinearProgramming"],
            swiftSettings: settings
        ),
        .target(name: "RosterModel", swiftSettings: settings),
        .target(name: "RosterEngine", dependencies: ["RosterModel", "LinearProgramming"], swiftSettings: settings),
        .target(name: "RosterCheck", dependencies: ["RosterModel"], swiftSettings: settings),
        .target(
            name: "RosterDecision",
            dependencies: ["RosterModel", "RosterEngine", "RosterCheck"],
            swiftSettings: settings
        ),
        .target(name: "CAtomicExchange"),
        .target(
            name: "RosterIO",
            dependencies: ["RosterModel", "CAtomicExchange", "Yams"],
            resources: [.embedInCode("Resources/regimes.yaml"), .embedInCode("Resources/calendar-fr.csv")],
            swiftSettings: settings
        ),
        .target(name: "RosterReport", dependencies: ["RosterModel"], swiftSettings: settings),
        .executableTarget(
            name: "veilleur",
            dependencies: [
                "RosterModel", "RosterEngine", "RosterCheck", "RosterIO", "RosterReport", "RosterDecision",
                "GLPKSolver", "LinearProgramming",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "TestSupport",
            dependencies: ["RosterModel", "RosterEngine", "RosterCheck", "RosterIO", "LinearProgramming"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .testTarget(name: "LinearProgrammingTests", dependencies: ["LinearProgramming"], swiftSettings: settings),
        .testTarget(
            name: "GLPKSolverTests",
            dependencies: ["GLPKSolver", "LinearProgramming"],
            swiftSettings: settings
        ),
        .testTarget(name: "RosterModelTests", dependencies: ["RosterModel", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "RosterEngineTests",
            dependencies: [
                "RosterEngine", "RosterModel", "RosterCheck", "RosterIO", "GLPKSolver", "LinearProgramming",
                "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RosterCheckTests",
            dependencies: ["RosterCheck", "RosterIO", "RosterModel", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RosterDecisionTests",
            dependencies: [
                "RosterDecision", "RosterModel", "RosterEngine", "RosterCheck", "RosterIO", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RosterIOTests",
            dependencies: ["RosterIO", "RosterModel", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RosterReportTests",
            dependencies: ["RosterReport", "RosterCheck", "RosterModel", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["RosterIO", "RosterModel", "RosterCheck", "TestSupport"],
            swiftSettings: settings
        ),
    ]
)
