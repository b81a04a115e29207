import { plainDate } from '../../../ui/dates.ts'
import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'
import { type ExtensionReason, extensionWords, type Question, questionWords } from '../domain/request.ts'

interface About {
  readonly reference: string
  readonly dueOn: Temporal.PlainDate
}

const somebodyElse = 'If you did not ask us anything, please tell us: then somebody else did, in your name.'

/** Says that a request has come. It goes where the person was reached before, so that they hear of it also when it was not theirs. */
export const requestReceived = (voice: ServiceVoice, about: About): WrittenMessage =>
  written('request-received', 'We have your request', [
    'Hello,',
    `We have your request. Its reference is ${about.reference}. We answer by ${plainDate(about.dueOn)}.`,
    'It may be that we first make sure that it is you who asks. Then the time counts from the day on which we know.',
    somebodyElse,
    closing(voice),
  ])

/** The code that shows that somebody has what we write to. It is said to a colleague, and opens nothing by itself. */
export const identityCode = (voice: ServiceVoice, about: { readonly reference: string; readonly code: string }) =>
  written('request-code', 'A code for your request', [
    'Hello,',
    `Your code is ${about.code}`,
    `Say it to us when we ring you, or ring us and say it. It is for your request ${about.reference}, and works for fourteen days.`,
    somebodyElse,
    closing(voice),
  ])

/** A question without which what is asked for cannot be found. */
export const questionAsked = (
  voice: ServiceVoice,
  about: { readonly reference: string; readonly question: Question },
) =>
  written('request-question', 'A question about your request', [
    'Hello,',
    `To find what you ask for in your request ${about.reference} we need to know more. ${questionWords[about.question]}`,
    'Until you answer, the time in which we answer stands still. Answer in any way you like.',
    closing(voice),
  ])

/** More time is taken, with the reason, and with where to complain. */
export const moreTime = (voice: ServiceVoice, about: About & { readonly reason: ExtensionReason }): WrittenMessage =>
  written('request-extended', 'We need more time', [
    'Hello,',
    `We need more time for your request ${about.reference}, because ${extensionWords[about.reason]}. We answer by ${plainDate(about.dueOn)}.`,
    'If you think that this is not right, tell us. You can also complain to the Information Commission (ICO), or go to a court.',
    closing(voice),
  ])
