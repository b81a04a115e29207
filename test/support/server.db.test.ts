import pg from 'pg'
import { expect, test } from 'vitest'
import { serverUrl, superuserUrl } from './server.ts'

const ask = async (url: string, question: string): Promise<Record<string, unknown>> => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(question)).rows[0]
  } finally {
    await client.end()
  }
}

test('the server that tests get is a supported one and counts its data pages', async () => {
  const seen = await ask(
    serverUrl(),
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  )
  expect(seen.version).toBeGreaterThanOrEqual(150000)
  expect(seen.encoding).toBe('UTF8')
})

test('the address that tests get may make roles and databases', async () => {
  const seen = await ask(
    serverUrl(),
    'select rolcreaterole or rolsuper as roles, rolcreatedb or rolsuper as databases from pg_roles where rolname = current_user',
  )
  expect(seen).toEqual({ roles: true, databases: true })
})

if (!process.env.DATABASE_URL)
  test('on the embedded servers that role is no superuser', async () => {
    const question = 'select rolsuper from pg_roles where rolname = current_user'
    expect(await ask(serverUrl(), question)).toEqual({ rolsuper: false })
    expect(await ask(superuserUrl(), question)).toEqual({ rolsuper: true })
  })
