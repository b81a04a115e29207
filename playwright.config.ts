import { defineConfig } from '@playwright/test'
import { chromiumArguments, chromiumPath } from './test/support/chromium.ts'

const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
/** These move the clock that all share, so they walk when the others have come home. */
const moveTheClock = '**/demonstration.journey.ts'

/**
 * Every journey is walked three times: at a desk, at phone width, and without script. A journey about something that only
 * a script can do (a draft saved while writing) bears the tag @script, and is not walked without one. One about a course of things
 * whose pages others walk already bears the tag @phone, and is walked there alone; one so long that twice is enough bears @screens, and is
 * walked at both widths with script.
 */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  globalSetup: ['./test/support/browser-setup.ts', './test/support/journey-set-up.ts'],
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArguments },
    // What a failing journey did and asked for; pictures of every step would take a third of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
  },
  projects: [
    { name: 'desk', testIgnore: moveTheClock, use: { viewport: desk }, grepInvert: /@phone/ },
    { name: 'phone', testIgnore: moveTheClock, use: { viewport: phone, hasTouch: true } },
    {
      name: 'without-script',
      testIgnore: moveTheClock,
      use: { viewport: desk, javaScriptEnabled: false },
      grepInvert: /@script|@phone|@screens/,
    },
    {
      name: 'clock',
      testMatch: moveTheClock,
      // A month's jobs run before the page comes.
      use: { viewport: desk, actionTimeout: 60_000 },
      dependencies: ['desk', 'phone', 'without-script'],
    },
  ],
})
