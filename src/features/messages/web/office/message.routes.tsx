import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { type LetterRefusal, settleLetter } from '../../actions/settle-letter.ts'
import { messageOf, type WholeMessage } from '../../data/message-reads.ts'
import type { MessageOf } from '../../data/sending.ts'
import { stillSafe } from '../../data/still-safe.ts'
import { templateWords } from '../../domain/message-words.ts'
import { LetterSheet, MessagePage } from './message.page.tsx'
import { messagePath, messagePlace } from './message-paths.ts'

type Request = PageRequest<PurposeKey>

/** The pages of one message, for those about cases and for those about enquiries. */
export const messageRoutes = (): Route<PurposeKey>[] => [...routesFor('case'), ...routesFor('enquiry')]

function routesFor(of: MessageOf): Route<PurposeKey>[] {
  const common = { area: 'office', purpose: of === 'case' ? 'booking' : 'enquiries', entry: 'purpose' } as const
  const path = `${messagePlace[of]}/:id`
  return [
    { ...common, method: 'GET', path, handle: (request) => showMessage(request, of) },
    { ...common, method: 'POST', path, handle: (request) => decide(request, of) },
    { ...common, method: 'GET', path: `${path}/print`, handle: (request) => printLetter(request, of) },
  ]
}

async function readMessage(
  request: Request,
  of: MessageOf,
  deed: string,
): Promise<{ message: WholeMessage; isSafe: boolean } | null> {
  const { id } = request.params
  if (!request.staff || !isId(id)) return null
  const purpose = of === 'case' ? 'booking' : 'enquiries'
  return request.desk.read(request.staff.id, { purpose, deed, subjectId: id }, async (scope) => {
    const message = await messageOf(scope, of, id)
    if (!message) return null
    if (message.caseId) scope.about({ caseId: message.caseId })
    return { message, isSafe: await stillSafe(scope, message) }
  })
}

async function showMessage(request: Request, of: MessageOf, refusal?: string): Promise<Reply> {
  const found = await readMessage(request, of, 'message.opened')
  if (!found) return { notFound: true }
  const props = { of, ...found, token: request.formToken(), ...(refusal ? { refusal } : {}) }
  const title = templateWords(found.message.template)
  return { page: { title, body: <MessagePage {...props} />, ...(refusal ? { invalid: true } : {}) } }
}

/** The letter to print: not one that was settled, nor one to a place that is no longer safe. */
async function printLetter(request: Request, of: MessageOf): Promise<Reply> {
  const found = await readMessage(request, of, 'letter.printed')
  if (found?.message.channel !== 'letter') return { notFound: true }
  const { message, isSafe } = found
  if (message.status !== 'waiting' || !isSafe) return { redirect: messagePath(of, message.id) }
  return { page: { title: message.subject, body: <LetterSheet message={message} />, forPrint: true } }
}

const refusalWords: Readonly<Record<Exclude<LetterRefusal, 'no-such-letter'>, string>> = {
  'not-waiting': 'This letter is not waiting any more',
  'not-safe': 'It is no longer safe to write to this person here, so the letter was not marked as posted',
}

async function decide(request: Request, of: MessageOf): Promise<Reply> {
  const { id } = request.params
  if (!request.staff || !isId(id)) return { notFound: true }
  const { decision } = request.form.values
  if (decision !== 'posted' && decision !== 'not-posted')
    return showMessage(request, of, 'Say whether the letter was posted')
  const input = { key: request.form.key, of, messageId: id as Id, decision } as const
  const outcome = await settleLetter(request.desk, request.staff.id, input)
  if (outcome.done) return { redirect: messagePath(of, id) }
  return outcome.reason === 'no-such-letter'
    ? { notFound: true }
    : showMessage(request, of, refusalWords[outcome.reason])
}
