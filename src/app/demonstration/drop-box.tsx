import MailComposer from 'nodemailer/lib/mail-composer'
import { z } from 'zod'
import { keepMail, sortPost } from '../../features/mailbox/index.ts'
import { optionalText, requiredText } from '../../platform/web/field-schemas.ts'
import { readForm } from '../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { Button } from '../../ui/components/button.tsx'
import { Form, FormErrorSummary } from '../../ui/forms/form.tsx'
import { blankForm, type FormState, hasErrors } from '../../ui/forms/form-state.ts'
import { EmailField, HiddenField, TextAreaField, TextField } from '../../ui/forms/text-fields.tsx'
import { ownAddresses } from '../assemble.ts'
import type { Service } from '../service.ts'

export interface DroppedMail {
  readonly name: string | null
  readonly address: string
  readonly subject: string | null
  readonly text: string
}

/** Keeps and sorts a message that somebody wrote on the page below, through the same acts as the real mailbox. */
export const takeDroppedMail = (service: Service) => async (mail: DroppedMail) => {
  const { vault, keyring, scanner } = service
  const tools = { vault, keyring, scanner, addresses: ownAddresses(service) }
  const desk = service.desks.desk.worker
  await keepMail(desk, tools, await composed(mail))
  await sortPost(desk, tools)
}

const composed = ({ name, address, subject, text }: DroppedMail): Promise<Buffer> =>
  new MailComposer({
    from: { name: name ?? '', address },
    to: 'office@demonstration.example',
    subject: subject ?? '',
    text,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()

type Request = PageRequest<PurposeKey>
const base = { area: 'public', purpose: 'information', entry: 'anybody', path: '/demonstration/drop-box' } as const

/** A page of the demonstration on which one writes an e-mail to the office, in place of a real mailbox. */
export const dropBoxRoutes = (take: (mail: DroppedMail) => Promise<void>): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: async (request) => dropBox(request, blankForm) },
  { ...base, method: 'POST', handle: (request) => drop(request, take) },
]

const mailForm = z.object({
  name: optionalText(),
  address: requiredText('Enter the address of the sender').regex(/^[^\s@]+@[^\s@]+$/, 'Enter an e-mail address'),
  subject: optionalText(),
  text: requiredText('Write something', 5000),
})

async function drop(request: Request, take: (mail: DroppedMail) => Promise<void>): Promise<Reply> {
  const reading = readForm(mailForm, request.form)
  if (!reading.ok) return dropBox(request, reading)
  await take(reading.value)
  return { redirect: '/demonstration' }
}

const dropBox = (request: Request, form: FormState): Reply => ({
  page: {
    title: 'Send the office an e-mail',
    exitThisPage: false,
    invalid: hasErrors(form),
    body: (
      <>
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">Send the office an e-mail</h1>
        <p class="govuk-body">
          It goes the way of a real one: to the party’s own part of a case when its sender is known there, otherwise it
          becomes an enquiry or waits in the office’s mailbox.
        </p>
        <Form action="/demonstration/drop-box" formFields={<HiddenField name="_form" value={request.formToken()} />}>
          <TextField form={form} name="name" label="Name of the sender" />
          <EmailField form={form} name="address" label="Address of the sender" autocomplete="off" />
          <TextField form={form} name="subject" label="Subject" />
          <TextAreaField form={form} name="text" label="What it says" rows={6} />
          <Button preventDoubleClick>Send</Button>
        </Form>
      </>
    ),
  },
})
