import type { Area, PurposeKey } from '../vocabulary.ts'
import type { Carries } from './carries.ts'
import type { IsoDuration, Prose } from './durations.ts'

/** The exceptions of Schedule A1 to the Privacy and Electronic Communications Regulations 2003, or consent. */
export type StorageNeed<S extends string = string> =
  | 'strictlyNecessary'
  | 'communication'
  | 'statistical'
  | 'appearance'
  | 'emergency'
  | { readonly consent: S }

export const storageUses = [
  'signIn',
  'security',
  'formProtection',
  'choice',
  'draft',
  'pageCounts',
  'appearance',
] as const
export type StorageUse = (typeof storageUses)[number]

export interface StorageClause<S extends string = string> extends Carries {
  /** The name as a browser shows it. */
  readonly name: string
  readonly medium: 'cookie' | 'local' | 'session'
  readonly use: StorageUse
  readonly need: StorageNeed<S>
  /** `browserClose` is a session cookie. */
  readonly maxAge: IsoDuration | 'browserClose'
  readonly areas: readonly Area[]
  readonly text: Prose
}

export interface ConsentClause extends Carries {
  readonly purpose: PurposeKey
  readonly title: Prose
  readonly wording: Prose
  /** Consent is an act. Going on reading a page is none. */
  readonly given: 'byAction'
  /** Counted without an identifier, or bound to a person in the ledger. */
  readonly ledger: 'perPerson' | 'countsOnly'
  /** A way of reaching people that stays shut without it. */
  readonly opens?: 'email'
  readonly withdrawal: { readonly stops: Prose; readonly continues: Prose }
}
