import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { endFeed, feedAddress, makeFeed, newFeedToken } from '../../src/features/calendars/index.ts'
import { newId } from '../../src/values/ids.ts'
import { bytesOf, everythingOf } from '../support/everything-of-a-party.ts'
import { invitationActs } from '../support/private-acts/answers.ts'
import { caseOf, idOf, type PrivateGround, personOf, press, type Side } from '../support/private-acts/ground.ts'
import { groundOf } from '../support/private-acts/ground-of.ts'
import { readByBoth } from '../support/read-calendars.ts'
import { filesUnder } from './places.ts'
import type { Place } from './searching.ts'

const place = (name: string, text: string | Buffer): Place => ({ name, bytes: Buffer.from(text) })

/** A PDF as it lies there, and as its reader shows it: its words, which stand in it as numbers of drawn letters, and what it says of itself. */
export async function placesOfPdf({ name, bytes }: Place): Promise<Place[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { info, metadata } = await document.getMetadata()
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const notes = await page.getAnnotations()
    pages.push(items.map((it) => ('str' in it ? it.str : '')).join(''), JSON.stringify(notes))
  }
  const attached = await document.getAttachments()
  await document.loadingTask.destroy()
  const said = JSON.stringify([info, [...(metadata ?? [])], attached])
  return [{ name, bytes }, place(`${name}: words`, pages.join('\n')), place(`${name}: what it says of itself`, said)]
}

/** All that somebody who is not the acting party can get of a case, by its kind. */
export async function artefactsFor(acted: PrivateGround): Promise<Place[]> {
  const watching: Side = acted.side === 'A' ? 'B' : 'A'
  const ground = await groundOf(acted.whole, acted.world, watching)
  const letters = await ownLetters(ground)
  const everything = await everythingOf(acted, watching)
  return [
    ...everything.pages.map(([path, text]) => place(`page ${path}`, path.includes('/papers/') ? '' : text)),
    ...(await documentsIn(everything.pages)),
    ...entriesIn(everything.pages),
    ...(await feedsOfMediator(acted)),
    ...everything.written.map((it, index) => place(`message ${index}`, JSON.stringify(it))),
    ...everything.mails.map((it, index) => place(`mail ${index}`, it)),
    ...everything.certificates.map((it, index) => place(`check of a certificate ${index}`, it)),
    ...(await checkOfTheirs(acted)),
    ...letters,
    place('referrer page', everything.progress),
    ...(await toAnybody(acted)),
    ...(await ofTheService(acted)),
  ]
}

const papers = '/portal/papers/'

async function documentsIn(pages: readonly (readonly [string, string])[]): Promise<Place[]> {
  const found = pages.filter(([path]) => path.startsWith(papers))
  const opened = found.map(([path, text]) => {
    const [, headers, bytes] = JSON.parse(text) as [number, object, string]
    const document = { name: `document ${path}`, bytes: Buffer.from(bytes, 'base64') }
    const told = place(`document ${path}: headers`, JSON.stringify(headers))
    return document.bytes.subarray(0, 4).toString() === '%PDF'
      ? placesOfPdf(document).then((it) => [told, ...it])
      : [told, document]
  })
  return (await Promise.all(opened)).flat()
}

/** Entries for one's own calendar, as they lie there. The live case has one to come, so there is at least one. */
function entriesIn(pages: readonly (readonly [string, string])[]): Place[] {
  const found = pages.filter(([path]) => path.startsWith('/portal/calendar/'))
  if (found.length === 0) throw new Error('there is no appointment to take into a calendar')
  return found.map(([path, text]) => {
    const [, headers, bytes] = JSON.parse(text) as [number, object, string]
    const entry = Buffer.from(bytes, 'base64').toString()
    if (readByBoth(entry).length !== 1) throw new Error(`${path} is not one entry`)
    return place(`calendar ${path}`, JSON.stringify(headers) + unfolded(entry))
  })
}

/** Lines of a calendar are broken after 75 bytes, in the middle of a word. */
const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '')

/** What the mediator's own calendar fetches, which others may see over their shoulder: in both wordings nothing that a party said. */
async function feedsOfMediator({ whole, world }: PrivateGround): Promise<Place[]> {
  const { office } = whole.service.desks.desk
  const mediator = world.cast.mediators[0]
  if (!mediator) throw new Error('there is no mediator')
  const places: Place[] = []
  for (const wording of ['neutral', 'reference'] as const) {
    const token = newFeedToken()
    await makeFeed(office, mediator, { key: newId(), feedId: newId(), token, wording })
    const { pathname } = new URL(feedAddress(whole.service.origin, token).https)
    const { html, headers } = await whole.visitor().get(pathname)
    if (readByBoth(html).length === 0) throw new Error('the feed of the mediator is empty')
    places.push(place(`feed ${wording}`, JSON.stringify(headers) + unfolded(html)))
  }
  await endFeed(office, mediator)
  return places
}

