import { keepMail } from '../../features/mailbox/index.ts'
import { OutboxList, type readOutbox } from '../../features/messages/plugin.ts'
import type { PageRequest, Reply, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { Button } from '../../ui/components/button.tsx'
import { type Id, isId } from '../../values/ids.ts'
import { ownAddresses } from '../assemble.ts'
import type { Service } from '../service.ts'

type Request = PageRequest<PurposeKey>

export interface OutboxParts {
  outbox: (request: Request) => ReturnType<typeof readOutbox>
  /** Lets an e-mail come back, as from a mailbox that does not exist. */
  giveBack(messageId: Id): Promise<void>
}

const base = { area: 'public', purpose: 'information', entry: 'anybody', path: '/demonstration/outbox' } as const

/** What the service has written, in place of everybody's mailbox; an e-mail can be given back as a mail server does. */
export const outboxRoutes = (parts: OutboxParts): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => show(parts, request) },
  { ...base, method: 'POST', handle: (request) => giveBack(parts, request) },
]

async function show(parts: OutboxParts, request: Request): Promise<Reply> {
  const messages = await parts.outbox(request)
  const body = (
    <>
      <h1 class="govuk-heading-l">Mail that went out</h1>
      <form method="post" action={base.path}>
        <input type="hidden" name="_form" value={request.formToken()} />
        <OutboxList
          messages={messages}
          deeds={({ id, channel, status, recipient }) =>
            channel === 'email' &&
            status === 'sent' && (
              <Button name="message" value={id} classes="govuk-button--secondary">
                Give it back<span class="govuk-visually-hidden"> as not known: {recipient}</span>
              </Button>
            )
          }
        />
      </form>
    </>
  )
  return { page: { title: 'Mail that went out', exitThisPage: false, body } }
}

async function giveBack(parts: OutboxParts, request: Request): Promise<Reply> {
  const { message } = request.form.values
  if (!isId(message)) return { notFound: true }
  await parts.giveBack(message)
  return { redirect: base.path }
}

/** Takes in what a mail server sends back, through the same act as the real mailbox. */
export const givenBack = (service: Service) => async (messageId: Id) => {
  const { vault, keyring, scanner } = service
  const tools = { vault, keyring, scanner, addresses: ownAddresses(service) }
  await keepMail(service.desks.desk.worker, tools, Buffer.from(report(messageId)))
}

/** As RFC 3464 has it, with the headers of what was not delivered. */
const report = (messageId: Id): string =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <report-${messageId}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'There is no such mailbox here.',
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--part',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}@demonstration.example>`,
    '',
    '--part--',
    '',
  ].join('\r\n')
