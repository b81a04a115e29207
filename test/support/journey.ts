import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

/** Journeys through a running service: one for each worker, with the trust's policy and nobody's data. */
export const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other names none
    async ({}, use) => {
      const server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'journey-server.ts')], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const [said] = await Promise.race([
        once(server.stdout, 'data'),
        once(server, 'exit').then(() => Promise.reject(new Error('the service did not start'))),
      ])
      await use(String(said).trim())
      const ended = once(server, 'exit')
      server.stdin.end()
      await ended
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** WCAG 2.2 A and AA, with the size of what is pressed (which axe leaves out unless told), and the best practices that it knows. */
const axe = (page: Page) => new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } })

/** No fault that a program can find. */
export async function expectNoFaults(
  page: Page,
  scripted = test.info().project.use.javaScriptEnabled !== false,
): Promise<void> {
  const { violations } = scripted ? await axe(page).analyze() : await faultsOfTwin(page)
  const faults = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(faults, `accessibility of ${page.url()}`).toEqual([])
}

/** axe is a script itself: where none runs, it looks at the same page in another window, with the page's own scripts taken out. */
async function faultsOfTwin(page: Page) {
  const body = (await page.content()).replaceAll(/<script[^>]*><\/script>/g, '')
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize(), javaScriptEnabled: true })
  if (!context) throw new Error('this page has no browser')
  try {
    const twin = await context.newPage()
    await twin.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
    await twin.goto(page.url())
    return await axe(twin).analyze()
  } finally {
    await context.close()
  }
}

export { expect }
