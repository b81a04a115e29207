import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Decision, Ground, LawKind, Quality, Side, Way } from '../domain/disclosure.ts'

export interface Disclosure extends Decision {
  readonly id: Id
  readonly caseId: Id
  readonly hidden: boolean
  readonly concernId: Id | null
  readonly fileIds: readonly Id[]
  readonly reason: string
  readonly decidedBy: Id
  readonly decidedAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
  readonly sentBy: Id | null
  readonly sentHow: Way | null
  readonly stoppedAt: Temporal.Instant | null
  readonly stoppedWhy: string | null
}

const rows = (scope: Scope) =>
  scope.queries
    .selectFrom('disclosure')
    .select(['id', 'case_id', 'recipient', 'ground', 'law_kind', 'authority', 'side', 'hidden', 'concern_id'])
    .select(['file_ids', 'facts', 'words', 'words_quality', 'reason', 'decided_by', 'decided_at'])
    .select(['sent_at', 'sent_by', 'sent_how', 'stopped_at', 'stopped_why'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const disclosureOf = (row: Row): Disclosure => ({
  ...{ id: row.id, caseId: row.case_id, recipient: row.recipient, ground: row.ground as Ground },
  ...{ lawKind: row.law_kind as LawKind | null, authority: row.authority ?? '', side: row.side as Side },
  ...{ hidden: row.hidden, concernId: row.concern_id, fileIds: row.file_ids as Id[], facts: row.facts },
  ...{ words: row.words, wordsQuality: row.words_quality as Quality | null, reason: row.reason },
  ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, sentAt: row.sent_at, sentBy: row.sent_by },
  ...{ sentHow: row.sent_how as Way | null, stoppedAt: row.stopped_at, stoppedWhy: row.stopped_why },
})

/** More than this nobody reads at once; what is older is found from its case. */
const mostShown = 200

/** The latest that were decided, of all cases or of one. */
export async function disclosuresOf(scope: Scope, caseId: Id | null = null): Promise<Disclosure[]> {
  let query = rows(scope).orderBy('decided_at', 'desc').orderBy('id').limit(mostShown)
  if (caseId) query = query.where('case_id', '=', caseId)
  return (await query.execute()).map(disclosureOf)
}

export async function disclosureOfId(scope: Scope, id: Id): Promise<Disclosure | null> {
  const row = await rows(scope).where('id', '=', id).executeTakeFirst()
  return row ? disclosureOf(row) : null
}

/** What was told because of a worry about somebody's safety. */
export async function disclosuresOfConcern(scope: Scope, concernId: Id): Promise<Disclosure[]> {
  return (await rows(scope).where('concern_id', '=', concernId).orderBy('decided_at').execute()).map(disclosureOf)
}

/** The same, held until the transaction ends: it goes once. */
export async function lockDisclosure(scope: Scope, id: Id): Promise<Disclosure | null> {
  const row = await rows(scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? disclosureOf(row) : null
}

/** Parties who said last that nobody is to look at the file for legal aid. */
export async function objectingOf(scope: Scope, caseId: Id): Promise<('A' | 'B')[]> {
  const said = await scope.queries
    .selectFrom('inspection_wish')
    .select(['zone', 'objects'])
    .distinctOn('zone')
    .where('case_id', '=', caseId)
    .orderBy('zone')
    .orderBy('turn', 'desc')
    .execute()
  return said.filter((it) => it.objects).map((it) => it.zone as 'A' | 'B')
}

/** What went to one recipient, for the record of processing: how often, and how often to a recipient of which the person is told. */
export interface RecipientCount {
  readonly recipient: string
  readonly count: number
  readonly latest: Temporal.Instant
}

/**
 * How often something went to each recipient (UK GDPR, Article 30(1)(d)). What is told to nobody is in no count. Wants a purpose that reads
 * `disclosure.record` of all cases.
 */
export async function disclosureCounts(scope: Scope): Promise<RecipientCount[]> {
  const found = await scope.queries
    .selectFrom('disclosure')
    .select((is) => ['recipient', is.fn.countAll<string>().as('count'), is.fn.max('sent_at').as('latest')])
    .where('sent_at', 'is not', null)
    .where('hidden', '=', false)
    .groupBy('recipient')
    .orderBy('recipient')
    .execute()
  return found.flatMap((it) =>
    it.latest ? [{ recipient: it.recipient, count: Number(it.count), latest: it.latest as Temporal.Instant }] : [],
  )
}

/** One thing that was told of somebody, as they may know it. */
export interface ToldOf {
  readonly recipient: string
  readonly ground: Ground
  readonly sentAt: Temporal.Instant
  /** Facts of a claim by name: those of them alone. */
  readonly facts: readonly string[]
  /** Documents of theirs or of both. */
  readonly fileIds: readonly Id[]
  /** Words were sent too, which told of them. */
  readonly inWords: boolean
}

/**
 * What was told of a person to somebody outside, for the answer to them: of the other party nothing, and nothing of what is told to nobody.
 * Wants a purpose that reads `disclosure.record`.
 */
export async function disclosuresShownTo(scope: Scope, personId: Id): Promise<ToldOf[]> {
  const found = await scope.queries
    .selectFrom('disclosure as d')
    .innerJoin('party as p', 'p.case_id', 'd.case_id')
    .select(['d.recipient', 'd.ground', 'd.sent_at', 'd.facts', 'd.file_ids', 'd.side', 'd.words_quality'])
    .select('p.side as own')
    .where('p.person_id', '=', personId)
    .where('d.hidden', '=', false)
    .where('d.sent_at', 'is not', null)
    .orderBy('d.sent_at')
    .orderBy('d.id')
    .execute()
  return found.flatMap((it) => {
    const theirs = it.side === 'both' || it.side === it.own
    const facts = it.facts.filter((fact) => fact.startsWith(theirs ? 'own.' : 'other.'))
    if (!theirs && facts.length === 0) return []
    return [
      {
        ...{ recipient: it.recipient, ground: it.ground as Ground, sentAt: it.sent_at as Temporal.Instant, facts },
        ...{ fileIds: theirs ? (it.file_ids as Id[]) : [], inWords: theirs && it.words_quality !== null },
      },
    ]
  })
}
