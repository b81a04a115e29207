import type { Content } from '../../../../ui/components/common.ts'
import { settingHistory } from '../../data/settings-history.ts'
import { settingsInForce } from '../../data/settings-reads.ts'
import { History, type Names, settersOf } from './history.tsx'
import type { SettingsRequest } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'

/** What some settings said before, and who said it. */
export interface Shown {
  readonly history: Awaited<ReturnType<typeof settingHistory>>
  readonly names: Names
}

/** Some settings as they are now and as they were. */
export const settingsWithHistory = (request: SettingsRequest, tools: SettingsTools, keys: readonly string[]) =>
  request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
    const [now, history] = await Promise.all([settingsInForce(scope), settingHistory(scope, keys)])
    return { now, history, names: await tools.staffNames(scope, settersOf(history)) }
  })

export const SettingsBefore = (
  props: Shown & { readonly what: (one: { readonly key: string; readonly value: string }) => Content },
) => <History summary="What was set before" recorded={props.history} names={props.names} what={props.what} />
