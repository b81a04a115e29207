import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { undoMessage } from '../../actions/undo-message.ts'
import { type HandWriting, type WritingRefusal, type WritingTools, writeByHand } from '../../actions/write-by-hand.ts'
import { guard } from '../../data/guard-reads.ts'
import { messageOf } from '../../data/message-reads.ts'
import { isUsable, type PartyToWriteTo, partyToWriteTo, type Side } from '../../data/party-to-write-to.ts'
import { type MessageChannel, messageChannels } from '../../domain/channels.ts'
import { type GuardKind, mustBeMended } from '../../domain/guard.ts'
import { handTemplate } from '../../domain/message-words.ts'
import { waitWords } from '../../domain/send-delay.ts'
import { messagePath } from './message-paths.ts'
import { writeForm } from './write.form.ts'
import { WritePage } from './write.page.tsx'

type Request = PageRequest<PurposeKey>

export interface WritePageTools extends WritingTools {
  /** Whether texts can be sent at all. */
  readonly hasTexts: boolean
}

const common = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const path = '/office/cases/:caseId/write/:side'

/** Writing to one party in one's own words, and taking it back. */
export const writeRoutes = (tools: WritePageTools): Route<PurposeKey>[] => [
  { ...common, method: 'GET', path, handle: (request) => open(request, tools) },
  { ...common, method: 'POST', path, handle: (request) => send(request, tools) },
  { ...common, method: 'POST', path: '/office/messages/:id/undo', handle: undo },
]

const sides: Readonly<Record<string, Side>> = { a: 'A', b: 'B' }

async function partyOf(request: Request): Promise<PartyToWriteTo | null> {
  const { caseId, side } = request.params
  const which = sides[side ?? '']
  if (!isId(caseId) || !which) return null
  const deed = { purpose: 'booking', deed: 'message.writing', caseId } as const
  return request.desk.read(actorOf(request), deed, (scope) => partyToWriteTo(scope, caseId, which))
}

const channelsOf = ({ hasTexts }: WritePageTools): MessageChannel[] =>
  messageChannels.filter((it) => it !== 'text' || hasTexts)

interface Shown {
  readonly form: FormState
  readonly found?: readonly GuardKind[]
  readonly refusal?: string
}

function page(request: Request, tools: WritePageTools, party: PartyToWriteTo, shown: Shown): Reply {
  const { form, found = [], refusal } = shown
  const props = { party, channels: channelsOf(tools), form, found, refusal, delay: waitWords(tools.sendDelay) }
  return {
    page: {
      title: `Write to ${party.name}`,
      invalid: hasErrors(form) || found.length > 0 || refusal !== undefined,
      body: <WritePage {...props} token={request.formToken()} />,
    },
  }
}

/** The first way that is safe is chosen; what was taken back can be mended and sent anew. */
async function open(request: Request, tools: WritePageTools): Promise<Reply> {
  const party = await partyOf(request)
  if (!party) return { notFound: true }
  const first = channelsOf(tools).find((it) => isUsable(party.ways[it]))
  const again = await takenBack(request, party)
  const values = again ?? (first ? { channel: first } : {})
  return page(request, tools, party, { form: { ...blankForm, values } })
}

async function takenBack(request: Request, party: PartyToWriteTo): Promise<Record<string, string> | null> {
  const from = request.query.from
  if (!isId(from)) return null
  const deed = { purpose: 'booking', deed: 'message.opened', caseId: party.caseId, subjectId: from } as const
  const message = await request.desk.read(actorOf(request), deed, (scope) => messageOf(scope, 'case', from))
  if (message?.template !== handTemplate || message.personId !== party.personId) return null
  const { channel, subject, body } = message
  return { channel, subject: channel === 'text' ? '' : subject, body }
}

const refusalWords: Readonly<Record<Exclude<WritingRefusal, 'no-such-party' | 'guarded'>, string>> = {
  'another-person': 'Meanwhile somebody else is this party of the case. Look whether it is still meant for them',
  'no-way': 'It is not safe, or no longer safe, to write to them that way. Choose another',
}

async function send(request: Request, tools: WritePageTools): Promise<Reply> {
  const party = await partyOf(request)
  if (!party || !request.staff) return { notFound: true }
  const reading = readForm(writeForm, request.form)
  if (!reading.ok) return page(request, tools, party, { form: reading })
  const { to, channel, subject, body, reason } = reading.value
  if (!channelsOf(tools).includes(channel)) return { notFound: true }
  const writing: HandWriting = {
    ...{ key: request.form.key, caseId: party.caseId, side: party.side, personId: to, channel, body, reason },
    subject: subject ?? 'Message',
  }
  const outcome = await writeByHand(request.desk, request.staff.id, tools, writing)
  if (outcome.done) return { redirect: messagePath('case', outcome.value.messageId as typeof to) }
  if (outcome.reason === 'no-such-party') return { notFound: true }
  const form = { errors: {}, values: request.form.values }
  if (outcome.reason !== 'guarded') return page(request, tools, party, { form, refusal: refusalWords[outcome.reason] })
  return page(request, tools, party, await withFindings(request, tools, party, writing))
}

/** The page again with what was found; where a reason is wanted and none was given, the field says so. */
async function withFindings(
  request: Request,
  tools: WritePageTools,
  party: PartyToWriteTo,
  writing: HandWriting,
): Promise<Shown> {
  const point = party.ways[writing.channel]
  if (!isUsable(point)) return { form: { errors: {}, values: request.form.values }, refusal: refusalWords['no-way'] }
  const text = `${writing.subject}\n${writing.body}`
  const deed = { purpose: 'booking', deed: 'message.guarded', caseId: party.caseId } as const
  const found = await request.desk.read(actorOf(request), deed, (scope) =>
    guard(scope, { ...party, point }, text, tools.recentChange),
  )
  const wantsReason = 'reason' in request.form.values && !found.some(mustBeMended)
  const errors: Record<string, string> = wantsReason ? { reason: 'Say why it may go as it is, or mend it' } : {}
  return { form: { errors, values: request.form.values }, found }
}

async function undo(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!request.staff || !isId(id)) return { notFound: true }
  const outcome = await undoMessage(request.desk, request.staff.id, { key: request.form.key, messageId: id })
  if (!outcome.done && outcome.reason === 'no-such-message') return { notFound: true }
  return { redirect: `${messagePath('case', id)}${outcome.done ? '' : '?gone'}` }
}
