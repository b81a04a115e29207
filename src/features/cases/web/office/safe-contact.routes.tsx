import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { safeContactHistory } from '../../../people/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { confirmDetails } from '../../actions/confirm-details.ts'
import { type CardRefusal, saySafeContact } from '../../actions/say-safe-contact.ts'
import { partiesOf } from '../../data/case-reads.ts'
import { shortName } from '../../domain/words.ts'
import { cardForm, cardValues } from './safe-contact.form.ts'
import { SafeContactPage } from './safe-contact.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const path = '/office/cases/:caseId/people/:personId'

/** The safe-contact card of a party, and the press that says that their details were confirmed with them. */
export const safeContactRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path: `${path}/safe-contact`, handle: (request) => cardPage(request) },
  { ...base, method: 'POST', path: `${path}/safe-contact`, handle: saveCard },
  { ...base, method: 'POST', path: `${path}/confirmed`, handle: saveConfirmed },
]

async function cardPage(request: Request, typed?: FormState): Promise<Reply> {
  const { caseId, personId } = request.params
  if (!isId(caseId) || !isId(personId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'contact.card-opened', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const party = (await partiesOf(scope, caseId)).find((it) => it.personId === personId)
    if (!party) return null
    const history = await safeContactHistory(scope, personId)
    const colleagues = history.flatMap((it) => (it.recordedBy ? [it.recordedBy] : []))
    return { party, history, staff: await staffNames(scope, [...new Set(colleagues)]) }
  })
  if (!found) return { notFound: true }
  const { party, history, staff } = found
  const form = typed ?? filledForm(cardValues(history))
  const name = shortName(party)
  const props = { form, token: request.formToken(), action: request.path, name, history, staff }
  const invalid = Object.keys(form.errors).length > 0
  return { page: { title: `How to reach ${name}`, invalid, body: <SafeContactPage {...props} /> } }
}

const refusalWords: Readonly<Record<Exclude<CardRefusal, 'no_such'>, string>> = {
  held: 'This file is held: what is in it can be added to, and not emptied',
  changed_meanwhile:
    'Somebody else changed this card while you wrote. What stands on it now is at the end of this page: look at it, then save yours',
}

async function saveCard(request: Request): Promise<Reply> {
  const { caseId, personId } = request.params
  if (!isId(caseId) || !isId(personId)) return { notFound: true }
  const reading = readForm(cardForm(request.today), request.form)
  if (!reading.ok) return cardPage(request, reading)
  const input = { key: request.form.key, caseId, personId, change: reading.value }
  const outcome = await saySafeContact(request.desk, actorOf(request), input)
  if (outcome.done) return { redirect: `/office/cases/${caseId}` }
  if (outcome.reason === 'no_such') return { notFound: true }
  return cardPage(request, { values: await latest(request, input), errors: { '': refusalWords[outcome.reason] } })
}

/** What was typed, over the version that now stands: pressing again means it, having seen the other. */
async function latest(request: Request, { caseId, personId }: { caseId: Id; personId: Id }) {
  const deed = { purpose: 'booking', deed: 'contact.card-opened', caseId } as const
  const [last] = await request.desk.read(actorOf(request), deed, (scope) => safeContactHistory(scope, personId, 1))
  return { ...asTyped(request.form), seen: String(last?.version ?? 0) }
}

async function saveConfirmed(request: Request): Promise<Reply> {
  const { caseId, personId } = request.params
  if (!isId(caseId) || !isId(personId)) return { notFound: true }
  const input = { key: request.form.key, caseId, personId }
  const outcome = await confirmDetails(request.desk, actorOf(request), input)
  return outcome.done ? { redirect: `/office/cases/${caseId}` } : { notFound: true }
}
