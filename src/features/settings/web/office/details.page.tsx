import { z } from 'zod'
import { optionalEmail, requiredText } from '../../../../platform/web/field-schemas.ts'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import {
  EmailField,
  PostcodeField,
  TelephoneField,
  TextAreaField,
  TextField,
} from '../../../../ui/forms/text-fields.tsx'
import { readPostcode } from '../../../../values/postcode.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import { changeSettings } from '../../actions/change-settings.ts'
import { settingHistory } from '../../data/settings-history.ts'
import { settingsInForce } from '../../data/settings-reads.ts'
import { type DetailKey, serviceDetails } from '../../domain/service-details.ts'
import { History, Lines, type Names, settersOf } from './history.tsx'
import type { SettingsPage, SettingsRequest } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'

type Values = Readonly<Record<string, string>>
interface Shown {
  readonly history: Awaited<ReturnType<typeof settingHistory>>
  readonly names: Names
}

const contactKeys = [
  'contact.neutral-name',
  'contact.telephone',
  'contact.email',
  'contact.address',
  'contact.postcode',
  'contact.privacy-lead',
] as const satisfies DetailKey[]

const back = { href: '/office/settings', text: 'Settings' }
const text = (longest: number) => z.string().max(longest, `This must be ${longest} characters or fewer`).default('')

const telephone = requiredText('Enter a telephone number, like 01632 960 144', 40).refine(
  (typed) => readTelephone(typed).done,
  'Enter a telephone number, like 01632 960 144',
)

const postcode = text(20).transform((typed, context) => {
  if (typed === '') return ''
  const reading = readPostcode(typed)
  if (reading.done) return reading.value
  context.addIssue({ code: 'custom', message: 'Enter a postcode, like NR1 1AA, or leave this empty' })
  return z.NEVER
})

const contactForm = z.object({
  'contact.neutral-name': text(80),
  'contact.telephone': telephone,
  'contact.email': optionalEmail('Enter an e-mail address, like office@example.org').transform((typed) => typed ?? ''),
  'contact.address': text(500),
  'contact.postcode': postcode,
  'contact.privacy-lead': text(100),
})

const hoursForm = z.object({
  'hours.opening': requiredText('Enter your opening hours, like Monday to Friday, 9am to 5pm', 500),
})

function page(parts: {
  tools: SettingsTools
  slug: 'contact' | 'hours'
  title: string
  keys: readonly DetailKey[]
  schema: z.ZodType<Values>
  fields(form: FormState): ReturnType<typeof ContactFields>
}): SettingsPage<Values, Shown, never> {
  const { tools, slug, keys } = parts
  return {
    path: `/office/settings/${slug}`,
    title: () => parts.title,
    button: 'Save',
    back,
    load: (request: SettingsRequest) =>
      request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
        const [now, history] = await Promise.all([settingsInForce(scope), settingHistory(scope, keys)])
        const names = await tools.staffNames(scope, settersOf(history))
        return { shown: { history, names }, values: Object.fromEntries(keys.map((key) => [key, now.get(key) ?? ''])) }
      }),
    schema: () => parts.schema,
    act: (request, values) =>
      slug === 'contact'
        ? changeSettings(request.desk, request.staff.id, {
            key: request.form.key,
            deed: 'settings.contact-changed',
            values,
          })
        : changeSettings(request.desk, request.staff.id, {
            key: request.form.key,
            deed: 'settings.hours-changed',
            values,
          }),
    refusals: {},
    done: () => `/office/settings?saved=${slug}`,
    fields: parts.fields,
    below: ({ history, names }) => (
      <History
        summary="What was set before"
        recorded={history}
        names={names}
        what={(one) => (
          <>
            {serviceDetails[one.key as DetailKey].title}: {one.value === '' ? 'empty' : <Lines text={one.value} />}
          </>
        )}
      />
    ),
  }
}

/** How people reach the service. */
export const contactPage = (tools: SettingsTools) =>
  page({
    tools,
    slug: 'contact',
    title: 'Contact details',
    keys: contactKeys,
    schema: contactForm,
    fields: (form) => <ContactFields form={form} />,
  })

/** When the service can be reached. */
export const hoursPage = (tools: SettingsTools) =>
  page({
    tools,
    slug: 'hours',
    title: 'Opening hours',
    keys: ['hours.opening'],
    schema: hoursForm,
    fields: (form) => (
      <TextAreaField
        form={form}
        name="hours.opening"
        label="When can people reach you?"
        hint="Shown at the foot of every page of the website and in letters"
        rows={3}
      />
    ),
  })

const ContactFields = ({ form }: { readonly form: FormState }) => (
  <>
    <TextField
      form={form}
      name="contact.neutral-name"
      label="Neutral name (optional)"
      hint="Stands in messages and in the title of the browser’s tab, so that nobody looking on sees what it is about"
      width={30}
    />
    <TelephoneField form={form} name="contact.telephone" label="Telephone" autocomplete="off" />
    <EmailField form={form} name="contact.email" label="E-mail address (optional)" autocomplete="off" />
    <TextAreaField form={form} name="contact.address" label="Office address (optional)" rows={4} />
    <PostcodeField form={form} name="contact.postcode" label="Postcode (optional)" />
    <TextField
      form={form}
      name="contact.privacy-lead"
      label="Who answers for data protection (optional)"
      hint="A name, for the privacy notice"
      width={30}
    />
  </>
)
