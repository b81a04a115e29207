import type { Updateable } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { complaintOf, type WholeComplaint } from '../data/complaint-reads.ts'

export interface OfComplaint {
  readonly key: Id
  readonly complaintId: Id
}

export type ComplaintRefusal =
  | 'no_such'
  | 'over'
  | 'own'
  | 'nobody'
  | 'settled'
  | 'no_way'
  | 'no_other'
  | 'unsafe'
  | 'twice'

const refusals: Readonly<Record<string, ComplaintRefusal>> = {
  complaint_over: 'over',
  complaint_own: 'own',
  complaint_other: 'no_other',
  complaint_telling_safe: 'unsafe',
  complaint_telling_once: 'twice',
}

/** Takes a complaint that is open, alone, and changes it. */
export const changing = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, complaintId, deed }: OfComplaint & { readonly deed: string },
  work: (scope: Scope, found: WholeComplaint) => Promise<Outcome<Answer, ComplaintRefusal>>,
): Promise<Outcome<Answer, ComplaintRefusal>> =>
  desk.act<ComplaintRefusal>(
    actor,
    { purpose: 'complaints', deed, key, subjectId: complaintId, refusals },
    async (scope): Promise<Outcome<Answer, ComplaintRefusal>> => {
      const held = await scope.queries
        .selectFrom('complaint')
        .select('id')
        .where('id', '=', complaintId)
        .forUpdate()
        .executeTakeFirst()
      const found = held ? await complaintOf(scope, complaintId) : null
      if (!found) return refused('no_such')
      if (found.complaint.closedOn !== null) return refused('over')
      return found.complaint.aboutStaff === actor ? refused('own') : work(scope, found)
    },
  )

export const todayOf = (scope: Scope): string => dayOf(scope.now).toString()

export async function setOn(scope: Scope, id: Id, changes: Updateable<Tables['complaint']>): Promise<void> {
  await scope.queries.updateTable('complaint').set(changes).where('id', '=', id).execute()
}

/** Says who on record complains: a party. */
export const matchComplaint = (desk: Desk<PurposeKey>, actor: Id, input: OfComplaint & { readonly personId: Id }) =>
  changing(desk, actor, { ...input, deed: 'complaint.matched' }, async (scope, { complaint }) => {
    const { personId } = input
    if (complaint.channel === 'portal') return refused('settled')
    const known = await scope.queries
      .selectFrom('party')
      .select('id')
      .where('person_id', '=', personId)
      .limit(1)
      .execute()
    if (known.length === 0) return refused('nobody')
    await setOn(scope, complaint.id, { person_id: personId, matched_on: todayOf(scope), matched_by: actor })
    return done({ complaintId: complaint.id })
  })

/** Says which colleague it is about: they do not see it unless they are asked. Null where it is about none. */
export const nameColleague = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfComplaint & { readonly staffId: Id | null },
) =>
  changing(desk, actor, { ...input, deed: 'complaint.colleague-named' }, async (scope, { complaint }) => {
    await setOn(scope, complaint.id, { about_staff: input.staffId })
    return done({ complaintId: complaint.id })
  })

/** Notes what was asked, of whom; or what was found. */
export const noteStep = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfComplaint & {
    readonly kind: 'asked' | 'found'
    readonly ofWhom: string | null
    readonly ofStaff: Id | null
    readonly words: string
  },
) =>
  changing(desk, actor, { ...input, deed: 'complaint.enquired' }, async (scope, { complaint }) => {
    const { kind, ofWhom, ofStaff, words } = input
    await addStep(scope, complaint.id, actor, { kind, of_whom: ofWhom, of_staff: ofStaff, words })
    return done({ complaintId: complaint.id })
  })

interface Step {
  readonly kind: 'asked' | 'found' | 'told'
  readonly of_whom?: string | null
  readonly of_staff?: Id | null
  readonly words?: string
  readonly how?: 'email' | 'letter' | 'spoken'
}

export async function addStep(scope: Scope, complaintId: Id, actor: Id, step: Step): Promise<void> {
  await scope.queries
    .insertInto('complaint_step')
    .values({ id: newId(), complaint_id: complaintId, made_on: todayOf(scope), made_by: actor, ...step })
    .execute()
}
