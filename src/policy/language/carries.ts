/** The promises that a clause carries: `T12`, `S05`. */
export interface Carries {
  readonly promises?: readonly PromiseId[]
}
export type PromiseId = `${'T' | 'S'}${number}`
