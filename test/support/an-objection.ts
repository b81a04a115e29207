import { recordObjections, settleObjection } from '../../src/features/answers/index.ts'
import { objectionableUses } from '../../src/policy/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { undoubted } from './a-request.ts'
import type { TestService } from './service.ts'

/** Somebody objects to a use of theirs, and it is decided that there is a reason which weighs more. */
export async function anObjectionOverruled(
  db: TestService,
  desk: TestService['desk']['office'],
  { officer, person }: { readonly officer: Id; readonly person: Id },
): Promise<void> {
  const requestId = await undoubted(db, officer, person, 'objection')
  const [use] = objectionableUses(db.policy, 'client')
  const of = () => ({ key: newId(), requestId })
  await recordObjections(desk, db.policy, officer, { ...of(), purposes: [use?.purpose ?? ''] })
  const [made] = await db.look<{ id: Id }>('SELECT id FROM ev.objection WHERE request_id = $1', [requestId])
  if (!made) throw new Error('the objection was not noted')
  const decision = { objectionId: made.id, outcome: 'compelling', reason: 'Both need it' } as const
  if (!(await settleObjection(desk, officer, { ...of(), ...decision })).done) throw new Error('it was not decided')
}
