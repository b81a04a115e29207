import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

/** Tells a professional that they have an account, and how they come in. There is nothing to be pressed that changes anything. */
export const accountMessage = (
  voice: ServiceVoice,
  links: { readonly door: string; readonly notice: string },
): WrittenMessage =>
  written('referrer-account', 'Your account for referrals', [
    'Hello,',
    'We have opened an account for you. With it you can refer people to us without giving your own details each time, and see of each referral of yours whether a first meeting is booked and was attended.',
    `You need no password. Ask for a code with this e-mail address whenever you want to come in:\n${links.door}`,
    'If you do not want an account, you need do nothing, or tell us and we end it.',
    `What we do with your own details stands in our privacy notice:\n${links.notice}`,
    closing(voice),
  ])
