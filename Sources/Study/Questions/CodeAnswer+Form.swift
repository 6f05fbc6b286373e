extension Question.CodeAnswer {
  /// Whether what was typed has the form of a code of the system.
  ///
  /// Whether the code exists is another question. Case, blanks and dots do not matter, modifiers
  /// after a hyphen may follow. Where the accepted answers are no such codes themselves, a modifier say, anything goes.
  package func hasForm(_ typed: String) -> Bool {
    if accepts(typed) || !accept.contains(where: hasSystemForm) { return true }
    return hasSystemForm(typed)
  }

  /// What to say of a form that can be no code, as a sentence.
  package var formSentence: String {
    "That is not the form of \(system.article) \(system.rawValue) code, such as \(system.example)."
  }

  private func hasSystemForm(_ typed: String) -> Bool {
    let bytes = Array(Question.CodeAnswer.folded(typed).utf8)
    switch system {
    case .icd10cm:
      guard (3...7).contains(bytes.count), bytes[0].isCapital, bytes[1].isDigit else {
        return false
      }
      return bytes.allSatisfy { $0.isCapital || $0.isDigit }
    case .icd10pcs: return CodeShapes.isICD10PCS(bytes[...])
    case .hcpcs, .cpt:
      let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      let modifiers = parts.dropFirst()
      guard let code = parts.first, modifiers.count <= 4,
        modifiers.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isCapital || $0.isDigit } })
      else { return false }
      return system == .cpt ? CodeShapes.isCPT(code) : CodeShapes.isHCPCS(code)
    }
  }
}

extension Question.CodeSystem {
  /// A code of the system.
  fileprivate var example: String {
    switch self {
    case .icd10cm: "E11.65"
    case .icd10pcs: "0DTJ4ZZ"
    case .hcpcs: "G0439"
    case .cpt: "99213"
    }
  }

  fileprivate var article: String {
    switch self {
    case .icd10cm, .icd10pcs, .hcpcs: "an"
    case .cpt: "a"
    }
  }
}
