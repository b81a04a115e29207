import { mergePeople } from '../../src/features/matching/actions/merge-people.ts'
import { undoMerge } from '../../src/features/matching/actions/undo-merge.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { type TestService, testService } from './service.ts'
import { fileWithTwoParties, type TwoPartyFile } from './two-party-file.ts'

/** Two files; party A of each is the same woman, under two names. */
export interface Twice {
  readonly now: TwoPartyFile
  readonly before: TwoPartyFile
}

export type MergingGround = Awaited<ReturnType<typeof mergingGround>>

/** A service in which records are made one and two again. */
export async function mergingGround() {
  const service = await testService()
  const coordinator = (await service.staff('coordinator', 'Cory Ordinator')).id
  const mediator = (await service.staff('mediator', 'Mel Mediator')).id
  const other = (await service.staff('mediator', 'Otto Mediator')).id
  const merge = (keptId: Id, mergedId: Id, actor = coordinator) =>
    mergePeople(service.desk.office, 'P30D', actor, { key: newId(), keptId, mergedId, reason: 'She said so.' })
  const undo = (mergeId: Id, actor = coordinator) =>
    undoMerge(service.desk.office, actor, { key: newId(), mergeId, reason: 'Two people of one name.' })
  const merged = async (keptId: Id, mergedId: Id): Promise<Id> => {
    const outcome = await merge(keptId, mergedId)
    if (!outcome.done) throw new Error(outcome.reason)
    return outcome.value.mergeId as Id
  }
  const casesOf = async (person: Id) => {
    const rows = await service.look<{ id: Id }>('SELECT case_id AS id FROM ev.party WHERE person_id = $1', [person])
    return rows.map((it) => it.id)
  }
  const ways = { point: pointOf(service), twice: () => twiceOn(service, mediator, other) }
  return { ...{ service, coordinator, mediator }, ...{ merge, undo, merged, casesOf }, ...ways }
}

const pointOf =
  (service: TestService) =>
  (person: Id, kind: string, value: string, safety: string, voicemail = 'not_asked') =>
    service.look(
      `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety, voicemail_safety)
       VALUES ($1, $2, $3, $3, 'self', $4, $5)`,
      [person, kind, value, safety, voicemail],
    )

async function twiceOn(service: TestService, mediator: Id, other: Id): Promise<Twice> {
  const [before, now] = [await fileWithTwoParties(service, other), await fileWithTwoParties(service, mediator)]
  const named = `UPDATE ev.person SET given_name = $2, family_name = $3, birth_date = $4, known_as = $5 WHERE id = $1`
  await service.look(named, [before.personA, 'Adaeze', `Before-${before.caseId.slice(0, 6)}`, '1980-02-03', 'Ada'])
  await service.look(named, [now.personA, 'Adaeze', `Now-${now.caseId.slice(0, 6)}`, null, null])
  const point = pointOf(service)
  await point(before.personA, 'telephone', '+441603555001', 'safe', 'safe')
  await point(before.personA, 'telephone', '+441603555002', 'unsafe')
  await point(now.personA, 'telephone', '+441603555002', 'safe', 'safe')
  await point(now.personA, 'telephone', '+441603555003', 'safe')
  return { now, before }
}
