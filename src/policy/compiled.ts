import type { Basis } from './language/bases.ts'
import type { StorageNeed, StorageUse } from './language/browser.ts'
import type {
  ClaimClause,
  Controller,
  PurposeRole,
  RecipientKind,
  RightsClause,
  Source,
  TextKey,
} from './language/clauses.ts'
import type { SpecialCondition } from './language/conditions.ts'
import type { Gate } from './language/gates.ts'
import type {
  Aggregate,
  Area,
  CategoryKey,
  EventKey,
  Operation,
  PurposeKey,
  RoleKey,
  RowScope,
  SubjectKind,
} from './vocabulary.ts'

/**
 * A policy after its check: whole, frozen, plain JSON. `hash` is the SHA-256 of the canonical JSON of everything else in it.
 * Durations are ISO 8601, dates ISO; prose still has its slots.
 */
export interface CompiledPolicy {
  readonly hash: string
  readonly date: string
  readonly service: {
    readonly name: string
    readonly legalForm: 'charity' | 'company' | 'soleTrader'
    readonly registration: string
    readonly controllers: Readonly<Record<string, Pick<Controller, 'name' | 'own' | 'contact' | 'passRequestsWithin'>>>
    readonly contact: { readonly address: readonly string[]; readonly email: string; readonly website: string }
    readonly icoRegistration: string
    readonly language: 'en-GB'
  }
  readonly categories: { readonly [Key in CategoryKey]?: CompiledCategory }
  readonly purposes: { readonly [Key in PurposeKey]?: CompiledPurpose }
  readonly roles: { readonly [Key in RoleKey]?: CompiledRole }
  readonly retention: Readonly<Record<string, CompiledRetention>>
  readonly recipients: Readonly<Record<string, CompiledRecipient>>
  readonly storage: Readonly<Record<string, CompiledStorage>>
  readonly consents: Readonly<Record<string, CompiledConsent>>
  readonly statistics: Readonly<Record<string, CompiledStatistic>>
  readonly clocks: CompiledClocks
  readonly rights: Pick<RightsClause, 'channels' | 'identity'>
  readonly claims: Readonly<Record<string, Pick<ClaimClause, 'says'>>>
  readonly text: Readonly<Record<TextKey, string>>
}

export interface CompiledCategory {
  readonly title: string
  readonly about: readonly SubjectKind[]
  readonly special?: 'special' | 'offences'
}

export interface CompiledSubject {
  readonly basis: Basis
  readonly special: readonly SpecialCondition[]
  readonly source: readonly Source[]
  readonly told?: 'firstContact' | 'withinOneMonth' | 'whenSafe'
  readonly required?: string
}

export interface CompiledPurpose {
  readonly key: PurposeKey
  readonly role: PurposeRole
  readonly state: 'active' | 'planned'
  readonly title: string
  readonly text: string
  readonly subjects: { readonly [Kind in SubjectKind]?: CompiledSubject }
  readonly reads: readonly CategoryKey[]
  readonly writes: readonly CategoryKey[]
  readonly removes: readonly CategoryKey[]
  readonly recipients: readonly string[]
  readonly retention: readonly string[]
}

export interface CompiledMay {
  readonly purpose: PurposeKey
  readonly rows: RowScope
  readonly do: readonly Operation[]
  readonly view: 'clear' | 'pseudonymised' | 'aggregate'
}

export interface CompiledRole {
  readonly key: RoleKey
  readonly area: Area
  readonly title: string
  readonly state: 'active' | 'planned'
  readonly may: readonly CompiledMay[]
  /** What it will be able to do when the software can; ruled by nothing and granted to nobody until then. */
  readonly planned: readonly CompiledMay[]
}

export interface CompiledRetention {
  readonly of: Aggregate
  readonly title: string
  readonly from: EventKey
  readonly keep: string
  readonly cap?: string
  readonly reopen: 'restart' | 'continue'
  readonly noAnchor: { readonly after: string; readonly then: 'review' }
  readonly waiting: string
  readonly why: string
  readonly source: string
}

/** A data protection agreement, with its days. */
export interface Agreement {
  readonly document: string
  readonly reviewBy: string
  readonly from?: string
  readonly until?: string
}

export interface CompiledRecipient {
  readonly name: string
  readonly kind: RecipientKind
  readonly why: string
  readonly country: string
  readonly safeguard?: 'adequacy' | 'transferAgreement'
  readonly gate: Gate
  readonly agreement?: Agreement
  readonly passes: readonly CategoryKey[]
  readonly withholds: readonly CategoryKey[]
  readonly notice?: string
  readonly hidden?: 'tippingOff'
}

export interface CompiledStorage {
  readonly name: string
  readonly medium: 'cookie' | 'local' | 'session'
  readonly use: StorageUse
  readonly need: StorageNeed
  readonly maxAge: string
  readonly areas: readonly Area[]
  readonly text: string
}

export interface CompiledConsent {
  readonly purpose: PurposeKey
  readonly title: string
  readonly wording: string
  readonly ledger: 'perPerson' | 'countsOnly'
  readonly opens?: 'email'
  readonly withdrawal: { readonly stops: string; readonly continues: string }
}

export interface CompiledStatistic {
  readonly title: string
  readonly from: CategoryKey
  readonly threshold: number
  readonly round: number
  readonly cadence: 'monthly' | 'quarterly' | 'yearly'
}

export interface CompiledClocks {
  readonly rightsRequest: { readonly answer: string; readonly extension: string }
  readonly complaint: { readonly acknowledge: string }
  /** In working days. */
  readonly serviceComplaint: { readonly acknowledge: number; readonly answer: number }
  readonly indirectNotice: { readonly within: string }
  readonly breach: { readonly report: string }
  readonly details: { readonly confirmAgain: string }
  readonly merging: { readonly undo: string }
  readonly answers: { readonly goodFor: string }
  readonly messages: { readonly recentChange: string; readonly sendDelay: string }
  readonly safeguarding: { readonly access: string; readonly review: string }
}
