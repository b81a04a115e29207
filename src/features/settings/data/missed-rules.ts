import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { MissedRule } from '../domain/missed-rule.ts'

/** All rules about missed meetings, the newest first; of those from one day the one recorded last comes first and counts. */
export async function missedRules(scope: Scope): Promise<(MissedRule & { readonly by: Id | null })[]> {
  const rows = await scope.queries
    .selectFrom('missed_rule')
    .select(['notice_days', 'share_percent', 'source', 'in_force_from', 'recorded_by'])
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
    .execute()
  return rows.map((row) => ({
    noticeDays: row.notice_days,
    sharePercent: row.share_percent,
    source: row.source,
    inForceFrom: row.in_force_from,
    by: row.recorded_by,
  }))
}

export async function addMissedRule(scope: Scope, rule: MissedRule): Promise<void> {
  await scope.queries
    .insertInto('missed_rule')
    .values({
      notice_days: rule.noticeDays,
      share_percent: rule.sharePercent,
      source: rule.source,
      in_force_from: rule.inForceFrom,
    })
    .execute()
}
