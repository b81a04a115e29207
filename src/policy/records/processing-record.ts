import type { CompiledPolicy, CompiledPurpose, CompiledRecipient, CompiledSubject } from '../compiled.ts'
import { categoriesOf } from '../enforcing/active.ts'
import { entriesOf } from '../findings.ts'
import { homeCountries } from '../law.ts'
import { basisLaw, basisWords, conditionWords, gateWords, sourceWords } from '../prose/legal-words.ts'
import { people } from '../prose/people.ts'
import { fill, type SettingValues } from '../prose/slots.ts'
import { dateInWords, durationInWords, sentence } from '../prose/words.ts'
import type { SubjectKind } from '../vocabulary.ts'

/** The record of processing under UK GDPR Article 30, in words for the regulator, from the policy. */
export interface ProcessingRecord {
  readonly service: string
  readonly registration: string
  readonly contact: readonly string[]
  readonly privacyLead: string
  readonly regulatorNumber: string
  readonly policyDate: string
  readonly policyHash: string
  /** Article 30(1): what the service decides itself, alone or with another. */
  readonly controller: readonly RecordedPurpose[]
  /** Article 30(2): what it does for another controller. */
  readonly processor: readonly (RecordedPurpose & { readonly for: string; readonly theirContact: string })[]
  readonly recipients: readonly RecordedRecipient[]
  /** DPA 2018, Schedule 1, paragraph 41: for each use of special data, condition, basis and whether it is kept as the policy says. */
  readonly special: readonly RecordedCondition[]
}

export interface RecordedPurpose {
  readonly key: string
  readonly title: string
  readonly planned: boolean
  readonly jointWith: string | null
  readonly people: readonly {
    readonly who: string
    readonly basis: string
    readonly because: string
    readonly from: readonly string[]
    /** The paper in which a legitimate interest was weighed, and when it is weighed again; null for any other basis. */
    readonly assessment: string | null
  }[]
  readonly data: readonly string[]
  readonly recipients: readonly string[]
  readonly kept: readonly string[]
}

export interface RecordedRecipient {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly why: string
  readonly country: string
  /** On what footing data goes abroad; null at home. */
  readonly safeguard: string | null
  readonly when: string
  readonly agreement: { readonly document: string; readonly reviewBy: string } | null
  readonly planned: boolean
}

export interface RecordedCondition {
  readonly purpose: string
  readonly who: string
  readonly condition: string
  readonly basis: string
  readonly policyDocument: string | null
  readonly kept: readonly string[]
}

const countries = new Intl.DisplayNames('en-GB', { type: 'region' })
const kinds = {
  processor: 'Processor, on our instructions',
  controller: 'Controller of its own',
  authority: 'Public body',
  party: 'Party to the mediation',
  professional: 'Professional',
} as const
const footing = {
  adequacy: 'Adequacy regulations',
  transferAgreement: 'International data transfer agreement',
} as const

/** Everything that Article 30 asks for and the policy knows; counts of what was told are added by whoever keeps them. */
export function processingRecord(policy: CompiledPolicy, settings: SettingValues): ProcessingRecord {
  const { service } = policy
  const purposes = entriesOf(policy.purposes).map(([, purpose]) => purpose)
  const own = purposes.filter((it) => it.state === 'active' && forWhom(it) === null)
  const live = new Set(purposes.filter((it) => it.state === 'active').flatMap((it) => it.recipients))
  return {
    service: service.name,
    registration: service.registration,
    contact: [...service.contact.address, service.contact.email],
    privacyLead: settings.privacyLead,
    regulatorNumber: service.icoRegistration,
    policyDate: policy.date,
    policyHash: policy.hash,
    controller: own.map((it) => recordedPurpose(policy, it, settings)),
    processor: purposes.flatMap((it) => {
      const other = policy.service.controllers[forWhom(it) ?? '']
      if (!other) return []
      return [{ ...recordedPurpose(policy, it, settings), for: other.name, theirContact: other.contact }]
    }),
    recipients: entriesOf(policy.recipients).map(([key, it]) =>
      recordedRecipient(policy, [key, it], live.has(key), settings),
    ),
    special: own.flatMap((it) => conditionsOf(policy, it, settings)),
  }
}

/** The controller on whose instructions a purpose runs; null when the service decides. */
const forWhom = ({ role }: CompiledPurpose): string | null =>
  typeof role === 'object' && 'processorFor' in role ? role.processorFor : null

const keptOf = (policy: CompiledPolicy, purpose: CompiledPurpose, settings: SettingValues): string[] =>
  purpose.retention.flatMap((key) => {
    const rule = policy.retention[key]
    return rule ? [`${fill(policy, rule.title, settings)}: ${durationInWords(rule.keep)}`] : []
  })

function recordedPurpose(policy: CompiledPolicy, purpose: CompiledPurpose, settings: SettingValues): RecordedPurpose {
  const { role } = purpose
  const other = typeof role === 'object' && 'jointWith' in role ? role.jointWith : null
  return {
    key: purpose.key,
    title: fill(policy, purpose.title, settings),
    planned: purpose.state === 'planned',
    jointWith: other === null ? null : (policy.service.controllers[other]?.name ?? other),
    people: entriesOf(purpose.subjects).map(([kind, subject]) => recordedPeople(kind as SubjectKind, subject)),
    data: categoriesOf(purpose).map((key) => sentence(fill(policy, policy.categories[key]?.title ?? key, settings))),
    recipients: purpose.recipients.map((key) => sentence(policy.recipients[key]?.name ?? key)),
    kept: keptOf(policy, purpose, settings),
  }
}

function recordedPeople(kind: SubjectKind, subject: CompiledSubject): RecordedPurpose['people'][number] {
  const { basis } = subject
  const weighed = basis.a6 === 'legitimateInterests'
  return {
    who: sentence(people[kind].these),
    basis: basisLaw(basis),
    because: sentence(weighed ? basis.interest : basisWords(basis, kind)),
    from: subject.source.map((it) => sentence(sourceWords[it])),
    assessment: weighed ? `${basis.assessment}, weighed again by ${dateInWords(basis.reviewBy)}` : null,
  }
}

function recordedRecipient(
  policy: CompiledPolicy,
  [key, it]: readonly [string, CompiledRecipient],
  live: boolean,
  settings: SettingValues,
): RecordedRecipient {
  const abroad = !homeCountries.includes(it.country)
  return {
    key,
    name: sentence(it.name),
    kind: kinds[it.kind],
    why: sentence(fill(policy, it.why, settings)),
    country: countries.of(it.country) ?? it.country,
    safeguard: abroad ? (it.safeguard ? footing[it.safeguard] : 'None') : null,
    when: sentence(gateWords(it.gate)),
    agreement: it.agreement ?? null,
    planned: !live,
  }
}

const conditionsOf = (policy: CompiledPolicy, purpose: CompiledPurpose, settings: SettingValues): RecordedCondition[] =>
  entriesOf(purpose.subjects).flatMap(([kind, subject]) =>
    subject.special.map((condition) => ({
      purpose: fill(policy, purpose.title, settings),
      who: sentence(people[kind as SubjectKind].these),
      condition: sentence(conditionWords(condition)),
      basis: basisLaw(subject.basis),
      policyDocument: condition.policyDocument ?? null,
      kept: keptOf(policy, purpose, settings),
    })),
  )
