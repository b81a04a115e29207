import type { ServiceClock } from '../../platform/clock/service-clock.ts'
import { asInstaller, type DatabasePlace } from '../prepare-database.ts'

/** A service clock that can be moved forward, and stays so after a restart. Never used by a real service. */
export class DemonstrationClock implements ServiceClock {
  readonly #place: DatabasePlace
  #aheadSeconds: number
  /** While the story is made, the clock stands where the story is. */
  #standing: Temporal.Instant | null = null

  private constructor(place: DatabasePlace, aheadSeconds: number) {
    this.#place = place
    this.#aheadSeconds = aheadSeconds
  }

  static async open(place: DatabasePlace): Promise<DemonstrationClock> {
    const ahead = await asOwner(place, async (query) => {
      await query('INSERT INTO ev.demonstration_clock DEFAULT VALUES ON CONFLICT DO NOTHING')
      return Number((await query('SELECT ahead_seconds FROM ev.demonstration_clock'))[0]?.ahead_seconds ?? 0)
    })
    return new DemonstrationClock(place, ahead)
  }

  now(): Temporal.Instant {
    return this.#standing ?? Temporal.Now.instant().add({ seconds: this.#aheadSeconds })
  }

  /** Stands still at an instant of the story; null lets it run again. */
  stand(at: Temporal.Instant | null): void {
    this.#standing = at
  }

  /** Moves forward to an instant; never back, since what has been destroyed is gone. */
  async moveTo(instant: Temporal.Instant): Promise<void> {
    const ahead = Math.ceil(Temporal.Now.instant().until(instant).total('seconds'))
    if (ahead <= this.#aheadSeconds) return
    this.#aheadSeconds = ahead
    await asOwner(this.#place, (query) => query('UPDATE ev.demonstration_clock SET ahead_seconds = $1', [ahead]))
  }
}

type Query = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

const asOwner = <Result>(place: DatabasePlace, work: (query: Query) => Promise<Result>): Promise<Result> =>
  asInstaller(place, async (admin, names) => {
    await admin.query(`SET ROLE "${names.owner}"`)
    return work(async (sql, values) => (await admin.query(sql, values)).rows)
  })
