import type { Agreement } from '../../../policy/compiled.ts'
import type { GateRow } from '../../../policy/enforcing/gate-table.ts'
import { homeCountries } from '../../../policy/law.ts'
import { isFact } from './claim-facts.ts'
import type { Decision, Ground, PieceOfFile, Side } from './disclosure.ts'

/** A recipient of the policy, and what it may be told under the purpose that asks. Null: there is no such. */
export type Recipient = Pick<
  GateRow,
  'recipient' | 'name' | 'kind' | 'country' | 'safeguard' | 'gate' | 'agreement' | 'hidden'
>

/** How things stand at the moment of judging. */
export interface State {
  /** ISO date. */
  readonly today: string
  readonly files: readonly PieceOfFile[]
  /** Which parties have said yes to what the gate asks, and not taken it back. */
  readonly agreed: readonly ('A' | 'B')[]
  /** Parties who pay themselves and do not want the file looked at for legal aid. */
  readonly objecting: readonly ('A' | 'B')[]
  /** Parties whose data may for now be kept and not used. */
  readonly restricted: readonly ('A' | 'B')[]
  /** A colleague decided by name that this worry is told. */
  readonly concernDecided: boolean
}

export const refusals = {
  no_recipient: 'There is no such recipient in our policy',
  no_safeguard: 'It keeps its data outside the United Kingdom, and our policy states no safeguard for that',
  no_agreement: 'There is no data protection agreement with them, and no law that asks for this',
  agreement_not_begun: 'The agreement with them has not begun yet',
  agreement_ended: 'The agreement with them has ended',
  wrong_ground: 'Our policy does not let them have anything on this ground',
  no_authority: 'It must be said which order, letter or section asks for it',
  nothing: 'Say what is to go: a document, a fact, or words',
  no_consent: 'The person has not agreed to this, or has taken it back',
  not_both_agreed: 'It concerns both, and not both have agreed',
  not_theirs: 'A document that is not theirs alone, or theirs at all, is among what would go',
  too_much: 'Of the other party, only the facts that a claim asks for can go',
  without_prejudice: 'Something in it is without prejudice, and that does not go to a court',
  without_prejudice_joint: 'Something in it is without prejudice: both must agree before it leaves',
  not_released: 'A document in it has not been looked at and released',
  objected: 'A party who pays themselves does not want the file looked at',
  restricted: 'For now we may keep the data of a party, and not use it',
  not_decided: 'Nobody has decided that this worry is told',
} as const
export type Refusal = keyof typeof refusals

const groundOfGate = {
  underAgreement: 'agreement',
  partyAsks: 'wish',
  withConsent: 'consent',
  byLaw: 'law',
  safeguarding: 'safeguarding',
  complaint: 'complaint',
  instructed: 'instructed',
  bothOrCourt: 'consent',
  passedOn: null,
  suppressedCounts: null,
} as const satisfies Record<GateRow['gate']['opens'], Ground | null>

/** On which ground a gate opens. A law that orders it opens any gate of an authority. */
export const groundsOf = (row: Recipient): readonly Ground[] => {
  const own = groundOfGate[row.gate.opens]
  if (own === null) return []
  return row.kind === 'authority' && own === 'wish' ? [own, 'law'] : [own]
}

/**
 * Whether something may be told to somebody outside: why not, in the order in which somebody would say it. Empty: it may go. The same
 * question is asked when it is decided and when it goes, since an agreement can end and a consent be taken back between the two.
 */
export function judge(row: Recipient | null, decision: Decision, state: State): Refusal[] {
  if (row === null) return ['no_recipient']
  const found: (Refusal | false)[] = [
    ...footing(row, decision, state.today),
    ...asked(decision, state),
    ...(decision.ground === 'safeguarding' ? [] : permitted(row, decision, state)),
    ...contents(decision, state),
  ]
  return [...new Set(found.filter((it): it is Refusal => it !== false))]
}

