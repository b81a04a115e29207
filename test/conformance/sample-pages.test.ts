import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildAssets } from '../../src/ui/assets/build-assets.ts'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { samplePages } from './sample-pages.tsx'
import { type SampleServer, serveSamples } from './sample-server.ts'

let folder: string
let server: SampleServer
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenhand-assets-'))
  server = await serveSamples(await buildAssets(folder))
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArguments })
}, 120_000)

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  server.posted.splice(0)
  server.status = 204
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A page, and what the browser complained about: script errors, refused styles, files that are not there. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  contexts.push(context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(server.origin + path)
  return { page, complaints, context }
}

/** The way out leads to another site; a test must not ask the network for it. */
async function answerNeutralSite(page: Page) {
  await page.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Weather' }),
  )
}

const overhang = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

const looks = [
  ['on a phone', { viewport: { width: 390, height: 844 } }],
  ['on a desk', {}],
  ['in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const satisfies readonly (readonly [string, BrowserContextOptions])[]

describe.each(looks)('%s', (_, look) => {
  test.each(Object.keys(samplePages))(
    '%s keeps the rules of accessibility and fits',
    async (path) => {
      const { page, complaints } = await open(path, look)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))
      expect(found).toEqual([])
      expect(complaints).toEqual([])
      expect(await overhang(page)).toBeLessThanOrEqual(0)
    },
    30_000,
  )
})

test('no page is wider than the smallest phone', async () => {
  const { page } = await open('/', { viewport: { width: 320, height: 640 } })
  for (const path of Object.keys(samplePages)) {
    await page.goto(server.origin + path)
    expect([path, await overhang(page)]).toEqual([path, 0])
  }
}, 30_000)

describe('leaving a page', () => {
  test('by its button, once scrolled, after which Back does not lead to it', async () => {
    const { page } = await open('/')
    await answerNeutralSite(page)
    await page.goto(`${server.origin}/start`)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const button = page.getByRole('button', { name: 'Leave this page' })
    expect((await button.boundingBox())?.y).toBeLessThan(40)
    await button.click()
    await page.waitForURL('https://www.bbc.co.uk/weather')
    await page.goBack()
    expect(page.url()).toBe(`${server.origin}/`)
  })

  test('by pressing Escape three times, not two, not Shift', async () => {
    const { page } = await open('/start')
    await answerNeutralSite(page)
    for (const key of ['Shift', 'Shift', 'Shift', 'Escape', 'Escape']) await page.keyboard.press(key)
    expect(await page.locator('.govuk-exit-this-page [role=status]').textContent()).toContain('1 more time')
    expect(page.url()).toBe(`${server.origin}/start`)
    await page.keyboard.press('Escape')
    await page.waitForURL('https://www.bbc.co.uk/weather')
  })

  test('blanks the page and its title while the other site takes its time', async () => {
    const { page } = await open('/start')
    await page.route('https://www.bbc.co.uk/**', (route) => setTimeout(() => route.abort(), 2000))
    const seen = await page.evaluate(() => {
      document.querySelector<HTMLElement>('.govuk-js-exit-this-page-button')?.click()
      return { title: document.title, height: document.body.offsetHeight }
    })
    expect(seen).toEqual({ title: 'Loading', height: 0 })
  })

  test('without script', async () => {
    const { page } = await open('/start', { javaScriptEnabled: false })
    await answerNeutralSite(page)
    await page.getByRole('button', { name: 'Leave this page' }).click()
    await page.waitForURL('https://www.bbc.co.uk/weather')
  })
})

describe('a draft', () => {
  const write = async (page: Page, words: string) => page.getByLabel('Summary of the session').fill(words)
  const status = (page: Page) => page.locator('[data-draft-status]')

  test('is saved as one pauses, with the fields of its form, and says when', async () => {
    const { page } = await open('/office/cases/1')
    await write(page, 'Alternate weekends.')
    await expect.poll(() => status(page).textContent(), { timeout: 4000 }).toMatch(/^Saved at \d\d:\d\d$/)
    expect(server.posted).toEqual([{ path: '/draft', body: 'note=Alternate+weekends.' }])
  })

  test('says that it could not be saved, and keeps the words', async () => {
    const { page } = await open('/office/cases/1')
    server.status = 500
    await write(page, 'Every Wednesday.')
    await expect.poll(() => status(page).textContent(), { timeout: 4000 }).toContain('Not saved yet')
    expect(await page.getByLabel('Summary of the session').inputValue()).toBe('Every Wednesday.')
  })

  test('says that one is signed out', async () => {
    const { page } = await open('/office/cases/1')
    server.status = 401
    await write(page, 'Half of the holidays.')
    await expect.poll(() => status(page).textContent(), { timeout: 4000 }).toContain('you are signed out')
  })

  test('is saved when the page is put away before the pause', async () => {
    const { page } = await open('/office/cases/1')
    await write(page, 'Birthdays in turn.')
    await page.goto(`${server.origin}/office/enquiries`)
    await expect.poll(() => server.posted.map(({ body }) => body)).toEqual(['note=Birthdays+in+turn.'])
  })
})

describe('in the office', () => {
  test('/ goes to the search field, but is a letter in it', async () => {
    const { page } = await open('/office/enquiries')
    await page.keyboard.press('/')
    await page.keyboard.type('a/b')
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b')
  })

  test('a table sorts by a column, back, and to the order it came in', async () => {
    const { page } = await open('/office/enquiries')
    const paid = () => page.locator('tbody tr td:nth-child(5)').allTextContents()
    const given = await paid()
    const header = page.getByRole('columnheader', { name: 'Paid' })
    for (const [order, wanted] of [
      ['ascending', given],
      ['descending', [...given].reverse()],
      ['none', given],
    ] as const) {
      await header.getByRole('button').click()
      expect(await header.getAttribute('aria-sort')).toBe(order)
      expect(await paid()).toEqual(wanted)
    }
  })
})

test('an error leads to its field, a date and a file too', async () => {
  const { page } = await open('/start/wrong')
  expect(await page.title()).toBe('Error: How may we contact you – Harbour Family Mediation')
  for (const link of await page.locator('.govuk-error-summary a').all()) {
    await link.click()
    const target = (await link.getAttribute('href'))?.slice(1)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(target)
  }
})
