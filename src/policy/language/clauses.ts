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
} from '../vocabulary.ts'
import type { BasisFor } from './bases.ts'
import type { ConsentClause, StorageClause } from './browser.ts'
import type { Carries, PromiseId } from './carries.ts'
import type { SpecialCondition } from './conditions.ts'
import type { Citation, DocumentRef, IsoDate, IsoDuration, Prose } from './durations.ts'
import type { Gate } from './gates.ts'

export interface Controller extends Carries {
  readonly name: string
  /** The service itself. Exactly one is. */
  readonly own?: true
  readonly contact: string
  /** Within what time a request about what we hold on their instructions is passed on to them. */
  readonly passRequestsWithin?: IsoDuration
}

export interface ServiceClause<Other extends string = string> extends Carries {
  readonly name: string
  readonly legalForm: 'charity' | 'company' | 'soleTrader'
  /** How it is registered: charity or company number. */
  readonly registration: string
  readonly controllers: { readonly [Key in Other]: Controller }
  readonly contact: { readonly address: readonly string[]; readonly email: string; readonly website: string }
  readonly icoRegistration: string
  readonly language: 'en-GB'
}

export interface CategoryClause extends Carries {
  /** As people would say it: "your name and date of birth". */
  readonly title: Prose
  readonly about: readonly SubjectKind[]
  /** Special-category data, or data about offences. */
  readonly special?: 'special' | 'offences'
}

/** Where the service has a detail from. */
export type Source = 'subject' | 'otherParty' | 'referrer' | 'court' | 'staff'

export interface SubjectClause<Kind extends string, Scope extends string = string> extends Carries {
  readonly basis: BasisFor<Kind, Scope>
  readonly special?: SpecialCondition | readonly SpecialCondition[]
  readonly source: readonly Source[]
  /** When somebody whose details came from others is told so (UK GDPR Article 14(3)). */
  readonly told?: 'firstContact' | 'withinOneMonth' | 'whenSafe'
  /** Set when the person must give the data by law or contract, and what follows when they do not. */
  readonly required?: Prose
}

export type PurposeRole<Other extends string = string> =
  | 'controller'
  | { readonly processorFor: Other }
  | { readonly jointWith: Other }

export interface PurposeClause<R extends string, C extends string, S extends string, O extends string> extends Carries {
  readonly role: PurposeRole<O>
  /** The software does not do it yet: checked and shown to staff, left out of the public notice, and held by no live role. */
  readonly state?: 'planned'
  readonly title: Prose
  readonly text: Prose
  readonly subjects: { readonly [Kind in SubjectKind]?: SubjectClause<Kind, S> }
  /** The condition for special categories, where it is the same for everybody. */
  readonly special?: SpecialCondition | readonly SpecialCondition[]
  readonly reads: readonly CategoryKey[]
  readonly writes: readonly CategoryKey[]
  readonly removes?: readonly CategoryKey[]
  readonly recipients: readonly C[]
  readonly retention: readonly R[]
  /** No decision about anybody is left to a machine (UK GDPR Article 22A). */
  readonly automated: false
}

export interface RetentionClause extends Carries {
  readonly of: Aggregate
  readonly title: Prose
  readonly from: EventKey
  readonly keep: IsoDuration
  /** The longest that anything may be kept from the first such event, however often the clock starts again. */
  readonly cap?: IsoDuration
  readonly reopen: 'restart' | 'continue'
  /** What happens to a record whose clock has not started within this time. */
  readonly noAnchor: { readonly after: IsoDuration; readonly then: 'review' }
  /** How long staff can see that a record is about to go before it goes. */
  readonly waiting: IsoDuration
  readonly why: Prose
  readonly source: Citation
}

export type RecipientKind = 'processor' | 'controller' | 'authority' | 'party' | 'professional'

export interface RecipientClause<S extends string = string> extends Carries {
  readonly name: string
  readonly kind: RecipientKind
  /** What it gets data for, as people would say it. */
  readonly why: Prose
  /** ISO 3166 code of the country where the data lies. */
  readonly country: string
  /** For a country outside the UK: on what footing the data goes there. */
  readonly safeguard?: 'adequacy' | 'transferAgreement'
  readonly gate: Gate<S>
  /** `until`: the last day of one that was made for a time. */
  readonly agreement?: {
    readonly document: DocumentRef
    readonly reviewBy: IsoDate
    readonly from?: IsoDate
    readonly until?: IsoDate
  }
  /** For the other party: what may be passed on by a named act, and what is held back whatever happens. */
  readonly passes?: readonly CategoryKey[]
  readonly withholds?: readonly CategoryKey[]
  /** Where its own notice stands, for whoever is asked whether they agree to it. */
  readonly notice?: string
  /** Not shown to the person concerned, where telling them would be an offence. */
  readonly hidden?: 'tippingOff'
}

