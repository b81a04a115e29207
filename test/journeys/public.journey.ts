import type { Page } from '@playwright/test'
import { expect, expectNoFaults, test } from '../support/journey.ts'

const pages = [
  '/',
  '/what-is-a-miam',
  '/costs',
  '/getting-started',
  '/contact',
  '/self-referral',
  '/privacy',
  '/privacy/if-you-come-to-mediation',
  '/privacy/sharing',
  '/privacy/your-choices',
  '/privacy/versions',
  '/cookies',
  '/complaints',
  '/accessibility',
  '/nowhere',
]

/** Every address that the browser asked for, and whatever it complained about. */
function watched(page: Page) {
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404 (Not Found)')) complaints.push(message.text())
  })
  return { asked, complaints }
}

const canScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

const stored = async (page: Page) => ({
  cookies: await page.context().cookies(),
  local: await page.evaluate(() => ({ ...localStorage, ...sessionStorage })),
})

test('every page is without fault, fits its screen and asks nobody else for anything', async ({ page, site }) => {
  test.setTimeout(180_000)
  const { asked, complaints } = watched(page)
  for (const path of pages) {
    await page.goto(site + path)
    await expectNoFaults(page)
    expect(await canScroll(page), `${path} is wider than the screen`).toBe(false)
  }
  expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(new Set([site]))
  expect(complaints).toEqual([])
})

test('T35: the browser holds nothing that the cookie page does not list, and each for as long as it says', async ({
  page,
  site,
}) => {
  for (const path of pages) await page.goto(site + path)
  expect(await stored(page)).toEqual({ cookies: [], local: {} })

  await page.goto(`${site}/costs`)
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Cookies on this website' })).toHaveCount(0)
  for (const path of pages) await page.goto(site + path)
  const { cookies, local } = await stored(page)
  expect(local).toEqual({})
  await page.goto(`${site}/cookies`)
  const rows = await page.getByRole('row').allInnerTexts()
  for (const cookie of cookies) {
    const row = rows.find((text) => text.startsWith(cookie.name)) ?? ''
    expect(row, `${cookie.name} is listed`).toContain('11 months')
    const months = ((cookie.expires - Date.now() / 1000) / (365.25 * 86_400)) * 12
    expect(months).toBeGreaterThan(10.9)
    expect(months).toBeLessThanOrEqual(11.05)
  }
  expect(cookies.map((it) => it.name)).toEqual(['cookie_choice'])
})

test('T34: refusing is as easy as accepting, and the choice can be changed from every page', async ({ page, site }) => {
  await page.goto(site)
  const yes = page.getByRole('button', { name: 'Yes', exact: true })
  const no = page.getByRole('button', { name: 'No', exact: true })
  const look = (button: typeof yes) =>
    button.evaluate((it) => {
      const { backgroundColor, color, fontSize, height } = getComputedStyle(it)
      return { backgroundColor, color, fontSize, height }
    })
  expect(await look(yes)).toEqual(await look(no))
  await yes.click()
  await expect(yes).toHaveCount(0)
  for (const path of pages.filter((it) => it !== '/nowhere')) {
    await page.goto(site + path)
    await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Cookies' })).toBeVisible()
  }
  await page.getByRole('contentinfo').getByRole('link', { name: 'Cookies' }).click()
  await page.getByRole('radio', { name: 'No' }).check()
  await page.getByRole('button', { name: 'Save my choice' }).click()
  await expect(page.getByText('Your choice is saved.')).toBeVisible()
  await expectNoFaults(page)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'No' })).toBeChecked()
})

test('what was begun is not lost when the question about cookies is answered @script', async ({ page, site }) => {
  await page.goto(`${site}/contact`)
  await page.getByLabel('What would you like to ask or tell us?').fill('Half a sentence')
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Cookies on this website' })).toHaveCount(0)
  await expect(page.getByLabel('What would you like to ask or tell us?')).toHaveValue('Half a sentence')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Cookies on this website' })).toHaveCount(0)
})

test('a parent asks for a first meeting, makes a mistake, mends it and gets a reference', async ({ page, site }) => {
  await page.goto(site)
  await page.getByRole('button', { name: 'Get started' }).click()
  await page.getByRole('button', { name: 'Ask for a first meeting' }).click()
  await page.getByRole('checkbox', { name: 'Telephone' }).check()
  await page.getByLabel('Telephone number').fill('not a number')
  await page.getByLabel('Your first name').fill('Ade <b>')
  await page.getByLabel('Day').fill('31')
  await page.getByLabel('Month').fill('2')
  await page.waitForTimeout(2_500)
  await page.getByRole('button', { name: 'Send' }).click()

  await expect(page).toHaveTitle(/^Error: /)
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link')).toHaveCount(4)
  await expectNoFaults(page)
  await expect(page.getByLabel('Your first name')).toHaveValue('Ade <b>')
  await summary.getByRole('link', { name: 'Enter a telephone number' }).click()
  await expect(page.getByLabel('Telephone number')).toBeFocused()

  await page.getByLabel('Telephone number').fill('01603 555 123')
  await page.getByRole('radio', { name: 'No' }).check()
  await page.getByLabel('Month').fill('3')
  await page.getByRole('radio', { name: 'Children and money' }).check()
  await page.waitForTimeout(2_500)
  await page.getByRole('button', { name: 'Send' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your message')
  await expect(page.getByText(/E-[A-Z0-9]{4}-[A-Z0-9]{3}/)).toBeVisible()
  await expect(page.getByText('We will telephone you')).toBeVisible()
  expect(page.url()).not.toMatch(/Ade|0160/)
  await expectNoFaults(page)
  const address = page.url()
  await page.reload()
  expect(page.url()).toBe(address)
})

test('the notice can be read in layers, printed and in its versions', async ({ page, site }) => {
  await page.goto(`${site}/privacy`)
  await expect(page.getByRole('heading', { name: 'In short' })).toBeVisible()
  await page.getByRole('link', { name: 'If you come to mediation' }).click()
  await page.locator('summary', { hasText: 'Why we may' }).first().click()
  await expect(page.locator('details[open]')).toHaveCount(1)
  await expectNoFaults(page)
  await page.getByRole('link', { name: 'Show all of this page' }).click()
  await expect(page.locator('details')).toHaveCount(0)
  await page.getByRole('link', { name: 'How long we keep it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How long we keep it')
  await page.getByRole('link', { name: 'All parts of this notice' }).click()
  expect(page.url()).toBe(`${site}/privacy`)
  await page.goto(`${site}/privacy/versions`)
  await page.getByRole('link', { name: /\(now\)$/ }).click()
  expect(page.url()).toBe(`${site}/privacy`)
})

test('leaving is one press away on every page on which somebody could be seen', async ({ page, site }) => {
  for (const path of pages.filter((it) => it !== '/nowhere')) {
    await page.goto(site + path)
    const leave = page.getByRole('button', { name: 'Leave this page' })
    await expect(leave).toBeVisible()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(leave).toBeInViewport()
    await expect(leave).toHaveAttribute('href', /^https:/)
  }
})
