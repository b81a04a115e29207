import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeBack } from '../../src/features/answers/index.ts'
import type { MailWay } from '../../src/features/messages/jobs/carriers.ts'
import { withdrawalEffect } from '../../src/policy/index.ts'
import { newId } from '../../src/values/ids.ts'
import { MessageGround } from '../support/message-ground.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

const path = '/portal/data/choices'
let ground: MessageGround
let whole: WholeService
let a: Visitor
beforeAll(async () => {
  ground = await MessageGround.make()
  whole = await wholeService(ground.service)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await ground?.service.end()
})
beforeEach(async () => {
  await ground.begin()
  await say('emailContact', 'given')
  a = await whole.partyIn(ground.file.A.personId)
})

/** What A said under a consent, as it stands in the ledger. */
async function say(scope: string, act: 'given' | 'withdrawn') {
  const { personId } = ground.file.A
  await ground.service.look(
    `INSERT INTO ev.consent_subject (person_id) SELECT $1 WHERE NOT EXISTS (SELECT FROM ev.consent_subject WHERE person_id = $1)`,
    [personId],
  )
  await ground.service.look(
    `INSERT INTO ev.consent_event (subject_id, scope, act, wording_hash, policy_hash, channel)
     SELECT id, $2, $3, 'w', 'p', 'website' FROM ev.consent_subject WHERE person_id = $1`,
    [personId, scope, act],
  )
  ground.service.clock.forward('PT1M')
}
const ledger = (scope: string) =>
  ground.service.look<{ act: string; receipt: string | null; channel: string }>(
    `SELECT e.act, e.receipt, e.channel FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
      WHERE s.person_id = $1 AND e.scope = $2 ORDER BY e.at, e.act`,
    [ground.file.A.personId, scope],
  )
const end = (scope: string, by = a) => by.send(path, {}, `${path}/${scope}/end`)
const own = (by = ground.file.A.personId, scope = 'emailContact') =>
  takeBack(ground.service.desk.portal, ground.service.policy, by, { recordId: by, scope })

describe('S14: a permission is withdrawn at any time, by one click', () => {
  test('it ends at once, is in the ledger, and what was done before stays', async () => {
    await ground.write(ground.toA())
    await whole.runJobs()
    const before = whole.mail.length
    const page = wordsOf((await a.get(path)).html)
    expect(page).toContain('Writing to you by e-mail')
    expect((await end('emailContact')).status).toBe(303)
    await ground.write(ground.toA({ subject: 'Another' }))
    await whole.runJobs()
    expect(whole.mail).toHaveLength(before)
    expect((await ledger('emailContact')).map((it) => it.act)).toEqual(['given', 'withdrawn'])
    expect(await ground.service.look(`SELECT FROM ev.message WHERE status = 'sent'`)).toHaveLength(before > 0 ? 1 : 0)
    const after = wordsOf((await a.get(`${path}?ended=emailContact`)).html)
    expect(after).toContain('It has ended')
    expect(after).toContain('There is nothing that rests on your yes')
  })

  test('twice is once, also at the same moment', async () => {
    await Promise.all([end('emailContact'), own(), own()])
    expect((await own()).done).toBe(true)
    expect((await ledger('emailContact')).filter((it) => it.act === 'withdrawn')).toHaveLength(1)
  })

  test('it ends exactly what rested on it', async () => {
    await say('appeals', 'given')
    await say('sharing', 'given')
    await end('emailContact')
    const page = wordsOf((await a.get(path)).html)
    expect(page).toContain('Sending something to a person you name')
    expect(await ledger('sharing')).toMatchObject([{ act: 'given' }])
    const [still] = await ground.service.look<{ n: string }>(
      `SELECT count(*) AS n FROM ev.contact_point WHERE person_id = $1 AND ended_at IS NULL AND kind = 'address'`,
      [ground.file.A.personId],
    )
    expect(Number(still?.n)).toBe(1)
    const [theirs] = await ground.service.look<{ n: string }>(
      `SELECT count(*) AS n FROM ev.contact_point WHERE person_id = $1 AND ended_at IS NULL`,
      [ground.file.B.personId],
    )
    expect(Number(theirs?.n)).toBe(1)
  })

  test('a receipt goes by what is still safe, and where nothing is a colleague is asked to say it', async () => {
    await end('emailContact')
    await whole.runJobs()
    expect(await ledger('emailContact')).toMatchObject([{}, { receipt: 'written' }])
    const [letter] = await ground.service.look<{ channel: string; body: string }>(
      `SELECT channel, body FROM ev.message WHERE template = 'choice-taken-back'`,
    )
    expect(letter).toMatchObject({ channel: 'letter' })
    expect(letter?.body).not.toMatch(/e-mail/)
    const { personId } = ground.file.B
    await takeBack(ground.service.desk.portal, ground.service.policy, personId, {
      recordId: personId,
      scope: 'emailContact',
    })
    await whole.runJobs()
    expect(await ground.service.look(`SELECT FROM ev.task WHERE kind = 'choice-untold'`)).toHaveLength(1)
  })

  test('the office does it for somebody who rings; the other party sees and hears nothing', async () => {
    const b = await whole.partyIn(ground.file.B.personId)
    const before = wordsOf((await b.get(path)).html)
    const coordinator = await whole.signedIn('coordinator')
    const page = `/office/people/${ground.file.A.personId}/choices`
    expect((await coordinator.send(page, {}, `${page}/emailContact/end`)).status).toBe(303)
    expect(await ledger('emailContact')).toMatchObject([{ act: 'given' }, { act: 'withdrawn', channel: 'office' }])
    expect(wordsOf((await b.get(path)).html)).toBe(before)
    expect((await (await whole.signedIn('mediator')).get(page)).status).not.toBe(200)
  })

  test('nobody takes back another’s, and the database says so', async () => {
    const scope = 'emailContact'
    const theirs = { recordId: ground.file.A.personId, scope }
    const tried = await takeBack(ground.service.desk.portal, ground.service.policy, ground.file.B.personId, theirs)
    expect(tried).toMatchObject({ done: false })
    expect(await own(ground.file.A.personId, 'nothing-of-the-kind')).toMatchObject({ done: false })
    expect(await ledger(scope)).toHaveLength(1)
  })
})

