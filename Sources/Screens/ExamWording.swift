import Study

/// Sentences about exams, the same on the screen and in lines.
package enum ExamWording {
  /// What a form lacks, as sentences; none where it is whole.
  package static func shortcomings(of form: ExamForm, _ profile: ExamProfile) -> [String] {
    var sentences: [String] = []
    if form.questions.isEmpty {
      return ["The bank holds no choice questions of \(form.exam) that are valid on \(form.date)."]
    }
    if form.questions.count < form.wanted {
      sentences.append(
        "The bank is too small for \(form.wanted) questions in the exam's proportion: "
          + "this form has \(form.questions.count).")
    }
    if !form.missing.isEmpty {
      sentences.append(
        "No questions yet: \(form.missing.map(\.title).joined(separator: "; ")).")
    }
    if form.questions.count < ExamForm.leastForVerdict {
      sentences.append(
        "Under \(ExamForm.leastForVerdict) questions there is a score, but no verdict.")
    }
    return sentences
  }

  /// Time left as `1:12:48`, below an hour `12:48`.
  package static func clock(_ milliseconds: Int) -> String {
    // Rounded up, so that 0:00 is shown only when the time is up.
    let seconds = (max(0, milliseconds) + 999) / 1000
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let minutes = seconds / 60
    return minutes < 60
      ? "\(minutes):\(padded(seconds % 60))"
      : "\(minutes / 60):\(padded(minutes % 60)):\(padded(seconds % 60))"
  }
}
