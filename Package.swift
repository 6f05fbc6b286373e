// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "sequela",
  products: [
    .executable(name: "sequela", targets: ["sequela"]),
    .executable(name: "Benchmarks", targets: ["Benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The memory model: arithmetic only.
    .target(name: "FSRS", swiftSettings: settings),
    // Questions, sessions, exams, statistics, plans: plain values.
    .target(name: "Study", dependencies: ["FSRS"], swiftSettings: settings),
    // Banks and learner history on disk.
    .target(name: "Storage", dependencies: ["Study", "FSRS"], swiftSettings: settings),
    // What the learner sees: update and draw, onto a grid of cells.
    .target(name: "Screens", dependencies: ["Study", "FSRS"], swiftSettings: settings),
    // A small C target around ncursesw; its header shows ints and strings only.
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // The screen and the keyboard.
    .target(name: "Terminal", dependencies: ["CNcurses", "Screens"], swiftSettings: settings),
    // Arguments, wiring, performing effects.
    .executableTarget(
      name: "sequela",
      dependencies: [
        "FSRS", "Study", "Storage", "Screens", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // `make bench`.
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["FSRS", "Study", "Storage", "Screens", "CPseudoTerminal"],
      swiftSettings: settings),

    // Opens a pseudo-terminal for the tests of the built program.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TestSupport",
      dependencies: ["Study", "Screens", "CPseudoTerminal"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    // A small program that the tests of Terminal drive and kill.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Screens"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    .testTarget(
      name: "FSRSTests", dependencies: ["FSRS"], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "StudyTests", dependencies: ["Study", "FSRS", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "StorageTests", dependencies: ["Storage", "Study", "FSRS", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ScreensTests", dependencies: ["Screens", "Study", "FSRS", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "CNcurses", "Screens", "TestSupport", "TerminalProbe"],
      swiftSettings: settings),
    .testTarget(
      name: "SequelaTests",
      dependencies: [
        "sequela", "Storage", "Screens", "Study", "FSRS", "TestSupport", "CPseudoTerminal",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "QuestionBanksTests", dependencies: ["Storage", "Study", "TestSupport"],
      swiftSettings: settings),
  ]
)
