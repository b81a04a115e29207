/** What an action answers: done, or refused for a reason that a person caused and can mend. Bugs are thrown instead. */
export type Outcome<Value, Reason extends string = string> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly reason: Reason }

export const done = <Value>(value: Value): Outcome<Value, never> => ({ done: true, value })

export const refused = <Reason extends string>(reason: Reason): Outcome<never, Reason> => ({ done: false, reason })
