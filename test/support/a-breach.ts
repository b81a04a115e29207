import { recordBreach } from '../../src/features/breaches/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

/** A letter that went to the wrong person, known now. */
export async function aBreach(db: TestService, actor: Id): Promise<Id> {
  const breach = {
    kind: 'breach',
    way: 'wrong_person',
    what: 'A letter',
    messageId: null,
    awareAt: db.clock.now(),
  } as const
  const recorded = await recordBreach(db.desk.office, actor, { key: newId(), breach })
  if (!recorded.done) throw new Error('a breach is never refused')
  return recorded.value.breachId as Id
}
