import { type CompiledPolicy, type RefusalGroundKey, refusalGrounds, regulator } from '../../../policy/index.ts'
import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'
import type { OpenRequest } from '../../requests/index.ts'
import type { Decision, Objection } from '../data/answer-reads.ts'
import { askedWords } from '../domain/asked-right.ts'

interface Answered {
  readonly request: Pick<OpenRequest, 'reference' | 'kind'>
  readonly decisions: readonly Decision[]
  readonly objections: readonly Objection[]
}

/**
 * The answer in plain words: of each group of data whether the answer is yes, and if not because of what, by which law and why here; then
 * where to complain, to us first (Data Protection Act 2018 s.164A), to the regulator, and to a court.
 */
export function answerMessage(voice: ServiceVoice, policy: CompiledPolicy, answered: Answered): WrittenMessage {
  const { request, decisions, objections } = answered
  const titled = (it: Decision) => policy.categories[it.category]?.title ?? 'something else'
  const granted = decisions.filter((it) => it.answer === 'granted').map(titled)
  const refused = decisions.filter((it) => it.answer !== 'granted')
  const isNo = refused.length > 0 || objections.some((it) => it.outcome === 'compelling')
  return written('request-answered', 'Our answer to your request', [
    'Hello,',
    `You asked us ${askedWords[request.kind]}. This is our answer to your request ${request.reference}.`,
    granted.length > 0 && `We say yes for:\n${granted.map((it) => `- ${it}`).join('\n')}`,
    ...refused.map((it) => refusalWords(titled(it), it)),
    ...objections.map((it) => objectionWords(policy, it)),
    isNo &&
      `If you think that this is not right, tell us, in any way you like: we look at it again. You can also complain to the ${regulator.name} (${regulator.knownAs}), ${regulator.telephone}, ${regulator.website}. Or you can go to a court.`,
    closing(voice),
  ])
}

export const groundWords = (ground: RefusalGroundKey | null): string =>
  ground ? `${refusalGrounds[ground].words} (${refusalGrounds[ground].law})` : 'of what we say below'

const refusalWords = (title: string, { answer, ground, reason }: Decision) =>
  `${answer === 'partly' ? 'We say yes in part, and no for the rest,' : 'We say no'} for: ${title}. That is because ${groundWords(ground)}. Here: ${reason}`

function objectionWords(policy: CompiledPolicy, { purpose, outcome, reason }: Objection): string {
  const title = policy.purposes[purpose]?.title ?? 'something that we do no more'
  return outcome === 'upheld'
    ? `We have stopped: ${title}.`
    : `We go on with: ${title}. That is because ${groundWords('compelling')}. Here: ${reason ?? ''}`
}
