import { sql } from 'kysely'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { londonDay, plainDate } from '../../../ui/dates.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { onWay, wayToWrite } from '../../bookings/index.ts'
import { voiceOf, writeMessage } from '../../messages/index.ts'
import { readPublished } from '../../settings/index.ts'
import { addTask } from '../../tasks/index.ts'
import { choiceTakenBack } from '../emails/choice-messages.ts'

const mostInOneTick = 100

/**
 * Tells whoever took something back that it ended, by a way that is still safe: after a mailbox was taken back that is a letter. Where
 * there is no way, a colleague says it when they next speak.
 */
export const writeReceipts = (serviceName: string): Job<PurposeKey> => ({
  name: 'choice-receipts',
  purpose: 'booking',
  run: async (desk) => {
    for (let count = 0; count < mostInOneTick; count++) if (!(await writeNext(desk, serviceName))) return count
    return mostInOneTick
  },
})

interface Due {
  readonly id: Id
  readonly at: Temporal.Instant
  readonly person_id: Id
}

async function writeNext(desk: Desk<PurposeKey>, serviceName: string): Promise<boolean> {
  const deed = { purpose: 'booking', deed: 'choice.receipted', key: newId() } as const
  const outcome = await desk.act<'none-due'>(null, deed, async (scope) => {
    const { rows } = await sql<Due>`
      SELECT e.id, e.at, s.person_id FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
       WHERE e.receipt = 'due' AND s.person_id IS NOT NULL ORDER BY e.at, e.id LIMIT 1 FOR UPDATE OF e SKIP LOCKED`.execute(
      scope.queries,
    )
    const [due] = rows
    if (!due) return refused('none-due')
    const receipt = await tell(scope, serviceName, due)
    await scope.queries.updateTable('consent_event').set({ receipt }).where('id', '=', due.id).execute()
    return done({ eventId: due.id })
  })
  return outcome.done
}

async function tell(scope: Scope, serviceName: string, due: Due): Promise<'written' | 'none'> {
  const party = await scope.queries
    .selectFrom('party as p')
    .innerJoin('person as n', 'n.id', 'p.person_id')
    .innerJoin('case_file as f', 'f.id', 'p.case_id')
    .select(['p.case_id', 'p.side', 'n.given_name', 'n.family_name'])
    .where('p.person_id', '=', due.person_id)
    .orderBy('f.opened_at', 'desc')
    .orderBy('p.case_id')
    .limit(1)
    .executeTakeFirst()
  if (!party) return 'none'
  const caseId = party.case_id
  scope.about({ caseId })
  const way = await wayToWrite(scope, due.person_id, ['email', 'letter'])
  if (!way) {
    const dueOn = todayInLondon(scope.now).toString()
    await addTask(scope, {
      ...{ kind: 'choice-untold', forRole: 'coordinator', dueOn, caseId, subjectId: due.person_id },
    })
    return 'none'
  }
  const words = choiceTakenBack(voiceOf(await readPublished(scope), serviceName), plainDate(londonDay(due.at)))
  await writeMessage(scope, {
    ...{ caseId, personId: due.person_id, aboutId: due.id, zone: party.side },
    ...onWay(way, `${party.given_name} ${party.family_name}`.trim(), words),
  })
  return 'written'
}
