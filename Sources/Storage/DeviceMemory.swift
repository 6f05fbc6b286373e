import Study

/// What this machine remembers about one learner's folder, outside of it.
///
/// It tells a restored backup from the living folder: an own history file that is shorter than
/// remembered must not be continued under the same device id.
struct DeviceMemory: Equatable {
  var device: UInt32
  /// The size of the own history file when last seen.
  var bytes: Int
  /// The highest sequence number ever used.
  var sequence: Int

  private let path: String

  /// Where the memory of a learner's folder lies, by the folder's key.
  static func path(_ key: String, _ locations: Locations) -> String {
    "\(locations.state)/learners/\(key).json"
  }

  /// Reads what is remembered; nil where nothing is, or nothing sensible.
  init?(path: String) {
    guard let content = try? Files.read(path), let value = try? JSONValue(parsing: content),
      let device = value["device"]?.string.flatMap({ UInt32($0, radix: 16) }),
      let bytes = value["bytes"]?.integer, let sequence = value["sequence"]?.integer,
      bytes >= 0, (0...EventID.largestSequence).contains(sequence)
    else { return nil }
    self.init(device: device, bytes: bytes, sequence: sequence, path: path)
  }

  init(device: UInt32, bytes: Int, sequence: Int, path: String) {
    self.device = device
    self.bytes = bytes
    self.sequence = sequence
    self.path = path
  }

  func save() throws(StorageError) {
    let value: JSONValue = [
      "device": .string(EventID.deviceName(device)), "bytes": .number(Double(bytes)),
      "sequence": .number(Double(sequence)),
    ]
    try Files.replace(path, with: value.encoded(.compact) + [0x0A])
  }
}
