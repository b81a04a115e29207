import { expect, type Locator, type Page, type Response } from '@playwright/test'
import { cookieNames } from '../../src/platform/sign-in/sign-in-ground.ts'
import { expectNoFaults } from './journey.ts'

/** How pages are looked at. */
export interface Eyes {
  readonly scripted: boolean
  /** True for the first who comes to a page in some state. */
  isFirst(state: string): boolean
}

/** One person in one browser. Every page that they come to is looked at, and whatever the browser complains about is kept. */
export class Walk {
  readonly page: Page
  readonly site: string
  readonly #complaints: string[] = []
  readonly #checks: Promise<void>[] = []
  readonly #eyes: Eyes

  constructor(page: Page, site: string, eyes: Eyes) {
    this.page = page
    this.site = site
    this.#eyes = eyes
    this.#watch()
  }

  /** Opens an address of the service. */
  async go(path: string): Promise<Response | null> {
    const response = await this.page.goto(new URL(path, this.site).href)
    await this.look()
    return response
  }

  /** Becomes one of the demonstration's people by its first page. */
  async become(name: string): Promise<void> {
    await this.go('/demonstration')
    await this.press(new RegExp(`^${name},`))
    await this.expectHeading(/Today|Nothing waits/)
  }

  /** Presses a button that leads to a page. */
  press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    return this.leave(() => within.getByRole('button', { name, exact: true }).click())
  }

  /** Presses it twice, as impatient people do. */
  pressTwice(name: string | RegExp): Promise<void> {
    return this.leave(() => this.page.getByRole('button', { name, exact: true }).dblclick())
  }

  follow(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    return this.leave(() => within.getByRole('link', { name }).first().click())
  }

  /** Does what leads to another page, and looks at that. */
  async leave(act: () => Promise<unknown>): Promise<void> {
    const loaded = this.page.waitForEvent('load')
    await act()
    await loaded
    await this.look()
  }

  async back(): Promise<void> {
    await this.page.goBack()
    await this.look()
  }

  async expectHeading(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(words)
  }

  /** The row, of a table or of a list of facts or things to do, in which these words stand. */
  row(words: string | RegExp): Locator {
    return this.page.locator('tr, .govuk-summary-list__row, .ev-today__item').filter({ hasText: words }).first()
  }

  /** A part of the page that begins with this heading. */
  part(heading: string): Locator {
    return this.page
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { name: heading }) })
      .last()
  }

  async fillDate(legend: string | RegExp, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-')
    const group = this.page.getByRole('group', { name: legend })
    await group.getByLabel('Day', { exact: true }).fill(String(Number(date)))
    await group.getByLabel('Month', { exact: true }).fill(String(Number(month)))
    await group.getByLabel('Year', { exact: true }).fill(year)
  }

  choose(legend: string | RegExp, answer: string): Promise<void> {
    return this.page.getByRole('group', { name: legend }).getByLabel(answer, { exact: true }).check()
  }

  /** No fault that a program can find, and no wider than the screen. A page that was looked at in this state is not looked at again. */
  async look(): Promise<void> {
    const { page } = this
    const state = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const parts = document.querySelectorAll('.govuk-error-summary, h2, table').length
      const errors = [...document.querySelectorAll('.govuk-error-summary a[href^="#"]')]
      const lost = errors
        .map((it) => it.getAttribute('href') ?? '')
        .filter((it) => !document.getElementById(it.slice(1)))
      return { wide: scrollWidth > clientWidth, parts, lost }
    })
    expect(state.wide, `${page.url()} is wider than the screen`).toBe(false)
    expect(state.lost, `errors of ${page.url()} that lead nowhere`).toEqual([])
    const { pathname } = new URL(page.url())
    const seen = `${pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')} ${await page.title()} ${state.parts}`
    if (this.#eyes.isFirst(seen)) await expectNoFaults(page, this.#eyes.scripted)
  }

  /** To be asked at the end: what went wrong on the way. */
  async complaints(): Promise<string[]> {
    await Promise.all(this.#checks)
    return this.#complaints
  }

  #watch(): void {
    const context = this.page.context()
    context.on('weberror', (error) => this.#complaints.push(String(error.error())))
    context.on('console', (message) => {
      // A page that says no has a status that says so: the browser calls that an error.
      const isRefusal = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isRefusal) this.#complaints.push(message.text())
    })
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (origin !== this.site && protocol.startsWith('http')) this.#complaints.push(`asked ${request.url()}`)
    })
    context.on('response', (response) => this.#checks.push(this.#check(response)))
  }

  async #check(response: Response): Promise<void> {
    const request = response.request()
    const type = request.resourceType()
    if (type !== 'document' && response.status() >= 400)
      this.#complaints.push(`${response.status()} from ${response.url()}`)
    if (response.status() >= 500) this.#complaints.push(`${response.status()} from ${response.url()}`)
    if (!['document', 'fetch', 'xhr'].includes(type)) return
    const { cookie = '' } = await request.allHeaders()
    const { 'cache-control': kept = '' } = await response.allHeaders()
    if (cookie.includes(`${cookieNames.signIn}=`) && !kept.includes('no-store'))
      this.#complaints.push(`${response.url()} may be stored: ${kept}`)
  }
}
