import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'

/** Somebody whose details came from another and whom nobody has told so. */
export interface Untold {
  readonly caseId: Id
  readonly personId: Id
  /** The day on which the first such detail came. */
  readonly since: Temporal.PlainDate
}

/** Of live cases: those with a detail from somebody else, older than an instant, without a notice given and without a task about it. */
export async function untoldSince(scope: Scope, before: Temporal.Instant): Promise<Untold[]> {
  const rows = await scope.queries
    .selectFrom('contact_point')
    .innerJoin('party', 'party.person_id', 'contact_point.person_id')
    .innerJoin('case_file', 'case_file.id', 'party.case_id')
    .select(['party.case_id', 'party.person_id'])
    .select((it) => it.fn.min('contact_point.made_at').as('since'))
    .where('contact_point.source', 'in', ['other_party', 'referrer'])
    .where('contact_point.ended_at', 'is', null)
    .where('contact_point.made_at', '<=', before)
    .where('case_file.status', '=', 'live')
    .where((it) =>
      it.not(
        it.exists(
          it
            .selectFrom('invitation_step')
            .innerJoin('contact_point as written', 'written.id', 'invitation_step.contact_point_id')
            .select('invitation_step.id')
            .whereRef('written.person_id', '=', 'party.person_id')
            .where('invitation_step.notice_date', 'is not', null),
        ),
      ),
    )
    .where((it) =>
      it.not(
        it.exists(
          it
            .selectFrom('task')
            .select('task.id')
            .whereRef('task.subject_id', '=', 'party.person_id')
            .where('task.kind', '=', 'tell-whence'),
        ),
      ),
    )
    .groupBy(['party.case_id', 'party.person_id'])
    .orderBy('party.case_id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, personId: row.person_id, since: todayInLondon(row.since) }))
}
