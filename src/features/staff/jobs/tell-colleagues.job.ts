import { DeliveryFailure } from '../../../platform/delivery-failure.ts'
import type { MailTransport } from '../../../platform/mail/mail-transport.ts'
import type { Notice } from '../../../platform/sign-in/notices.ts'
import type { SignIn } from '../../../platform/sign-in/open-sign-in.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { dateAndTime } from '../../../ui/dates.ts'

/** By what mail leaves; `from` is a bare address. Null: nothing is sent. */
export type NoticeMail = { readonly transport: MailTransport; readonly from: string } | null

export interface NoticeTools {
  readonly mail: NoticeMail
  readonly origin: URL
  readonly serviceName: string
}

const mostInOneTick = 20

/**
 * Tells colleagues by e-mail what happened to their own account, to the address that they sign in with. Like all of sign-in it reaches
 * no table of the service; it stands under `retention`, as the other work of sign-in does.
 */
export const tellColleagues = (signIn: SignIn, tools: NoticeTools): Job<PurposeKey> => ({
  name: 'tell-colleagues',
  purpose: 'retention',
  async run() {
    if (!tools.mail) return 0
    let told = 0
    for (const notice of await signIn.passkeys.notices(mostInOneTick)) {
      if (!(await tell(notice, tools.mail, tools))) break
      await signIn.passkeys.forgetNotice(notice.id)
      told++
    }
    return told
  },
})

/** False when it is to be tried again later. */
async function tell(
  notice: Notice,
  { transport, from }: NonNullable<NoticeMail>,
  tools: NoticeTools,
): Promise<boolean> {
  try {
    await transport.deliver({
      messageId: `<${notice.id}@${from.split('@').at(-1)}>`,
      from: { name: tools.serviceName, address: from },
      to: notice.email,
      subject: 'Your account',
      text: noticeText(notice, tools),
    })
    return true
  } catch (error) {
    if (error instanceof DeliveryFailure) return error.kind === 'permanent'
    throw error
  }
}

const happened = { 'passkey-added': 'added to', 'passkey-ended': 'taken from' } as const

export const noticeText = (notice: Notice, { origin, serviceName }: Omit<NoticeTools, 'mail'>): string =>
  [
    `Hello ${notice.name},`,
    `A passkey was ${happened[notice.kind]} your account on ${dateAndTime(notice.madeAt)}.`,
    `If that was you, there is nothing to do. If it was not, sign in at ${origin.origin}, end what you do not know under “Your account”, change your password, and tell an administrator.`,
    serviceName,
  ].join('\n\n')
