import type { Pool } from 'pg'
import type { ServiceClock } from '../platform/clock/service-clock.ts'
import { Desk } from '../platform/database/desk.ts'
import { roleNames } from '../platform/database/role-names.ts'
import { openPool } from '../platform/database/scope.ts'
import type { ActJournal } from '../platform/journal/act-journal.ts'
import type { Log } from '../platform/log.ts'
import type { Area, PurposeKey } from '../policy/vocabulary.ts'
import type { DatabasePlace } from './prepare-database.ts'

export interface Desks {
  readonly desk: Readonly<Record<Area, Desk<PurposeKey>>>
  readonly authPool: Pool
  close(): Promise<void>
}

/** Ten connections did best on two cores for the office, and for sign-in, which each of its requests asks first; the others need few. */
const sizes = { public: 5, portal: 5, office: 10, worker: 3, auth: 10 } as const

/** One pool for each login, each area with a desk of its own. */
export function openDesks(place: DatabasePlace, clock: ServiceClock, log: Log, journal: ActJournal | null): Desks {
  const names = roleNames(place.prefix)
  const pools: Pool[] = []
  const poolOf = (login: keyof typeof sizes) => {
    const url = new URL(place.installerUrl)
    url.username = names.login(login)
    url.password = place.passwords[login]
    const pool = openPool(url.href, sizes[login], () => log.warn({ login }, 'database connection lost'))
    pools.push(pool)
    return pool
  }
  const deskOf = (area: Area) => new Desk<PurposeKey>({ pool: poolOf(area), names, area, clock, journal })
  return {
    desk: { public: deskOf('public'), portal: deskOf('portal'), office: deskOf('office'), worker: deskOf('worker') },
    authPool: poolOf('auth'),
    close: async () => void (await Promise.all(pools.map((pool) => pool.end()))),
  }
}