export interface StatisticClause extends Carries {
  readonly title: Prose
  readonly from: CategoryKey
  /** Numbers below it are shown as a band. */
  readonly threshold: number
  readonly round: number
  readonly cadence: 'monthly' | 'quarterly' | 'yearly'
}

export interface ClocksClause extends Carries {
  readonly rightsRequest?: { readonly answer: IsoDuration; readonly extension: IsoDuration }
  readonly complaint?: { readonly acknowledge: IsoDuration }
  /** Working days in which a complaint about the service is acknowledged and answered. */
  readonly serviceComplaint?: { readonly acknowledge: number; readonly answer: number }
  readonly indirectNotice?: { readonly within: IsoDuration }
  readonly breach?: { readonly report: IsoDuration }
  /** After how long somebody is asked again whether their details are still right, at the next booking. */
  readonly details?: { readonly confirmAgain: IsoDuration }
  /** For how long two records of one person that became one can be parted again. */
  readonly merging?: { readonly undo: IsoDuration }
  /** For how long somebody can take what they asked to see. */
  readonly answers?: { readonly goodFor: IsoDuration }
  /**
   * For how long after a way of contact changed a colleague is asked before anything goes there, and how long what a colleague writes
   * waits before it goes.
   */
  readonly messages?: { readonly recentChange: IsoDuration; readonly sendDelay: IsoDuration }
  /**
   * For how long somebody who does not have a file may open it when a person may be in danger, and within what time a second looks at what
   * one person decided alone.
   */
  readonly safeguarding?: { readonly access: IsoDuration; readonly review: IsoDuration }
}

export const rightKeys = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'withdrawal',
] as const
export type RightKey = (typeof rightKeys)[number]

export interface RightsClause extends Carries {
  readonly channels: 'any'
  readonly identity: 'whenInDoubt'
  /** Left out, the rights are those that follow from the bases. */
  readonly offers?: readonly RightKey[]
}

export interface ClaimClause extends Carries {
  /** A sentence that may say "never" or "only", because a test holds it true. */
  readonly says: Prose
  readonly test: PromiseId
}

export interface RoleClause extends Carries {
  readonly area: Area
  readonly title: Prose
  readonly state?: 'planned'
  readonly may: readonly MayClause[]
}

export interface MayClause {
  readonly purpose: PurposeKey
  readonly rows: RowScope
  /** Left out: read, add and change. Removing must always be named. */
  readonly do?: readonly Operation[]
  readonly view?: 'pseudonymised' | 'aggregate'
  /** The purpose, or this part of it, is not built yet. */
  readonly state?: 'planned'
}

export const textKeys = [
  'summaryWho',
  'summaryUse',
  'summarySharing',
  'summaryKeeping',
  'summaryRights',
  'controller',
  'sources',
  'betweenParties',
  'sharing',
  'keeping',
  'paper',
  'rights',
  'identity',
  'children',
  'websites',
  'cookies',
  'changes',
] as const
export type TextKey = (typeof textKeys)[number]

export interface Policy<
  R extends string = string,
  C extends string = string,
  S extends string = string,
  O extends string = string,
> {
  /** The day from which it holds, which the notice bears. */
  readonly date: IsoDate
  readonly service: ServiceClause<O>
  readonly categories: { readonly [Key in CategoryKey]?: CategoryClause }
  readonly purposes: { readonly [Key in PurposeKey]?: PurposeClause<NoInfer<R>, NoInfer<C>, NoInfer<S>, NoInfer<O>> }
  readonly retention: { readonly [Key in R]: RetentionClause }
  readonly recipients: { readonly [Key in C]: RecipientClause<NoInfer<S>> }
  readonly storage: Readonly<Record<string, StorageClause<NoInfer<S>>>>
  readonly consents: { readonly [Key in S]: ConsentClause }
  readonly roles: { readonly [Key in RoleKey]?: RoleClause }
  readonly statistics: Readonly<Record<string, StatisticClause>>
  readonly clocks: ClocksClause
  readonly rights: RightsClause
  readonly claims: Readonly<Record<string, ClaimClause>>
  readonly text: { readonly [Key in TextKey]: Prose }
}
