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
import { type DetailKey, serviceDetails } from '../../domain/service-details.ts'
import { Lines } from './history.tsx'
import { SettingsBefore, type Shown, settingsWithHistory } from './settings-before.tsx'
import type { SettingsPage } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'

type Values = Readonly<Record<string, string>>
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

/** How people reach the service. */
export const contactPage = (tools: SettingsTools): SettingsPage<Values, Shown, never> => ({
  path: '/office/settings/contact',
  title: () => 'Contact details',
  button: 'Save',
  back,
  load: async (request) => {
    const { now, ...shown } = await settingsWithHistory(request, tools, contactKeys)
    return { shown, values: Object.fromEntries(contactKeys.map((key) => [key, now.get(key) ?? ''])) }
  },
  schema: () => contactForm,
  act: (request, values) =>
    changeSettings(request.desk, request.staff.id, { key: request.form.key, deed: 'settings.contact-changed', values }),
  refusals: {},
  done: () => '/office/settings?saved=contact',
  fields: (form) => <ContactFields form={form} />,
  below: (shown) => (
    <SettingsBefore
      {...shown}
      what={({ key, value }) => (
        <>
          {serviceDetails[key as DetailKey].title}: {value === '' ? 'empty' : <Lines text={value} />}
        </>
      )}
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
