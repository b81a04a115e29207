import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { sharedContact } from '../../people/index.ts'
import { addTaskOnce } from '../../tasks/index.ts'

/** Tells the office when a party's number, mailbox or home is the other's too. Nothing that tells anything goes there meanwhile. */
export async function noticeShared(scope: Scope, caseId: Id, personId: Id): Promise<void> {
  if ((await sharedContact(scope, personId)).size === 0) return
  const dueOn = todayInLondon(scope.now).toString()
  await addTaskOnce(scope, { kind: 'shared-contact', forRole: 'coordinator', dueOn, caseId })
}
