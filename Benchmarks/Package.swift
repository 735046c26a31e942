// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "veilleur-bench",
    dependencies: [
        .package(name: "veilleur", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "veilleur-bench",
            dependencies: [
                .product(name: "RosterEngine", package: "veilleur"),
                .product(name: "RosterReport", package: "veilleur"),
                .product(name: "RosterTestSupport", package: "veilleur"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        )
    ]
)
