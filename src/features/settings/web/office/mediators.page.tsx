import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { howLong, plainDate } from '../../../../ui/dates.ts'
import { CheckboxesField, DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { type Id, isId } from '../../../../values/ids.ts'
import { recordRegistration } from '../../actions/record-registration.ts'
import { newestOfEach, type Recorded, registrations } from '../../data/settings-history.ts'
import {
  letterAgrees,
  type Registration,
  type RegistrationKind,
  registrationKinds,
  registrationPattern,
} from '../../domain/registration.ts'
import { History, type Names, settersOf, Unseen } from './history.tsx'
import { type SettingsPage, type SettingsRequest, settingsView } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'
import { dateValues, wholeDateField } from './whole-date.ts'

interface Shown {
  readonly name: string
  readonly history: readonly Recorded<Registration>[]
  readonly names: Names
}

const kinds = Object.keys(registrationKinds) as [RegistrationKind, ...RegistrationKind[]]
const numberMessage = 'Enter the registration number: four digits and a letter, like 0123A'
const deed = { purpose: 'administration', deed: 'settings.opened' } as const

const form = z
  .object({
    number: requiredText(numberMessage, 20).transform((typed) => typed.replaceAll(/\s/g, '').toUpperCase()),
    kind: oneOf(kinds, 'Choose the kind of registration'),
    children: z.array(z.string()).default([]),
  })
  .and(wholeDateField('until', 'Enter the last day on which the registration holds'))
  .transform((sent, context): Registration => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!registrationPattern.test(sent.number)) refuse('number', numberMessage)
    else if (sent.number.endsWith('S')) {
      refuse(
        'number',
        'Numbers that end in S are not given to people who hold first meetings. Enter one that ends in T, A or P',
      )
    } else if (!letterAgrees(sent.number, sent.kind)) {
      refuse(
        'kind',
        `A number that ends in ${sent.number.slice(-1)} is of another kind. Correct the kind or the number`,
      )
    }
    return {
      number: sent.number,
      kind: sent.kind,
      validUntil: sent.until,
      hearsChildren: sent.children.includes('yes'),
    }
  })

/** Who mediates, and how each is registered. */
export const mediatorList = (tools: SettingsTools) =>
  settingsView('/office/settings/mediators', (request) =>
    request.desk.read(request.staff.id, deed, async (scope) => {
      const [mediators, recorded] = await Promise.all([tools.mediators(scope), registrations(scope)])
      const newest = newestOfEach(recorded)
      const rows = mediators.map((it) => ({ ...it, registration: newest.get(it.id) ?? null }))
      return { title: 'Mediators', body: <MediatorList rows={rows} today={request.today} /> }
    }),
  )

function MediatorList(props: {
  readonly rows: readonly { readonly id: Id; readonly name: string; readonly registration: Registration | null }[]
  readonly today: Temporal.PlainDate
}) {
  return (
    <>
      <BackLink href="/office/settings">Settings</BackLink>
      <h1 class="govuk-heading-l">Mediators</h1>
      <p class="govuk-body">
        Only a mediator with an accredited or provisional registration that is in date can issue a certificate for a
        first meeting (MIAM).
      </p>
      {props.rows.length === 0 ? (
        <InsetText>Mediators appear here when they are invited under Staff.</InsetText>
      ) : (
        <ScrollArea label="Mediators">
          <Table
            head={[
              'Mediator',
              'Number',
              'Kind',
              'Valid until',
              'State',
              { content: <Unseen words="What you can do" /> },
            ]}
            rows={props.rows.map(({ id, name, registration }) => [
              name,
              registration?.number ?? '–',
              registration ? registrationKinds[registration.kind] : '–',
              registration ? plainDate(Temporal.PlainDate.from(registration.validUntil)) : '–',
              <RegistrationState registration={registration} today={props.today} />,
              <a class="govuk-link" href={`/office/settings/mediators/${id}`}>
                {registration ? 'Change' : 'Record'}
                <span class="govuk-visually-hidden"> the registration of {name}</span>
              </a>,
            ])}
          />
        </ScrollArea>
      )}
    </>
  )
}

/** Says in time that a registration ends: renewing takes weeks. */
const warnDays = 60

/** Whether a registration holds, in a word. */
export function RegistrationState(props: {
  readonly registration: Registration | null
  readonly today: Temporal.PlainDate
}) {
  if (!props.registration) return <Tag colour="grey">Not recorded</Tag>
  const until = Temporal.PlainDate.from(props.registration.validUntil)
  const left = props.today.until(until).days
  if (left < 0) return <Tag colour="red">Ended {howLong(until, props.today)}</Tag>
  return left <= warnDays ? (
    <Tag colour="orange">Ends {howLong(until, props.today)}</Tag>
  ) : (
    <Tag colour="green">In date</Tag>
  )
}

const staffIdOf = (request: SettingsRequest): Id | null =>
  isId(request.params.staffId) ? request.params.staffId : null

/** One mediator's registration. */
export const registrationPage = (
  tools: SettingsTools,
): SettingsPage<Registration, Shown, 'numberTaken' | 'noSuch'> => ({
  path: '/office/settings/mediators/:staffId',
  title: ({ name }) => `Registration of ${name}`,
  known: (request) => staffIdOf(request) !== null,
  button: 'Save',
  back: { href: '/office/settings/mediators', text: 'Mediators' },
  load: (request) =>
    request.desk.read(request.staff.id, deed, async (scope) => {
      const mediator = (await tools.mediators(scope)).find((it) => it.id === staffIdOf(request))
      if (!mediator) return null
      const history = await registrations(scope, mediator.id)
      const names = await tools.staffNames(scope, settersOf(history))
      const now = history[0]
      const values = now
        ? {
            number: now.number,
            kind: now.kind,
            ...(now.hearsChildren ? { 'children[]': ['yes'] } : {}),
            ...dateValues('until', Temporal.PlainDate.from(now.validUntil)),
          }
        : {}
      return { shown: { name: mediator.name, history, names }, values }
    }),
  schema: () => form,
  act: (request, registration) =>
    recordRegistration(request.desk, request.staff.id, {
      key: request.form.key,
      staffId: staffIdOf(request) as Id,
      registration,
      mediators: tools.mediators,
    }),
  refusals: {
    numberTaken: { field: 'number', message: 'Another mediator has this number. Check both' },
    noSuch: { field: 'number', message: 'There is no such colleague' },
  },
  done: () => '/office/settings/mediators?saved=mediators',
  fields: (state) => <RegistrationFields form={state} />,
  below: ({ history, names }) => (
    <History
      summary="What was recorded before"
      recorded={history}
      names={names}
      what={(one) =>
        `${one.number}, ${registrationKinds[one.kind]}, until ${plainDate(Temporal.PlainDate.from(one.validUntil))}`
      }
    />
  ),
})

const RegistrationFields = ({ form: state }: { readonly form: FormState }) => (
  <>
    <TextField
      form={state}
      name="number"
      label="Registration number"
      hint="As the Family Mediation Council’s register has it, like 0123A"
      width={10}
      autocapitalize="characters"
      spellcheck={false}
    />
    <RadiosField
      form={state}
      name="kind"
      legend="Kind"
      items={kinds.map((kind) => ({ value: kind, content: registrationKinds[kind] }))}
    />
    <DateField form={state} name="until" legend="Valid until" hint="The last day on which it holds" />
    <CheckboxesField
      form={state}
      name="children[]"
      legend="Meeting children (optional)"
      items={[{ value: 'yes', content: 'The register says that they may meet children (DCC)' }]}
    />
  </>
)
