import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/**
 * Notes that an e-mail of ours came back, whose case somebody is then told of; false when it was none of ours that had left. Asked by
 * what takes in the post, which reads nothing of what we wrote.
 */
export async function mailCameBack(scope: Scope, messageId: Id): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`SELECT ev.mail_came_back(${messageId}) AS ours`.execute(scope.queries)
  return rows[0]?.ours ?? false
}
