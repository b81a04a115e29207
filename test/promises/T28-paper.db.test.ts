import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { close, type ServiceFolder, serviceFolder, sweepOn } from '../support/case-life.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let folder: ServiceFolder
let file: string
let paper: string
let label: string
beforeAll(async () => {
  day = await officeDay()
  folder = await serviceFolder()
  file = `/office/cases/${day.caseId}`
})
afterAll(async () => {
  await day?.end()
  await folder?.remove()
})

const wordsAt = async (browser: Visitor, address: string) => wordsOf((await browser.get(address)).html)
const move = (browser: Visitor, kind: string, place = '') => browser.send(paper, { kind, place }, `${paper}/move`)

describe('T28: paper is kept under lock, and ends with the record', () => {
  test('each folder has a label that names nobody', async () => {
    const made = await day.coordinator.send(`${file}/paper/new`, { place: 'Cabinet 2, drawer B' })
    expect(made.status).toBe(303)
    paper = String(made.location)
    const [row] = await day.db.look<{ label: string; reference: string }>(
      'SELECT label, reference FROM ev.paper_file JOIN ev.case_file f ON f.id = case_id',
    )
    label = String(row?.label)
    expect(label).toBe(`${row?.reference}/1`)
    const printed = await day.coordinator.get(`${paper}/label`)
    expect(wordsOf(printed.html)).toContain(label)
    expect(printed.html).toContain('<svg')
    for (const name of ['Tess', 'Otto', 'Testcaller', 'Ivy']) expect(printed.html).not.toContain(name)
  })

  test('one can say of each where it is, who has it, and where it has been', async () => {
    expect(await wordsAt(day.coordinator, file)).toContain('Cabinet 2, drawer B')
    expect((await move(day.mediator, 'taken')).status).toBe(303)
    expect(await wordsAt(day.coordinator, '/office/paper')).toContain('With Test mediator')
    expect((await move(day.mediator, 'put_away', 'Safe in the office')).status).toBe(303)
    const page = await wordsAt(day.coordinator, paper)
    for (const was of ['Cabinet 2, drawer B', 'With Test mediator', 'Safe in the office']) expect(page).toContain(was)
    expect(wordsOf((await move(day.mediator, 'put_away')).html)).toContain('Say where you put it')
  })

  test('a scanned label leads to its folder, and to nobody who has no business with it', async () => {
    const found = await day.mediator.get(`/office/paper?label=${encodeURIComponent(label.toLowerCase())}`)
    expect(found.location).toBe(paper)
    const address = `/office/paper?label=${encodeURIComponent(label)}`
    expect(await wordsAt(day.stranger, address)).toContain('No folder has this label')
    expect((await day.stranger.get(paper)).status).toBe(404)
    expect((await day.stranger.get(`${paper}/label`)).status).toBe(404)
  })

  test('no movement is ever changed or taken back', async () => {
    for (const deed of [
      `UPDATE ev.paper_movement SET place = 'elsewhere'`,
      `UPDATE ev.paper_movement SET moved_at = moved_at`,
      'DELETE FROM ev.paper_movement',
    ]) {
      const { sql } = await import('kysely')
      const tried = day.db.desk.office.read(
        day.office.coordinator,
        { purpose: 'papers', deed: 'paper.listed' },
        (scope) => sql.raw(deed).execute(scope.queries),
      )
      await expect(tried, deed).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('one that is missing is a task, until it is there again', async () => {
    await move(day.mediator, 'missing')
    expect(await wordsAt(day.coordinator, '/office/today')).toContain('Look for a paper file that is missing')
    expect(await wordsAt(day.mediator, file)).toContain('Missing')
    await move(day.coordinator, 'put_away', 'Canarycabinet 7')
    expect(await wordsAt(day.coordinator, '/office/today')).not.toContain('Look for a paper file')
  })

  test('when the file is destroyed, whoever destroys its paper is told where it is, and then nothing tells of it', async () => {
    await close(day.db, day.office, day.caseId)
    await sweepOn(day.db, folder, '2033-11-24')
    await sweepOn(day.db, folder, '2033-12-28')
    expect(await day.db.look('SELECT FROM ev.paper_movement')).toEqual([])
    const officer = await day.whole.signedIn('privacyOfficer', 'Pia')
    expect(await wordsAt(officer, '/office/today')).toContain('Destroy the paper file of a destroyed case')
    expect(await wordsAt(officer, '/office/retention')).toContain(`${label}: Canarycabinet 7`)
    const address = `/office/retention/certificates/${day.caseId}`
    expect(await wordsAt(officer, address)).toContain('Still to be destroyed')
    expect((await officer.send('/office/retention', {}, `${address}/paper`)).status).toBe(303)
    expect(await wordsAt(officer, address)).toMatch(/Paper\s*Destroyed on 28 December 2033/)
    const [left] = await day.db.look<{ said: string }>('SELECT c::text AS said FROM ev.destruction_certificate c')
    expect(left?.said).not.toContain('Canarycabinet')
    expect(await wordsAt(officer, '/office/today')).not.toContain('Destroy the paper file')
  })
})
