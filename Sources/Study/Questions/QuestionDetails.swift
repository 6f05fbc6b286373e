extension Question {
  /// The depth of thought that a question asks for.
  package enum Level: String, CaseIterable, Sendable {
    case recall, application, analysis
  }

  /// Where a question is shown: daily, or kept for mock exams until it was met there.
  package enum Pool: String, CaseIterable, Sendable {
    case study, mock
  }

  /// The part of the work that a question belongs to.
  package enum Duty: String, CaseIterable, Sendable {
    /// Compiling records and reviewing them for accuracy and completeness.
    case records
    /// ICD, CPT and HCPCS codes.
    case coding
    /// EHR systems, encoders, registries.
    case ehr
    /// Claims and insurance data.
    case billing
    /// HIPAA and other law.
    case compliance
    /// Queries to providers.
    case clarification
  }

  /// The code set that a typed answer belongs to.
  package enum CodeSystem: String, CaseIterable, Sendable {
    case icd10cm = "ICD-10-CM"
    case icd10pcs = "ICD-10-PCS"
    case hcpcs = "HCPCS"
    case cpt = "CPT"
  }

  /// A source that a learner can open.
  package struct Reference: Equatable, Sendable {
    package var source: String
    package var section: String

    package init(source: String, section: String) {
      self.source = source
      self.section = section
    }
  }

  /// The first and last day on which a question's codes and rules hold; nil is open.
  package struct Validity: Equatable, Sendable {
    package var from: CalendarDay?
    package var to: CalendarDay?

    package init(from: CalendarDay? = nil, to: CalendarDay? = nil) {
      self.from = from
      self.to = to
    }

    package func contains(_ day: CalendarDay) -> Bool {
      (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
  }

  /// A rule of the bank check that does not apply to a question, and the author's reason.
  package struct Waiver: Equatable, Sendable {
    package var rule: String
    package var why: String

    package init(rule: String, why: String) {
      self.rule = rule
      self.why = why
    }
  }

  /// A place in a second exam's pool.
  package struct Placement: Equatable, Sendable {
    package var exam: String
    package var domain: String

    package init(exam: String, domain: String) {
      self.exam = exam
      self.domain = domain
    }
  }
}

/// A record, note or table that one or more questions rest on.
package struct Exhibit: Equatable, Sendable, Identifiable {
  package var id: String
  package var title: String
  package var text: String

  package init(id: String, title: String, text: String) {
    self.id = id
    self.title = title
    self.text = text
  }
}

/// The content of one bank file: questions of one domain of one exam.
package struct QuestionBank: Equatable, Sendable {
  package var exam: String
  package var domain: String
  package var title: String
  /// The file it was read from, as a person would name it; empty where it was not read.
  package var file: String
  package var exhibits: [Exhibit]
  package var questions: [Question]

  package init(
    exam: String, domain: String, title: String, file: String = "", exhibits: [Exhibit] = [],
    questions: [Question]
  ) {
    self.exam = exam
    self.domain = domain
    self.title = title
    self.file = file
    self.exhibits = exhibits
    self.questions = questions
  }
}
