// What the learner sees.
