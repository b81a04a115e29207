import { type PublishedSettings, readPublished } from '../features/settings/index.ts'
import type { Desk } from '../platform/database/desk.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'

/** Longest that a page may show a setting that was changed in another process. */
const freshFor = Temporal.Duration.from({ seconds: 5 })

/** What the service says of itself, read once for many pages. */
export class PublishedCache {
  readonly #desk: Desk<PurposeKey>
  #kept: { readonly at: Temporal.Instant; readonly settings: Promise<PublishedSettings> } | null = null

  constructor(desk: Desk<PurposeKey>) {
    this.#desk = desk
  }

  /** The settings in force, at most a few seconds old. */
  current(): Promise<PublishedSettings> {
    const now = this.#desk.clock.now()
    const kept = this.#kept
    const age = kept ? now.since(kept.at) : null
    if (kept && age && age.sign >= 0 && Temporal.Duration.compare(age, freshFor) < 0) return kept.settings
    const settings = this.#desk.read(null, { purpose: 'information', deed: 'settings.read' }, readPublished)
    this.#kept = { at: now, settings }
    settings.catch(() => this.forget())
    return settings
  }

  /** After a change in this process the next page reads anew. */
  forget(): void {
    this.#kept = null
  }
}
