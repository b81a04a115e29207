import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { DateField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { setMissedRule } from '../../actions/set-missed-rule.ts'
import { missedRules } from '../../data/missed-rules.ts'
import { type MissedRule, missedRuleWords } from '../../domain/missed-rule.ts'
import { type Names, settersOf, whoSet } from './history.tsx'
import type { SettingsPage } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'
import { dateValues, wholeDateField } from './whole-date.ts'

interface Shown {
  readonly rules: Awaited<ReturnType<typeof missedRules>>
  readonly names: Names
}

const whole = (message: string, most: number) =>
  requiredText(message, 10)
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= most, message)
    .transform(Number)

const form = z
  .object({
    notice_days: whole('Enter working days from 0 to 20', 20),
    share_percent: whole('Enter a share from 0 to 100', 100),
    source: requiredText('Say where people can read this, like “Agreement to mediate, section 4”', 200),
  })
  .and(wholeDateField('from', 'Enter the day from which it holds'))
  .transform(
    (sent): MissedRule => ({
      noticeDays: sent.notice_days,
      sharePercent: sent.share_percent,
      source: sent.source,
      inForceFrom: sent.from,
    }),
  )

/** What the service asks of somebody who cancels late or does not come, from which day. */
export const missedPage = (tools: SettingsTools): SettingsPage<MissedRule, Shown, 'past'> => ({
  path: '/office/settings/missed',
  title: () => 'Missed meetings',
  button: 'Set this rule',
  back: { href: '/office/settings', text: 'Settings' },
  load: (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
      const rules = await missedRules(scope)
      const names = await tools.staffNames(scope, settersOf(rules))
      return { shown: { rules, names }, values: dateValues('from', request.today) }
    }),
  schema: () => form,
  act: (request, rule) => setMissedRule(request.desk, request.staff.id, { key: request.form.key, rule }),
  refusals: {
    past: { field: 'from', message: 'It must begin today or later: what people were told before stays true' },
  },
  done: () => '/office/settings/missed?saved=missed',
  fields: (state) => <RuleFields form={state} />,
  below: (shown) => <RuleTable {...shown} />,
})

const RuleFields = ({ form: state }: { readonly form: FormState }) => (
  <>
    <p class="govuk-body">
      It holds for meetings that are booked from that day on. Who came is asked for nothing, and a colleague decides
      each time whether somebody who missed a meeting is.
    </p>
    <TextField
      form={state}
      name="notice_days"
      label="How many working days before a meeting can it be cancelled for nothing?"
      hint="0: whoever cancels before it begins is asked for nothing"
      width={3}
      inputmode="numeric"
    />
    <TextField
      form={state}
      name="share_percent"
      label="What share of the price is asked after that?"
      hint="0: nothing is asked"
      suffix="%"
      width={3}
      inputmode="numeric"
    />
    <TextField
      form={state}
      name="source"
      label="Where does it stand?"
      hint="What the parties were given, for example the agreement to mediate and its section"
    />
    <DateField form={state} name="from" legend="From which day" hint="Today or later" />
  </>
)

const RuleTable = ({ rules, names }: Shown) =>
  rules.length === 0 ? (
    <p class="govuk-body">No rule is set. Nobody is asked for a missed meeting.</p>
  ) : (
    <ScrollArea label="All rules about missed meetings">
      <Table
        caption="All rules"
        captionClasses="govuk-table__caption--m"
        head={['What is asked', 'Where it stands', 'From', 'Set by']}
        rows={rules.map((rule) => [
          missedRuleWords(rule),
          rule.source,
          plainDate(Temporal.PlainDate.from(rule.inForceFrom)),
          whoSet(rule.by, names),
        ])}
      />
    </ScrollArea>
  )
