import type { Scope } from '../../../platform/database/desk.ts'

export const closingKey = 'closing.approval'

/** Whether a supervisor approves each closure. Until the service has said so nobody does. */
export async function closingApproval(scope: Scope): Promise<'always' | 'never'> {
  const row = await scope.queries
    .selectFrom('setting')
    .select('value')
    .where('key', '=', closingKey)
    .where('in_force_from', '<=', scope.now)
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value === 'always' ? 'always' : 'never'
}
