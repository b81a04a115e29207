import { plainDate } from '../../../ui/dates.ts'
import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'
import { type About, type ComplaintOutcome, outcomeToThem } from '../domain/complaint.ts'
import { bodyWords, nextBodiesOn } from '../domain/next-bodies.ts'

interface OfComplaint {
  readonly reference: string
  readonly about: About
  readonly on: Temporal.PlainDate
}

const somebodyElse = 'If you did not complain to us, please tell us: then somebody else did, in your name.'

const further = ({ about, on }: OfComplaint): string =>
  `If you are not content with what we do, you can go to ${nextBodiesOn(about, on).map(bodyWords).join('; or to ')}.`

/** Says that a complaint has come. It goes where the person was reached before. */
export const complaintReceived = (voice: ServiceVoice, of: OfComplaint & { readonly answerOn: Temporal.PlainDate }) =>
  written('complaint-received', 'We have what you wrote to us', [
    'Hello,',
    `We have your complaint. Its reference is ${of.reference}. We look into it, and mean to answer by ${plainDate(of.answerOn)}.`,
    'It does not change how we treat you.',
    somebodyElse,
    closing(voice),
  ])

/** Says how far it is. */
export const complaintProgress = (
  voice: ServiceVoice,
  of: OfComplaint & { readonly answerOn: Temporal.PlainDate },
): WrittenMessage =>
  written('complaint-progress', 'We are still looking into it', [
    'Hello,',
    `We are still looking into your complaint ${of.reference}. We mean to answer by ${plainDate(of.answerOn)}.`,
    further(of),
    closing(voice),
  ])

/** The outcome with its reasons, and where to go next. */
export const complaintAnswered = (
  voice: ServiceVoice,
  of: OfComplaint & { readonly outcome: Exclude<ComplaintOutcome, 'taken_back'>; readonly answer: string },
): WrittenMessage =>
  written('complaint-answered', 'Our answer', [
    'Hello,',
    `We have looked into your complaint ${of.reference}. ${outcomeToThem[of.outcome]}.`,
    of.answer,
    further(of),
    closing(voice),
  ])

/** To the other party, where somebody decided that they hear of it. It says nothing of who complained, nor of what. */
export const lookingIntoIt = (voice: ServiceVoice): WrittenMessage =>
  written('complaint-other-told', 'We are looking at how we work', [
    'Hello,',
    'We are looking at how we have worked in your matter. You need do nothing, and it changes nothing about your appointments.',
    'If you would like to ask us something about it, ring us.',
    closing(voice),
  ])
