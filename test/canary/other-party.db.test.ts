import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf } from '../support/everything-of-a-party.ts'
import { caseOf, type PrivateGround, press, secret } from '../support/private-acts/ground.ts'
import { groundOf } from '../support/private-acts/ground-of.ts'
import { privateActs } from '../support/private-acts/index.ts'
import { type TestService, testService } from '../support/service.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { makeWorld } from '../support/world.ts'
import { artefactsFor, placesOfPdf } from './artefacts.ts'
import { type Find, type Place, Searcher } from './searching.ts'

/** What a party says, and the numbers that they give: nobody else gets any of it. */
const canaries = [secret, '7700900555', '7700 900 555', '7700 900 556', '7700 900 557', '1981-04-07', 'kept-apart.txt']
const searcher = new Searcher(canaries)
const told = (finds: readonly Find[]) => finds.map((it) => `${it.place}: ${it.how}: ${it.around}`)

/** What there must be of each kind, or nothing was looked at. */
const kinds = [
  'page',
  'document',
  'message',
  'mail',
  'check of a certificate',
  'check for a court',
  'slip with a code',
].concat(['letter printed', 'any mail', 'calendar', 'label', 'log', 'folder', 'draft', 'draft sealed'])

describe.each([
  ['A', 'B'],
  ['B', 'A'],
] as const)('what was said by the other, for %s and for all others', (_, acting) => {
  let db: TestService
  let whole: WholeService
  let ground: PrivateGround
  let places: Place[]
  beforeAll(async () => {
    db = await testService()
    whole = await wholeService(db)
    ground = await groundOf(whole, await makeWorld(whole), acting)
    for (const { first, act } of privateActs.filter((it) => it.by === undefined || it.by === acting)) {
      await first?.(ground)
      await act(ground)
    }
    await leftLying(ground)
    places = await artefactsFor(ground)
  }, 240_000)
  afterAll(async () => {
    await whole?.end()
    await db?.end()
  })

  test('is looked for in each kind of thing', () => {
    const wanted = [...kinds, acting === 'A' ? 'invitation' : 'referrer page']
    const empty = wanted.filter((kind) => !places.some((it) => it.name.startsWith(kind) && it.bytes.length > 0))
    expect(empty).toEqual([])
    expect(places.length).toBeGreaterThan(50)
  })

  test('is in none of them', () => {
    expect(told(searcher.readThrough(places))).toEqual([])
  })

  test('though it is kept: the database has it many times', async () => {
    const [row] = await db.look<{ count: number }>(
      `SELECT count(*)::int FROM ev.session_record WHERE discussed = $1 OR agreed = $1`,
      [secret],
    )
    expect(row?.count).toBeGreaterThan(0)
    // What they did last, becoming one person of two, signed them out.
    const { html } = await (await whole.partyIn(ground.person)).get('/portal/contact')
    expect(searcher.readThrough([{ name: 'own page', bytes: Buffer.from(html) }])).not.toEqual([])
  })

  test.each(kinds)('would be found in %s', (kind) => {
    const some = places.find((it) => it.name.startsWith(kind) && it.bytes.length > 0) as Place
    const middle = Math.floor(some.bytes.length / 2)
    const spoiled = Buffer.concat([some.bytes.subarray(0, middle), Buffer.from(secret), some.bytes.subarray(middle)])
    expect(searcher.readThrough([{ name: some.name, bytes: spoiled }])).not.toEqual([])
  })

  test('would be found in the drawn words of a certificate, as the number of their own is', async () => {
    const own = (await ground.mediator.get(`/office/files/${ground.made.get('certificate file')}/download`)).bytes
    const opened = await placesOfPdf({ name: 'own', bytes: own })
    const number = ground.made.get('certificate number') ?? ''
    expect(new Searcher([number]).readThrough(opened.slice(1)).length).toBeGreaterThan(0)
  })

  test('would be found in an e-mail, whichever of its parts tells it', async () => {
    const mail = whole.mail.at(-1) as WholeService['mail'][number]
    const long = `${'We write to you about your appointment – as agreed. '.repeat(4)}${secret} ${'and more '.repeat(30)}`
    const content = ['BEGIN:VCALENDAR', `DESCRIPTION:${long.slice(0, 60)}`, ` ${long.slice(60)}`, 'END:VCALENDAR'].join(
      '\r\n',
    )
    const planted = {
      subject: { ...mail, subject: `Über ${secret}` },
      text: { ...mail, text: long },
      'reply address': { ...mail, replyTo: { name: `Ø ${secret}`, address: 'office@service.example' } },
      'calendar entry': { ...mail, calendar: { method: 'REQUEST', content } as const },
    }
    for (const [part, it] of Object.entries(planted))
      expect(searcher.readThrough([{ name: part, bytes: await bytesOf(it) }]), part).not.toEqual([])
  })
})

/** Something is begun and left: it is kept sealed. */
async function leftLying(ground: PrivateGround): Promise<void> {
  const page = `${caseOf(ground)}/summaries/new/${ground.side.toLowerCase()}`
  const typed = { legal_quality: 'without_prejudice', summary: secret }
  await press(ground, ground.mediator, page, typed, { form: page, button: `${page}/draft` })
}
