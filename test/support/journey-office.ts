import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { isBusinessDay } from '../../src/values/calendar-days.ts'
import { type Demonstration, findDemonstration } from './journey-demonstration.ts'
import { type Eyes, Walk } from './journey-walk.ts'

interface Fixtures {
  /** One person in a browser of their own. */
  readonly walk: Walk
  /** Somebody else in another browser; the address is the demonstration's unless told. */
  readonly somebodyElse: (site?: string) => Promise<Walk>
}

/** Journeys through the office of the demonstration that the whole run shares. Each walks in a fresh browser. */
export const test = base.extend<Fixtures, { demonstration: Demonstration }>({
  demonstration: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other names none
    async ({}, use) => use(await findDemonstration()),
    { scope: 'worker', timeout: 250_000 },
  ],
  walk: async ({ page, demonstration, javaScriptEnabled }, use) => {
    const walk = new Walk(page, demonstration.address, eyesIn(demonstration, javaScriptEnabled))
    await use(walk)
    expect(await walk.complaints()).toEqual([])
  },
  somebodyElse: async ({ browser, demonstration, javaScriptEnabled }, use) => {
    const walks: Walk[] = []
    const eyes = eyesIn(demonstration, javaScriptEnabled)
    await use(async (site = demonstration.address) => {
      const walk = new Walk(await (await browser.newContext()).newPage(), site, eyes)
      walks.push(walk)
      return walk
    })
    for (const walk of walks) {
      expect(await walk.complaints()).toEqual([])
      await walk.page.context().close()
    }
  },
})

/** Each page is looked at once in a project, whichever of its workers comes first: a folder is made by one alone. */
function eyesIn({ folder }: Demonstration, scripted: boolean): Eyes {
  const { name } = test.info().project
  return {
    scripted,
    isFirst: (state) => {
      const mark = createHash('sha256').update(state).digest('hex')
      const found = mkdirSync(join(folder, 'looked-at', name, mark), { recursive: true })
      return found !== undefined
    },
  }
}

/** A name that nobody else in the run has, of letters only. */
export const newName = (begins: string): string => {
  const letters = Array.from({ length: 6 }, () => 'abcdefghijklmnoprstuvw'[Math.floor(Math.random() * 22)])
  return begins + letters.join('')
}

/** A weekday some days ahead, as ISO text. */
export function weekdayAhead(days: number): string {
  let day = Temporal.Now.plainDateISO('Europe/London').add({ days })
  while (!isBusinessDay(day)) day = day.add({ days: 1 })
  return day.toString()
}

/** A weekday that no other project of the run has under this number: a mediator is booked once at a time, whoever books. */
export const dayOfOurOwn = (number: number): string =>
  weekdayAhead(500 + 7 * (3 * number + ['desk', 'phone', 'without-script'].indexOf(test.info().project.name)))

export { expect }
