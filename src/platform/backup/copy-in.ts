import { once } from 'node:events'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { ident } from '../database/sql-names.ts'
import { type CopiedTable, tableName, tablesToCopy } from './copy-out.ts'
import { type Frame, NotABackup, type Part } from './frames.ts'

/** A table that is being filled. */
export interface Filling {
  piece(bytes: Buffer): Promise<void>
  end(): Promise<number>
}

/**
 * Makes a database that was just migrated ready to take rows in any order: nothing in it, no triggers, no references. Answers how to put
 * them back; what does not fit is refused then. Within the caller's transaction, as the owner.
 */
export async function takeGuardsOff(client: Client): Promise<() => Promise<void>> {
  const { rows: references } = await client.query<{ tab: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS tab, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE contype = 'f' AND connamespace = ANY ('{ev,auth}'::regnamespace[]) ORDER BY 1, 2`,
  )
  for (const it of references) await client.query(`ALTER TABLE ${it.tab} DROP CONSTRAINT ${ident(it.name)}`)
  const tables = await tablesToCopy(client)
  for (const table of tables) {
    await client.query(`ALTER TABLE ${tableName(table)} DISABLE TRIGGER USER`)
    await client.query(`DELETE FROM ${tableName(table)}`)
  }
  return async () => {
    for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} ENABLE TRIGGER USER`)
    for (const it of references)
      await client.query(`ALTER TABLE ${it.tab} ADD CONSTRAINT ${ident(it.name)} ${it.definition}`)
  }
}

/** Begins to fill a table. Throws NotABackup when this schema has no such table or columns. */
export async function beginTable(client: Client, table: CopiedTable): Promise<Filling> {
  const known = (await tablesToCopy(client)).find((it) => it.schema === table.schema && it.name === table.name)
  if (!known || table.columns.some((it) => !known.columns.includes(it)))
    throw new NotABackup(`this program knows no table ${table.name} like the one in it`)
  const stream = client.query(copyFrom(`COPY ${tableName(table)} (${table.columns.map(ident).join(', ')}) FROM STDIN`))
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => {})
  return {
    piece: async (bytes) => {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), failed])
    },
    end: async () => {
      stream.end()
      await Promise.race([once(stream, 'finish'), failed])
      return stream.rowCount
    },
  }
}

/** Where a sequence goes on. */
export async function setSequence(client: Client, it: Extract<Part, { part: 'sequence' }>): Promise<void> {
  await client.query('SELECT setval($1::regclass, $2::bigint, false)', [tableName(it), it.next])
}

/** Reads the frames of a backup from its first to its last and finds fault with everything that does not add up; changes nothing. */
export async function checkFrames(frames: AsyncIterable<Frame>): Promise<unknown> {
  let manifest: unknown
  const sums = { tables: 0, rows: 0, files: 0 }
  for await (const frame of frames) {
    if (manifest === undefined && frame.part !== 'manifest') throw new NotABackup('it does not begin like one')
    if (frame.part === 'manifest') manifest = frame.manifest
    if (frame.part === 'table') sums.tables++
    if (frame.part === 'rows') sums.rows += frame.count
    if (frame.part === 'file') sums.files++
    if (
      frame.part === 'end' &&
      (frame.tables !== sums.tables || frame.rows !== sums.rows || frame.files !== sums.files)
    )
      throw new NotABackup('its parts are not those that it counts')
  }
  return manifest
}
