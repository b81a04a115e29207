import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { addressLines } from '../../../people/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { type LetterRefusal, settleLetter } from '../../actions/settle-letter.ts'
import { mayBePosted } from '../../data/may-be-posted.ts'
import { messageOf, type WholeMessage } from '../../data/message-reads.ts'
import type { MessageOf } from '../../data/sending.ts'
import { templateWords } from '../../domain/message-words.ts'
import { LetterSheet, MessagePage } from './message.page.tsx'
import { messagePath, messagePlace } from './message-paths.ts'

type Request = PageRequest<PurposeKey>

const purposeOf = { case: 'booking', enquiry: 'enquiries' } as const
/** Where a party lives is held apart, and read to address an envelope. */
const letterPurpose = { case: 'letters', enquiry: 'enquiries' } as const

/** The pages of one message, for those about cases and for those about enquiries. */
export const messageRoutes = (tools: MessagePageTools): Route<PurposeKey>[] => [
  ...routesFor('case', tools),
  ...routesFor('enquiry', { ...tools, mayPost: () => true }),
]

export interface MessagePageTools {
  /** Whether somebody of a role may address an envelope to a party. */
  readonly mayPost: (role: string) => boolean
  /** Where somebody of a role says that a message went to the wrong person; null for those who cannot. */
  readonly wentWrong?: ((role: string, messageId: string) => string | null) | undefined
}

function routesFor(of: MessageOf, tools: MessagePageTools): Route<PurposeKey>[] {
  const common = { area: 'office', purpose: purposeOf[of], entry: 'purpose' } as const
  const letters = { ...common, purpose: letterPurpose[of] }
  const path = `${messagePlace[of]}/:id`
  return [
    { ...common, method: 'GET', path, handle: (request) => showMessage(request, of, tools, goneWords(request)) },
    { ...common, method: 'POST', path, handle: (request) => decide(request, of, tools) },
    { ...letters, method: 'GET', path: `${path}/print`, handle: (request) => printLetter(request, of) },
  ]
}

/** Asked to take it back when it had left already. */
const goneWords = ({ query }: Request) =>
  'gone' in query ? 'It had gone already, so it could not be taken back' : undefined

interface Found {
  readonly message: WholeMessage
  readonly isSafe: boolean
  /** Who wrote it, where a colleague did. */
  readonly writer: string | undefined
  /** Where a letter of a case goes, for those who may know. */
  readonly address: string | null
}

async function readMessage(
  request: Request,
  of: MessageOf,
  deed: string,
  purpose: PurposeKey = purposeOf[of],
): Promise<Found | null> {
  const { id } = request.params
  if (!request.staff || !isId(id)) return null
  return request.desk.read(request.staff.id, { purpose, deed, subjectId: id }, async (scope) => {
    const message = await messageOf(scope, of, id)
    if (!message) return null
    if (message.caseId) scope.about({ caseId: message.caseId })
    const point = purpose === 'letters' ? message.contactPointId : null
    return {
      message,
      isSafe: await mayBePosted(scope, message),
      writer: message.writtenBy ? (await staffNames(scope, [message.writtenBy])).get(message.writtenBy) : undefined,
      address: point ? await addressLines(scope, point) : null,
    }
  })
}

async function showMessage(request: Request, of: MessageOf, tools: MessagePageTools, refusal?: string): Promise<Reply> {
  const found = await readMessage(request, of, 'message.opened')
  if (!found) return { notFound: true }
  const { message, isSafe, writer } = found
  const mayPost = tools.mayPost(request.staff?.role ?? '')
  const props = {
    of,
    message,
    isSafe,
    mayPost,
    wentWrong: tools.wentWrong?.(request.staff?.role ?? '', message.id) ?? null,
    writer,
    token: request.formToken,
    now: request.now,
    ...(refusal ? { refusal } : {}),
  }
  const title = templateWords(found.message.template)
  return { page: { title, body: <MessagePage {...props} />, ...(refusal ? { invalid: true } : {}) } }
}

/** The letter to print: not one that was settled, nor one to a place that is no longer safe. The envelope is addressed here. */
async function printLetter(request: Request, of: MessageOf): Promise<Reply> {
  const found = await readMessage(request, of, 'letter.printed', letterPurpose[of])
  if (found?.message.channel !== 'letter') return { notFound: true }
  const { message, isSafe, address } = found
  if (message.status !== 'waiting' || !isSafe) return { redirect: messagePath(of, message.id) }
  return { page: { title: message.subject, body: <LetterSheet message={message} address={address} />, forPrint: true } }
}

const refusalWords: Readonly<Record<Exclude<LetterRefusal, 'no-such-letter'>, string>> = {
  'not-waiting': 'This letter is not waiting any more',
  'not-safe': 'It is no longer safe to write to this person here, so the letter was not marked as posted',
}

async function decide(request: Request, of: MessageOf, tools: MessagePageTools): Promise<Reply> {
  const { id } = request.params
  if (!request.staff || !isId(id)) return { notFound: true }
  const { decision } = request.form.values
  if (decision !== 'posted' && decision !== 'not-posted')
    return showMessage(request, of, tools, 'Say whether the letter was posted')
  const input = { key: request.form.key, of, messageId: id as Id, decision } as const
  const outcome = await settleLetter(request.desk, request.staff.id, input)
  if (outcome.done) return { redirect: messagePath(of, id) }
  return outcome.reason === 'no-such-letter'
    ? { notFound: true }
    : showMessage(request, of, tools, refusalWords[outcome.reason])
}
