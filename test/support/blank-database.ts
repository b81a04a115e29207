import pg from 'pg'
import { isEmpty } from '../../src/app/backup/restore-backup.ts'
import type { DatabasePlace } from '../../src/app/prepare-database.ts'
import { newId } from '../../src/values/ids.ts'
import { serverUrl } from './server.ts'
import { testPasswords } from './service.ts'

/** A database in which no service ever was. */
export interface BlankDatabase {
  readonly place: DatabasePlace
  isEmpty(): Promise<boolean>
  end(): Promise<void>
}

export async function blankDatabase(): Promise<BlankDatabase> {
  const name = `evt_${newId().replaceAll('-', '')}`
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  const onServer = async (text: string) => {
    const client = new pg.Client({ connectionString: serverUrl() })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  await onServer(`CREATE DATABASE ${name}`)
  const place = { installerUrl: url.href, prefix: 'evta', passwords: testPasswords, clock: 'machine' } as const
  return {
    place,
    isEmpty: () => isEmpty(place),
    end: () => onServer(`DROP DATABASE ${name}`),
  }
}
