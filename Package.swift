// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target: Swift 6 mode, unsafe expressions visible, no warning survives.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The models are tables of millions of numbers, and reading them in a debug build takes ten seconds a process: the
/// target that uses them is optimised in debug builds too. SwiftPM allows such flags to nobody's checked-out dependency.
let isCheckedOut = Context.packageDirectory.contains("/checkouts/")
let optimized: [SwiftSetting] =
  strict + (isCheckedOut ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))])

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "marsad",
  products: [
    .library(name: "MarsadCore", targets: ["MarsadCore"]),
    .library(name: "RedisClient", targets: ["RedisClient"]),
    .executable(name: "marsad", targets: ["marsad"]),
    .executable(name: "marsad-train", targets: ["marsad-train"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
  ],
  targets: [
    // C libraries of the system. The module map links them; asking pkg-config too warns on every build.
    .systemLibrary(name: "CHiredis", providers: [.apt(["libhiredis-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),

    // Pure: bytes in, values out. No Redis, no clock, no environment.
    library("JSONBytes"),
    library("ArabicText"),
    library("MarsadReport", ["JSONBytes", crypto]),
    library("PoliticalAnalysis", ["ArabicText", "LinguisticAnnotation", "MarsadReport"]),
    library("ReportFormats", ["MarsadReport"]),
    library(
      "MarsadCore",
      ["ArabicText", "ArabicLanguage", "LinguisticAnnotation", "MarsadReport", "PoliticalAnalysis"],
      resources: [.copy("Lexicons")]),

    // The language engine: annotation types, models with their use, and training.
    library("LinguisticAnnotation"),
    .target(
      name: "ArabicLanguage", dependencies: ["ArabicText", "LinguisticAnnotation"],
      resources: [.copy("Models")], swiftSettings: optimized),
    // The name lists are read by the trainer from where the user says; nothing looks for them at run time.
    library(
      "ArabicTraining", ["ArabicText", "ArabicLanguage", "LinguisticAnnotation"],
      exclude: ["Annotated", "Names"]),
    .executableTarget(
      name: "marsad-train",
      dependencies: [
        "ArabicTraining", "ArabicLanguage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Transport and wire.
    library(
      "RedisClient", ["CHiredis", logging, .product(name: "NIOSSL", package: "swift-nio-ssl")] + nio),
    library("MarsadWire", ["JSONBytes", "MarsadReport"]),
    library(
      "MarsadQueue", ["MarsadWire", "MarsadReport", "RedisClient"], resources: [.embedInCode("Scripts")]),
    library(
      "MarsadCache", ["MarsadWire", "MarsadReport", "RedisClient", "CZstd", logging],
      resources: [.embedInCode("Scripts")]),

    // The product.
    library(
      "MarsadWorker",
      [
        "MarsadCore", "MarsadQueue", "MarsadCache", logging, .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "marsad",
      dependencies: [
        "MarsadWorker", "MarsadCore", "MarsadQueue", "MarsadWire", "MarsadReport", "ReportFormats",
        "RedisClient", "JSONBytes", "MarsadCache", "ArabicLanguage", "ArabicText", "LinguisticAnnotation",
        logging,
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // A subscriber in ten lines of Swift, as another program would write it; CommandLineTests runs it.
    .executableTarget(
      name: "subscribe-example", dependencies: ["RedisClient", logging], path: "scripts/subscribe/swift",
      swiftSettings: strict),

    // Measuring, by hand, in release builds.
    .executableTarget(
      name: "redis-round-trip", dependencies: ["RedisClient", logging] + nio,
      swiftSettings: strict),

    // Tests: a target a library, and what they share.
    .target(
      name: "MarsadTestSupport", dependencies: ["JSONBytes", "MarsadReport"], path: "Tests/Support",
      // No strict memory safety: sockets and signals of the C library are this target's business.
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
    tests("JSONBytesTests", ["JSONBytes", "MarsadTestSupport"]),
    tests("ArabicTextTests", ["ArabicText", "MarsadTestSupport"]),
    tests(
      "ArabicLanguageTests", ["ArabicLanguage", "ArabicTraining", "ArabicText", "LinguisticAnnotation"]),
    tests("MarsadReportTests", ["MarsadReport", "MarsadTestSupport"]),
    tests(
      "MarsadCoreTests",
      [
        "MarsadCore", "MarsadReport", "PoliticalAnalysis", "ArabicText", "ArabicLanguage",
        "LinguisticAnnotation", "MarsadTestSupport",
      ],
      resources: [.copy("Golden")]),
    tests("ReportFormatsTests", ["ReportFormats", "MarsadReport"]),
    tests(
      "PoliticalAnalysisTests", ["PoliticalAnalysis", "MarsadCore", "ArabicLanguage", "LinguisticAnnotation"]),
    tests("RedisClientTests", ["RedisClient", "MarsadTestSupport"]),
    tests("MarsadWireTests", ["MarsadWire", "MarsadTestSupport"]),
    tests("MarsadQueueTests", ["MarsadQueue", "MarsadTestSupport"]),
    tests("MarsadCacheTests", ["ArabicText", "MarsadCore", "MarsadCache", "MarsadTestSupport"]),
    tests(
      "MarsadWorkerTests", ["ArabicText", "MarsadCache", "MarsadWorker", "MarsadTestSupport", "JSONBytes"]),
    tests(
      "CommandLineTests",
      [
        "marsad", "marsad-train", "subscribe-example", "MarsadWire", "MarsadReport", "JSONBytes",
        "MarsadTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)
