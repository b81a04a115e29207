import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askRoute } from '../../../test/support/ask-route.ts'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepNow,
  sweepOn,
  sweepTools,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { Id } from '../../values/ids.ts'
import { retentionPlugin } from './plugin.ts'

let service: TestService
let folder: ServiceFolder
let office: Office
let routes: readonly Route<PurposeKey>[]
let caseId: Id
let reference: string

beforeAll(async () => {
  service = await testService({ at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
  routes = retentionPlugin(await sweepTools(service, folder, { asksAboutLeaps: true })).routes
  caseId = await caseFrom(service, office, folder.keyring)
  await close(service, office, caseId)
  const rows = await service.look<{ reference: string }>('SELECT reference FROM ev.case_file')
  reference = rows[0]?.reference ?? ''
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

const ask = (path: string, send?: Readonly<Record<string, string>>) =>
  askRoute(routes, {
    desk: service.desk.office,
    staff: { id: office.privacyOfficer, name: 'Pat', role: 'privacyOfficer' },
    path: `/office/retention${path}`,
    ...(send ? { send } : {}),
  })
const wordsOf = async (path: string) => (await ask(path)).html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the page of retention', () => {
  test('says what ends in the years ahead, and that nothing is on its way', async () => {
    const words = await wordsOf('')
    expect(words).toContain('Nothing. What is due is shown here for 28 days')
    expect(words).toMatch(/2033 1\b/)
    expect(words).toContain('Nothing yet.')
  })

  test('finds a case by its number, as it was typed, and says when there is none', async () => {
    const found = await ask(`?reference=${reference.toLowerCase()}`)
    expect(found.redirect).toBe(`/office/retention/cases/${caseId}`)
    const none = await ask('?reference=C-NONE')
    expect(none.invalid).toBe(true)
    expect(none.html).toContain('There is no case with this number')
    expect(none.html).toContain('value="C-NONE"')
  })

  test('shows a case from the day on which its end comes into sight, with the days that are left', async () => {
    await sweepOn(service, folder, '2033-11-01')
    expect(await wordsOf('')).toContain(`Case ${reference}`)
    expect(await wordsOf('')).toContain('Goes in 28 days')
    service.clock.set('2033-11-28T12:00:00Z')
    expect(await wordsOf('')).toContain('Goes tomorrow')
  })

  test('asks about a clock that leapt, and goes on when somebody says that it is right', async () => {
    const strict = { asksAboutLeaps: true }
    expect((await sweepNow(service, folder, strict)).result).toBe('halted')
    expect(await wordsOf('')).toContain('Is this date right?')
    expect((await ask('/date', {})).redirect).toBe('/office/retention')
    expect(await wordsOf('')).not.toContain('Is this date right?')
    expect((await sweepNow(service, folder, strict)).result).toBe('done')
  })
})

describe('the page of a case', () => {
  test('takes a hold with its reason, and says what is missing', async () => {
    const empty = await ask(`/cases/${caseId}/holds`, { reason: '', review: '' })
    expect(empty.invalid).toBe(true)
    expect(empty.html).toContain('Say why it must be kept')
    expect(empty.html).toContain('Choose when somebody looks again')
    const half = await ask(`/cases/${caseId}/holds`, { reason: 'A <claim> by "one" of them', review: 'P9Y' })
    expect(half.html).toContain('A &lt;claim> by &quot;one&quot; of them')
    const held = await ask(`/cases/${caseId}/holds`, {
      ...{
        part: 'all',
        category: 'all',
        kind: 'claim',
        authority: 'court',
        reason: 'A claim by one of them',
        review: 'P6M',
      },
    })
    expect(held.redirect).toBe(`/office/retention/cases/${caseId}`)
    const words = await wordsOf(`/cases/${caseId}`)
    expect(words).toContain('A claim by one of them')
    expect(words).toContain('28 May 2034')
    await sweepNow(service, folder)
    expect(await wordsOf('')).toContain('Stays because it is held')
  })

  test('lifts it, and the end comes back', async () => {
    const [hold] = await service.look<{ id: Id }>('SELECT id FROM ev.hold')
    expect((await ask(`/cases/${caseId}/holds/${hold?.id}/lift`, {})).redirect).toBe(
      `/office/retention/cases/${caseId}`,
    )
    expect((await ask(`/cases/${caseId}/holds/${hold?.id}/lift`, {})).notFound).toBe(true)
    await sweepNow(service, folder)
    expect(await wordsOf('')).toContain('Goes in 28 days')
  })

  test('answers alike for a case that is not there and an address that is none', async () => {
    expect((await ask('/cases/00000000-0000-4000-8000-000000000000')).notFound).toBe(true)
    expect((await ask('/cases/nonsense')).notFound).toBe(true)
  })
})

describe('after the end', () => {
  test('a certificate without names can be printed, and the paper is asked for by the number on its cover', async () => {
    await sweepOn(service, folder, '2033-12-26')
    const words = await wordsOf('')
    expect(words).toContain(`The paper is destroyed ( ${reference} )`.replace('( ', '(').replace(' )', ')'))
    const certificate = await wordsOf(`/certificates/${caseId}`)
    expect((await ask(`/certificates/${caseId}`)).title).toBe('Certificate of destruction')
    expect(certificate).toContain('Your mediation file, on screen and on paper: 7 years')
    expect(certificate).toContain(`Still to be destroyed: ${reference}`)
    for (const name of ['Tess', 'Otto', 'Ivy', 'Testcaller']) expect(certificate).not.toContain(name)
  })

  test('when the paper is gone its number is gone too, from every table but the cards by which people are known again', async () => {
    expect((await ask(`/certificates/${caseId}/paper`, {})).redirect).toBe('/office/retention')
    expect((await ask(`/certificates/${caseId}/paper`, {})).notFound).toBe(true)
    expect(await wordsOf(`/certificates/${caseId}`)).toContain('Destroyed on 26 December 2033')
    const tables = await service.look<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'ev'::regnamespace AND relkind = 'r'`,
    )
    for (const { name } of tables.filter((it) => it.name !== 'returning_card')) {
      const found = await service.look(`SELECT FROM ev.${name} AS t WHERE t::text LIKE '%' || $1 || '%'`, [reference])
      expect(found, name).toEqual([])
    }
    const waiting = await service.look(`SELECT FROM ev.task WHERE kind = 'destroy-paper' AND done_at IS NULL`)
    expect(waiting).toEqual([])
  })

  test('a case that has no end is kept by a word, and looked at again a year later', async () => {
    service.clock.set('2040-01-10T12:00:00Z')
    const live = await caseFrom(service, office, folder.keyring)
    await sweepOn(service, folder, '2041-01-10')
    expect(await wordsOf('')).toContain('is it still in use? Close it if not')
    expect((await ask(`/case/${live}/reviewed`, {})).redirect).toBe('/office/retention')
    expect(await wordsOf('')).toContain('to be looked at again on 10 January 2042')
    await sweepOn(service, folder, '2042-01-09')
    const reviews = () => service.look(`SELECT FROM ev.task WHERE kind = 'review-retention' AND done_at IS NULL`)
    expect(await reviews()).toHaveLength(0)
    await sweepOn(service, folder, '2042-01-10')
    expect(await reviews()).toHaveLength(1)
  })
})