/** What a court is shown of the acting party’s own certificate. */
async function checkOfTheirs({ whole, made }: PrivateGround): Promise<Place[]> {
  const typed = { number: made.get('certificate number') ?? '', code: made.get('certificate code') ?? '' }
  const { status, html, headers } = await whole.visitor().send('/certificates', typed)
  if (status !== 200) throw new Error(`the certificate is not known: ${status}`)
  return [place('check for a court', html + JSON.stringify(headers))]
}

/** What is printed for the watching party: a letter, a slip with a code, and for the other party the invitation and its page. */
async function ownLetters(ground: PrivateGround): Promise<Place[]> {
  const { coordinator, side } = ground
  const slip = await press(ground, coordinator, `${personOf(ground)}/code`)
  const way = { kind: 'address', value: '9 Quay Street', postcode: 'NR1 1AA', source: 'self', safety: 'safe' }
  await press(ground, coordinator, `${personOf(ground)}/contact`, { ...way, voicemail_safety: 'not_asked' })
  const letter = await idOf(
    ground,
    `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body)
     SELECT p.case_id, c.person_id, c.id, p.side, 'letter', 'enquiry-received', 'Ade Brook', 'A letter', 'Dear Ade'
       FROM ev.party p JOIN ev.contact_point c USING (person_id)
      WHERE p.case_id = $1 AND p.side = $2 AND c.kind = 'address' AND c.ended_at IS NULL AND c.safety = 'safe'
      ORDER BY c.made_at DESC LIMIT 1 RETURNING id`,
    ...[ground.caseId, side],
  )
  const printed = await coordinator.get(`/office/messages/${letter}/print`)
  if (printed.status !== 200) throw new Error(`the letter was not printed: ${printed.status}`)
  const places = [place('slip with a code', slip.html), place('letter printed', printed.html)]
  return side === 'A' ? places : [...places, ...(await invitationOf(ground))]
}

async function invitationOf(ground: PrivateGround): Promise<Place[]> {
  await invitationActs[0]?.act(ground)
  const rows = await ground.whole.db.look<{ body: string }>(
    `SELECT body FROM ev.message WHERE case_id = $1 AND about_id IS NOT NULL AND body LIKE '%/reply/%'`,
    [ground.caseId],
  )
  const pages = rows.map(async ({ body }) => {
    const address = `/reply/${/\/reply\/(\S+)/.exec(body)?.[1]}`
    return [place('invitation', body), place('invitation: its page', (await ground.whole.visitor().get(address)).html)]
  })
  return (await Promise.all(pages)).flat()
}

/** Every e-mail and text to whomever, but for its own address; the referrers’ among them; and the calendar entries of all. */
async function toAnybody({ whole, caseId }: PrivateGround): Promise<Place[]> {
  const nobody = 'nobody@mail.example'
  const mails = whole.mail.map(async (it, index) => place(`any mail ${index}`, await bytesOf({ ...it, to: nobody })))
  const entries = await whole.db.look<{ entry: string }>(
    'SELECT calendar_entry AS entry FROM ev.message WHERE case_id = $1 AND calendar_entry IS NOT NULL',
    [caseId],
  )
  const texts = whole.texts.map((it, index) => place(`any text ${index}`, it.text))
  return [...(await Promise.all(mails)), ...texts, ...entries.map((it, index) => place(`calendar ${index}`, it.entry))]
}

/** What lies about in the office or its computer: labels of folders, the log, keys, sealed mails and documents, the journal. */
async function ofTheService(ground: PrivateGround): Promise<Place[]> {
  const { whole, coordinator } = ground
  const folders = await whole.db.look<{ id: string }>('SELECT id FROM ev.paper_file')
  const labels = folders.map(async ({ id }) =>
    place('label', (await coordinator.get(`/office/paper/${id}/label`)).html),
  )
  const drafts = await whole.db.look<{ text: string }>('SELECT d::text AS text FROM ev.draft d')
  const sealed = await whole.db.look<{ sealed: Buffer }>('SELECT sealed FROM ev.draft')
  return [
    ...(await Promise.all(labels)),
    place('log', whole.logged()),
    ...filesUnder(whole.folder, 'folder'),
    ...drafts.map((it) => place('draft', it.text)),
    ...sealed.map((it) => place('draft sealed', it.sealed)),
    place('case address', caseOf(ground)),
  ]
}
