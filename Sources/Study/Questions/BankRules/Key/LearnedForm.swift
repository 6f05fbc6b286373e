/// J2: a model that learns from the form of options alone (five folds) solves hardly more than chance.
///
/// A conditional logit over 18 features of form, no words: it finds cues that no list of rules names.
/// Limit: 31 %, fails above 37 %; judged from 100 questions.
package enum LearnedForm: BankRule {
  package static let id = "J2"
  package static let name = "solved by learned form of the options alone"
  package static let fix = "make keys and distractors alike in length, punctuation and detail"

  package static func figure(of sample: BankSample) -> BankFigure {
    let features = sample.choices.map(\.features)
    let keys = sample.choices.map(\.key)
    guard keys.count >= 100 else {
      return BankFigure(
        value: "-", limit: "at most 31.0 %, fails above 37.0 %", verdict: .unjudged,
        count: keys.count, note: "fewer than 100 questions")
    }
    let folds = sample.choices.map(\.fold)
    var points = 0.0
    for fold in 0..<Folds.count {
      let training = keys.indices.filter { folds[$0] != fold }
      let trial = keys.indices.filter { folds[$0] == fold }
      guard !trial.isEmpty, training.count >= 50 else { continue }
      let model = ConditionalLogit(
        features: training.map { features[$0] }, keys: training.map { keys[$0] })
      for index in trial {
        points += OptionFeatures.credit(features[index].map(model.score), key: keys[index])
      }
    }
    return .cue(points, of: keys.count, .init(warn: 0.31, fail: 0.37))
  }
}
