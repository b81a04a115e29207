/** A start that cannot be, for reasons that a person can mend: each is one line in plain words, and no bug. */
export class CannotStart extends Error {
  readonly problems: readonly string[]

  constructor(...problems: string[]) {
    super(problems.join('\n'))
    this.name = 'CannotStart'
    this.problems = problems
  }
}
