import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { ListedCase } from './case.ts'

/** For whom a case waits. */
export const waiters = ['coordinator', 'mediator', 'supervisor', 'parties', 'nobody'] as const
export type Waiter = (typeof waiters)[number]

export const waiterWords: Readonly<Record<Waiter, string>> = {
  coordinator: 'the coordinator',
  mediator: 'the mediator',
  supervisor: 'the supervisor',
  parties: 'the parties',
  nobody: 'nobody',
}

/** What comes next in a case, in a few words for a list. */
export interface ListedStep {
  readonly words: string
  readonly waitsFor: Waiter
  readonly day: Temporal.PlainDate | null
}

/** What comes next in some cases. It is known by a feature that comes after this one, so it is given. */
export type StepsOf = (scope: Scope, cases: readonly ListedCase[]) => Promise<ReadonlyMap<Id, ListedStep>>
