import type { Updateable } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { newReference } from '../../enquiries/index.ts'
import { breachOf, messageFacts, type WholeBreach } from '../data/breach-reads.ts'
import type { How, NewBreach, Risk, ToldWhom } from '../domain/breach.ts'
import { reportBy } from '../domain/hours.ts'

export interface OfBreach {
  readonly key: Id
  readonly breachId: Id
}

export type BreachRefusal = 'no_such' | 'over' | 'must_report' | 'unanswered' | 'not_told' | 'late'

const refusals: Readonly<Record<string, BreachRefusal>> = {
  breach_over: 'over',
  breach_must_report: 'must_report',
  breach_all_answered: 'unanswered',
  breach_not_reported: 'not_told',
  breach_not_told: 'not_told',
  breach_controller: 'not_told',
}

/** Records that something went wrong, or nearly. From a message, its case is known. */
export const recordBreach = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly breach: NewBreach },
) =>
  desk.act(actor, { purpose: 'breaches', deed: 'breach.recorded', key: input.key }, async (scope) => {
    const { kind, way, what, awareAt, messageId } = input.breach
    const id = newId()
    const message = messageId && (await messageFacts(scope, messageId))
    scope.about({ subjectId: id })
    await scope.queries
      .insertInto('breach')
      .values({
        ...{ id, reference: newReference('B'), kind, way, what, aware_at: awareAt, made_by: actor },
        ...(message ? { message_id: message.id, case_id: message.case_id } : {}),
      })
      .execute()
    return done({ breachId: id })
  })

const changing = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, breachId, deed }: OfBreach & { readonly deed: string },
  work: (scope: Scope, found: WholeBreach) => Promise<Outcome<Answer, BreachRefusal>>,
): Promise<Outcome<Answer, BreachRefusal>> =>
  desk.act<BreachRefusal>(
    actor,
    { purpose: 'breaches', deed, key, subjectId: breachId, refusals },
    async (scope): Promise<Outcome<Answer, BreachRefusal>> => {
      const held = await scope.queries
        .selectFrom('breach')
        .select('id')
        .where('id', '=', breachId)
        .forUpdate()
        .executeTakeFirst()
      const found = held ? await breachOf(scope, breachId) : null
      if (!found) return refused('no_such')
      return found.breach.closed_on === null ? work(scope, found) : refused('over')
    },
  )

/** An answer to one of the questions. */
export type BreachAnswer =
  | { readonly of: 'contain'; readonly contained: string }
  | { readonly of: 'whose'; readonly whose: string; readonly peopleCount: number | null; readonly delicate: boolean }
  | { readonly of: 'risk'; readonly risk: Risk; readonly consequences: string }
  | { readonly of: 'notify'; readonly notify: 'yes' | 'no'; readonly reason: string }
  | { readonly of: 'tell'; readonly tell: 'yes' | 'no'; readonly reason: string }
  | {
      readonly of: 'others'
      readonly controller: 'yes' | 'no' | null
      readonly charity: 'yes' | 'no' | 'none'
      readonly reason: string | null
    }
  | { readonly of: 'learn'; readonly measures: string }
  | { readonly of: 'close' }

/** Answers one question. A decision is kept with who made it and when. */
export const answerBreach = (desk: Desk<PurposeKey>, actor: Id, input: OfBreach & { readonly answer: BreachAnswer }) =>
  changing(desk, actor, { ...input, deed: 'breach.answered' }, async (scope, { breach }) => {
    await scope.queries
      .updateTable('breach')
      .set(columnsOf(scope, actor, input.answer))
      .where('id', '=', breach.id)
      .execute()
    return done({ breachId: breach.id })
  })

function columnsOf(scope: Scope, actor: Id, answer: BreachAnswer): Updateable<Tables['breach']> {
  switch (answer.of) {
    case 'contain':
      return { contained: answer.contained }
    case 'whose':
      return { whose: answer.whose, people_count: answer.peopleCount, delicate: answer.delicate }
    case 'risk':
      return { risk: answer.risk, consequences: answer.consequences }
    case 'notify':
      return { notify: answer.notify, notify_reason: answer.reason, notify_by: actor, notify_at: scope.now }
    case 'tell':
      return { tell: answer.tell, tell_reason: answer.reason, tell_by: actor, tell_at: scope.now }
    case 'others':
      return {
        ...{ controller: answer.controller, charity: answer.charity, charity_reason: answer.reason },
        charity_by: actor,
      }
    case 'learn':
      return { measures: answer.measures }
    case 'close':
      return { closed_on: dayOf(scope.now).toString(), closed_by: actor }
  }
}

/** Notes that somebody was told, in as many phases as it takes. The regulator hears why, where it hears late. */
export const noteTold = (
  desk: Desk<PurposeKey>,
  law: string,
  actor: Id,
  input: OfBreach & {
    readonly told: ToldWhom
    readonly how: How
    readonly words: string
    readonly theirReference: string | null
    readonly lateReason: string | null
  },
) =>
  changing(desk, actor, { ...input, deed: 'breach.told' }, async (scope, { breach }) => {
    const { told, how, words, theirReference, lateReason } = input
    const first = told === 'regulator' && !breach.told.includes('regulator')
    const late = first && Temporal.Instant.compare(scope.now, reportBy(breach.aware_at, law)) > 0
    if (late && lateReason === null) return refused('late')
    await scope.queries
      .insertInto('breach_report')
      .values({
        ...{ id: newId(), breach_id: breach.id, told, how, words, their_reference: theirReference, made_by: actor },
        late_reason: late ? lateReason : null,
      })
      .execute()
    return done({ breachId: breach.id })
  })