describe('S14: the page says what stops, and what goes on and why', () => {
  test('derived from the policy: the other live uses of the same details, with the basis of each', async () => {
    const { policy } = ground.service
    for (const scope of ['emailContact', 'onlineMeetings'])
      for (const kind of ['client', 'otherParty'] as const) {
        const effect = withdrawalEffect(policy, scope, kind)
        expect(effect?.goesOn.length, scope).toBeGreaterThan(0)
        for (const it of effect?.goesOn ?? []) {
          const basis = policy.purposes[it.purpose as 'booking']?.subjects[kind]?.basis
          expect(basis).toBeDefined()
          expect(basis).not.toEqual({ a6: 'consent', scope })
        }
      }
    expect(withdrawalEffect(policy, 'onlineMeetings', 'client')?.ends).toEqual(['Meeting by video'])
    const page = wordsOf((await a.get(path)).html)
    for (const it of withdrawalEffect(policy, 'emailContact', 'client')?.goesOn ?? [])
      expect(page).toContain(it.because)
    expect(page).toContain('the law tells us to')
    expect(page).toContain('If we fear for somebody’s safety, we still act')
  })
})

describe('S14: nothing that rests on a consent starts after it was taken back', () => {
  test('raced against sending', { timeout: 60_000 }, async () => {
    const counts = { after: 0, sent: 0 }
    const ended = async () =>
      (
        await ground.service.look(`SELECT FROM ev.contact_point WHERE person_id = $1 AND ended_at IS NOT NULL`, [
          ground.file.A.personId,
        ])
      ).length > 0
    const way: MailWay = {
      from: 'office@harbour.example',
      transport: {
        deliver: async () => {
          await wait(5)
          counts.sent++
          if (await ended()) counts.after++
        },
      },
    }
    const rounds = 24
    for (let round = 0; round < rounds; round++) {
      await ground.begin()
      await ground.write(ground.toA())
      const sending = [ground.send(way), ground.send(way)]
      await wait((round % 12) * 6)
      await Promise.all([own(ground.file.A.personId), ...sending])
      await ground.write(ground.toA({ subject: `Later ${newId()}` }))
      await ground.send(way)
    }
    expect(counts.after).toBe(0)
    expect(counts.sent).toBeLessThan(rounds + 1)
  })
})
