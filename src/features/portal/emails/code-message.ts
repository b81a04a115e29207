import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

const template = 'portal-code'
const placeOfCode = '[the code]'

/**
 * The code by which a party signs in. It bears no link, so that nothing that reads mail can use it up, and says nothing of what it is
 * for. The code itself is put in when the message leaves.
 */
export const codeMessage = (voice: ServiceVoice): WrittenMessage =>
  written(template, 'Your code', [
    'Hello,',
    `Your code is ${placeOfCode}`,
    'It works once, for half an hour. Type it on the page on which you asked for it.',
    'If you did not ask for it, do nothing. Without the code nobody gets further.',
    closing(voice),
  ])

/** The text as it leaves. */
export const withCode = (message: { readonly template: string; readonly body: string }, code: () => string): string =>
  message.template === template ? message.body.replace(placeOfCode, code()) : message.body
