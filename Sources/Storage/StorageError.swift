/// What went wrong on disk, as one plain sentence: what, where, what to do.
package struct StorageError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Kind: Equatable, Sendable {
    /// Nothing is there.
    case missing
    /// It is there and cannot be understood.
    case damaged
    /// The disk is full, or the device fails.
    case cannotWrite
    /// No permission.
    case notPermitted
    /// Another program holds the lock.
    case inUse
    /// Written by a newer version.
    case tooNew
    /// A name that could leave its folder, or is otherwise not allowed.
    case badName
  }

  package var kind: Kind
  package var description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
