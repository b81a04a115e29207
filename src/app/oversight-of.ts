import { runLiveChecks } from '../features/oversight/index.ts'
import { oversightPlugin } from '../features/oversight/plugin.ts'
import { allColleagues, staffNames } from '../features/staff/index.ts'
import { Heads } from '../platform/audit/heads.ts'
import { liveChecks } from './live-checks.ts'
import type { Service } from './service.ts'
import { readTestRecord } from './test-record.ts'

/** Oversight with what it asks of the rest of a service, whose own folder is given. */
export async function oversightOf(service: Service, folder: string) {
  const { policy, published, secrets, desks } = service
  const heads = await Heads.open(folder, secrets.sealKey)
  const checks = liveChecks(service, heads)
  const settingValues = async () => {
    const { telephone, openingHours, privacyLead } = await published.current()
    return { telephone, openingHours, privacyLead }
  }
  return oversightPlugin({
    ...{ policy, settingValues, staffNames, colleagues: allColleagues, heads, checks },
    lookNow: async () => void (await runLiveChecks(desks.desk.worker, checks)),
    testRecord: () => readTestRecord(),
  })
}
