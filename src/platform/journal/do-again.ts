import type { Client } from 'pg'
import type { RoleNames } from '../database/role-names.ts'
import { ident, literal } from '../database/sql-names.ts'
import type { ActIntent } from './act-lines.ts'

/** Stands where a row must have words that the journal does not keep. */
export const lostWords = 'Written again from the journal; the words are lost.'

interface Column {
  readonly name: string
  readonly type: string
  /** Text that a row must have and that has no default. */
  readonly wantsWords: boolean
  /** No two rows may have the same in it, as with a reference. */
  readonly alone: boolean
}

type Facts = Readonly<Record<string, unknown>>

/**
 * Does one act of the journal again in a database that has forgotten it, as the owner and in one transaction with its mark. Rows that
 * refer to something which is not in this copy are passed over. Throws, and changes nothing, when it cannot be done: what it would
 * destroy is held, say.
 */
export async function doAgain(client: Client, names: RoleNames, act: ActIntent): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL ROLE ${ident(names.owner)}`)
    await client.query('INSERT INTO ev.act_mark (intent) VALUES ($1) ON CONFLICT DO NOTHING', [act.intent])
    for (const { table, row } of act.puts ?? []) await putRow(client, table, row)
    for (const { table, id, set, lost } of act.changes ?? []) await changeRow(client, table, id, set, lost)
    for (const it of act.act === 'erasure' ? [] : (act.consents ?? []))
      await client.query('SELECT ev.withdraw_again($1, $2, $3, $4, $5)', [
        it.personId,
        it.scope,
        it.wording,
        it.policyHash,
        act.at,
      ])
    if (act.act === 'erasure') await eraseRows(client, act.rows)
    const subject = act.act === 'erasure' ? act.id : null
    const logged = [act.caseId ?? null, subject]
    await client.query(
      `INSERT INTO ev.access_log (act, case_id, subject_id) VALUES ('retention.looked-back', $1, $2)`,
      logged,
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type,
            attnotnull AND NOT atthasdef AND attidentity = '' AND atttypid = 'text'::regtype AS "wantsWords",
            EXISTS (SELECT FROM pg_index i WHERE i.indrelid = attrelid AND i.indisunique AND i.indkey::text = attnum::text) AS alone
       FROM pg_attribute WHERE attrelid = ('ev.' || quote_ident($1))::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  )
  return rows
}

async function keyOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = ('ev.' || quote_ident($1))::regclass AND i.indisprimary`,
    [table],
  )
  // Of two columns the one that says of what: such a row has no identifier of its own.
  return rows.find((row) => row.name === 'id')?.name ?? rows.find((row) => row.name.endsWith('_id'))?.name ?? 'id'
}

/** The column's own type, named: a value comes as text. */
function typed(columns: readonly Column[], facts: Facts, from: number) {
  return Object.entries(facts).map(([name, value], place) => {
    const column = columns.find((it) => it.name === name)
    if (!column) throw new Error(`no column ${name}`)
    return { name, place: `$${place + from}::${column.type}`, value: value === null ? null : String(value) }
  })
}

async function putRow(client: Client, table: string, row: Facts): Promise<void> {
  const columns = await columnsOf(client, table)
  const key = await keyOf(client, table)
  const words = columns.filter((it) => it.wantsWords && row[it.name] === undefined)
  const lost = words.map((it) => [it.name, it.alone ? `L-${String(row[key]).slice(-12).toUpperCase()}` : lostWords])
  const all = typed(columns, { ...row, ...Object.fromEntries(lost) }, 1)
  const known = Object.keys(row).filter((name) => name !== key)
  const anew = known.map((name) => `${ident(name)} = excluded.${ident(name)}`).join(', ')
  // A row that is as it should be is let be: what is decided, say, lets nobody write it again.
  const differs = known.map((name) => `was.${ident(name)} IS DISTINCT FROM excluded.${ident(name)}`).join(' OR ')
  await passingOver(client, () =>
    client.query(
      `INSERT INTO ev.${ident(table)} AS was (${all.map((it) => ident(it.name)).join(', ')}) OVERRIDING SYSTEM VALUE
       VALUES (${all.map((it) => it.place).join(', ')})
       ON CONFLICT (${ident(key)}) DO ${anew ? `UPDATE SET ${anew} WHERE ${differs}` : 'NOTHING'}`,
      all.map((it) => it.value),
    ),
  )
}

async function changeRow(client: Client, table: string, id: string, set: Facts, lost: readonly string[] = []) {
  const all = typed(await columnsOf(client, table), set, 2)
  const key = await keyOf(client, table)
  const changed = all.map((it) => `${ident(it.name)} = ${it.place}`)
  const words = lost.map((it) => `${ident(it)} = coalesce(${ident(it)}, ${literal(lostWords)})`)
  const differs = all.map((it) => `${ident(it.name)} IS DISTINCT FROM ${it.place}`).join(' OR ')
  await passingOver(client, () =>
    client.query(
      `UPDATE ev.${ident(table)} SET ${[...changed, ...words].join(', ')} WHERE ${ident(key)} = $1::uuid AND (${differs})`,
      [id, ...all.map((it) => it.value)],
    ),
  )
}

/** What refers to something that came after the copy refers to nothing now. */
async function passingOver(client: Client, write: () => Promise<unknown>): Promise<void> {
  await client.query('SAVEPOINT one_row')
  try {
    await write()
    await client.query('RELEASE SAVEPOINT one_row')
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    await client.query('ROLLBACK TO SAVEPOINT one_row')
  }
}

async function eraseRows(client: Client, rows: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const table of await childrenFirst(client, Object.keys(rows))) {
    const ids = rows[table] ?? []
    if (ids.length === 0) continue
    const key = await keyOf(client, table)
    await client.query(`DELETE FROM ev.${ident(table)} WHERE ${ident(key)} = ANY ($1::uuid[])`, [ids])
  }
}

/** Tables in an order in which none goes before what refers to it. */
async function childrenFirst(client: Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `SELECT c.relname AS child, p.relname AS parent FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = 'ev'::regnamespace AND c.oid <> p.oid AND c.relname = ANY ($1) AND p.relname = ANY ($1)`,
    [tables],
  )
  const order: string[] = []
  const left = new Set(tables)
  while (left.size > 0) {
    const free = [...left].find((it) => !rows.some((row) => row.parent === it && left.has(row.child)))
    const next = free ?? ([...left][0] as string)
    order.push(next)
    left.delete(next)
  }
  return order
}
