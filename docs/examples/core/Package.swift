// swift-tools-version: 6.2
import PackageDescription

// The analysis core in another program: it depends on the product MarsadCore alone, so neither Redis nor SwiftNIO is
// built or linked. Another package would name a URL and a version in place of the path.
let package = Package(
  name: "core-example",
  dependencies: [.package(name: "marsad", path: "../../..")],
  targets: [
    .executableTarget(name: "brief", dependencies: [.product(name: "MarsadCore", package: "marsad")])
  ]
)
