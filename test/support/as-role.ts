import pg from 'pg'
import { roleNames } from '../../src/platform/database/role-names.ts'
import { ident } from '../../src/platform/database/sql-names.ts'
import type { TestService } from './service.ts'

export type AreaOfDatabase = 'public' | 'portal' | 'office' | 'worker'

/** A connection as the login of an area, which has taken no role yet. */
export async function asLogin(service: TestService, area: AreaOfDatabase): Promise<pg.Client> {
  const names = roleNames(service.place.prefix)
  const url = new URL(service.place.installerUrl)
  url.username = names.login(area)
  url.password = service.place.passwords[area]
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query('SET statement_timeout = 0')
  return client
}

/** The same with a purpose's role taken: what an injected statement would have. */
export async function asRole(service: TestService, area: AreaOfDatabase, purpose: string): Promise<pg.Client> {
  const client = await asLogin(service, area)
  await client.query(`SET ROLE ${ident(roleNames(service.place.prefix).purpose(area, purpose))}`)
  return client
}
