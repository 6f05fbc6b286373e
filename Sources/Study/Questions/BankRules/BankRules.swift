/// All rules of the check, in the order in which figures are shown.
package enum BankRules {
  /// Rules that name single questions.
  package static let ofQuestions: [any QuestionRule.Type] = [
    OptionReferences.self, YesNoOptions.self, GrammarCue.self, OverlappingOptions.self,
    UnorderedNumbers.self, ShuffledNumbers.self, PlainNegation.self, LongStem.self,
    ShortRationale.self, OptionLetters.self, KeyCodes.self, DistractorCodes.self, CodeYear.self,
    PurposelyInvalid.self, ExpiredQuestions.self, KnownWaivers.self,
  ]

  /// Counts over all choices of an exam.
  package static let ofBanks: [any BankRule.Type] = [
    OptionReferences.self, YesNoOptions.self, OpenStem.self, KeyPosition.self, KeyRuns.self,
    LongestOption.self, ShortestOption.self, ConspicuousOption.self, LengthRatio.self,
    UnevenLengths.self, StemOverlap.self, StemEcho.self, Convergence.self, AbsoluteWords.self,
    AbsolutesInKey.self, HedgesInKey.self, GrammarCue.self, OddFormat.self, MixedKinds.self,
    OverlappingOptions.self, UnorderedNumbers.self, MiddleNumber.self, ShuffledNumbers.self,
    NegativeStems.self, PlainNegation.self, UnfocusedStems.self, LongStem.self, ReadingGrade.self,
    ExactDuplicates.self, SameStem.self, NearDuplicates.self, CloseVariants.self,
    EnemyCandidates.self, ShortRationale.self, DistractorsDealtWith.self, OptionLetters.self,
    RationaleOpening.self, KeyCodes.self, DistractorCodes.self, CodeYear.self,
    PurposelyInvalid.self, TestWise.self, LearnedForm.self, LearnedWords.self,
    BlueprintShare.self, WholeForms.self, DutiesCovered.self, LevelMix.self,
  ]

  /// The rules by which a question counts as flagged in ``FlaggedQuestions``.
  static let flagging: Set<String> = [
    "A4", "A5", "A6", "C3", "D2", "E1", "E4", "E5", "E6", "E7", "E8", "F2", "F3", "G1", "G3", "H1",
    "H3", "H4", "I1", "I2",
  ]

  /// The ids of all rules that a question may waive.
  static let waivable = Set(ofQuestions.map { $0.id } + ofBanks.map { $0.id })
}
