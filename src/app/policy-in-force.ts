import type { Client } from 'pg'
import type { CompiledPolicy, SettingValues } from '../policy/index.ts'
import { noticeOf } from '../policy/notice/notice.ts'
import { applyPolicy } from './apply-policy.ts'
import { asInstaller, checkAccess, type DatabasePlace, installSchema } from './prepare-database.ts'

/** The policy that was put into force last, or null before the very first. */
export const policyInForce = (place: DatabasePlace): Promise<CompiledPolicy | null> =>
  asInstaller(place, async (admin) => {
    const { rows } = await admin.query<{ policy: CompiledPolicy }>(
      'SELECT policy FROM ev.policy_version ORDER BY applied_at DESC LIMIT 1',
    )
    return rows[0]?.policy ?? null
  })

/** What the notice takes from Settings, as they stand. Empty before anybody has filled them in. */
export const settingsForNotice = (place: DatabasePlace): Promise<SettingValues> =>
  asInstaller(place, async (admin, names) => {
    await admin.query(`SET ROLE "${names.owner}"`)
    const telephone = await settingNow(admin, 'contact.telephone')
    const openingHours = await settingNow(admin, 'hours.opening')
    return { telephone, openingHours, privacyLead: await settingNow(admin, 'contact.privacy-lead') }
  })

async function settingNow(admin: Client, key: string): Promise<string> {
  const { rows } = await admin.query<{ value: string }>(
    'SELECT value FROM ev.setting WHERE key = $1 ORDER BY in_force_from DESC, turn DESC LIMIT 1',
    [key],
  )
  return rows[0]?.value ?? ''
}

/**
 * Brings the database to this program's schema and holds it against the policy. The first policy of a service comes into force by
 * its first start; every later one by `policy apply`. Throws CannotStart with every difference.
 */
export async function prepare(place: DatabasePlace, policy: CompiledPolicy, now: Temporal.Instant): Promise<void> {
  await installSchema(place, policy)
  if ((await policyInForce(place)) === null) {
    const notice = noticeOf(policy, await settingsForNotice(place))
    await applyPolicy(place, policy, { approvedBy: 'First start', notice, changes: [], at: now })
  }
  await checkAccess(place, policy)
}
