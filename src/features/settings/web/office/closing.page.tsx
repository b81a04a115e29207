import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { changeSettings } from '../../actions/change-settings.ts'
import { closingApproval, closingKey } from '../../data/closing.ts'
import { settingHistory } from '../../data/settings-history.ts'
import { History, type Names, settersOf } from './history.tsx'
import type { SettingsPage } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'

interface Shown {
  readonly history: Awaited<ReturnType<typeof settingHistory>>
  readonly names: Names
}

const words = { always: 'A supervisor approves it first', never: 'Whoever runs the case closes it' } as const
const closingForm = z.object({ approval: oneOf(['always', 'never'] as const, 'Choose how a case is closed') })

/** Whether a supervisor looks at each file before its case is closed. */
export const closingPage = (tools: SettingsTools): SettingsPage<z.output<typeof closingForm>, Shown, never> => ({
  path: '/office/settings/closing',
  title: () => 'Closing a case',
  button: 'Save',
  back: { href: '/office/settings', text: 'Settings' },
  load: (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
      const [approval, history] = await Promise.all([closingApproval(scope), settingHistory(scope, [closingKey])])
      const names = await tools.staffNames(scope, settersOf(history))
      return { shown: { history, names }, values: { approval } }
    }),
  schema: () => closingForm,
  act: (request, { approval }) =>
    changeSettings(request.desk, request.staff.id, {
      key: request.form.key,
      deed: 'settings.closing-changed',
      values: { [closingKey]: approval },
    }),
  refusals: {},
  done: () => '/office/settings?saved=closing',
  fields: (form) => (
    <RadiosField
      form={form}
      name="approval"
      legend="Who closes a case?"
      hint="Supervision and file reviews are what the Mediation Quality Mark and most codes ask for. Check your own contract."
      items={Object.entries(words).map(([value, content]) => ({ value, content }))}
    />
  ),
  below: ({ history, names }) => (
    <History
      summary="What was set before"
      recorded={history}
      names={names}
      what={(one) => words[one.value as keyof typeof words] ?? one.value}
    />
  ),
})