function footing(row: Recipient, { ground }: Decision, today: string): (Refusal | false)[] {
  const bound = ground === 'law' || ground === 'safeguarding' || ground === 'complaint'
  const worksForUs = row.kind === 'processor' || row.gate.opens === 'underAgreement'
  return [
    !homeCountries.includes(row.country) && row.safeguard === null && 'no_safeguard',
    !groundsOf(row).includes(ground) && 'wrong_ground',
    worksForUs && !bound && agreementFault(row.agreement, today),
  ]
}

/** What is wrong with an agreement on a day (ISO date); false when it stands. */
export function agreementFault(agreement: Agreement | null, today: string): Refusal | false {
  if (agreement === null) return 'no_agreement'
  if (agreement.from !== undefined && agreement.from > today) return 'agreement_not_begun'
  return agreement.until !== undefined && agreement.until < today && 'agreement_ended'
}

const asked = (
  { ground, authority, words, facts }: Decision,
  { files, concernDecided }: State,
): (Refusal | false)[] => [
  (ground === 'law' || ground === 'complaint' || ground === 'instructed') && authority.trim() === '' && 'no_authority',
  ground === 'safeguarding' && !concernDecided && 'not_decided',
  words.trim() === '' && facts.length === 0 && files.length === 0 && 'nothing',
]

/** What a party said of it, which a worry about somebody's safety goes before. A restriction leaves what a law asks for, and what the
 * person agrees to (UK GDPR, Article 18(2)). */
function permitted(row: Recipient, decision: Decision, state: State): (Refusal | false)[] {
  const { ground, lawKind, side } = decision
  const whose = sidesOf(side)
  return [
    ground !== 'law' && ground !== 'consent' && whose.some((it) => state.restricted.includes(it)) && 'restricted',
    lawKind === 'inspection' && state.objecting.length > 0 && 'objected',
    ...(ground === 'consent' ? byConsent(row, decision, state) : []),
    ...(ground === 'wish' ? byWish(decision, state) : []),
  ]
}

const sidesOf = (side: Side): readonly ('A' | 'B')[] => (side === 'both' ? ['A', 'B'] : [side])

/** What happened in mediation is of both: neither can give it to somebody alone. */
function byConsent(row: Recipient, { side, wordsQuality }: Decision, { files, agreed }: State): (Refusal | false)[] {
  const both = agreed.includes('A') && agreed.includes('B')
  const joint = files.some((it) => it.zone === 'both') || row.gate.opens === 'bothOrCourt'
  const guarded = wordsQuality === 'without_prejudice' || files.some((it) => it.quality === 'without_prejudice')
  return [
    !sidesOf(side).every((it) => agreed.includes(it)) && (side === 'both' ? 'not_both_agreed' : 'no_consent'),
    joint && !both && 'not_both_agreed',
    guarded && !both && 'without_prejudice_joint',
    files.some((it) => it.zone === 'office' || (it.zone !== 'both' && side !== 'both' && it.zone !== side)) &&
      'not_theirs',
  ]
}

/** For legal aid go the papers of the one who wants it, and of the other the facts that the form has. */
const byWish = ({ side, facts, wordsQuality }: Decision, { files }: State): (Refusal | false)[] => [
  side === 'both' && 'wrong_ground',
  (files.some((it) => it.zone !== side) || facts.some((it) => !isFact(it))) && 'too_much',
  (wordsQuality === 'without_prejudice' || files.some((it) => it.quality === 'without_prejudice')) &&
    'without_prejudice_joint',
]

const contents = ({ lawKind, wordsQuality }: Decision, { files }: State): (Refusal | false)[] => [
  files.some((it) => !it.released) && 'not_released',
  lawKind === 'court' &&
    (wordsQuality === 'without_prejudice' || files.some((it) => it.quality === 'without_prejudice')) &&
    'without_prejudice',
]
