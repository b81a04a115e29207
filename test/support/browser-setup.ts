import { chromium } from '@playwright/test'
import { chromiumArguments, chromiumPath } from './chromium.ts'
import { note } from './note.ts'

/** Opens the browser once before all journeys, so that one that is missing or cannot run is told in one place. */
export default async (): Promise<void> => {
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArguments })
  note({ browser: `Chromium ${browser.version()}` })
  await browser.close()
}
