import type { Pool } from 'pg'

/**
 * Runs work while no other process on this database runs work of that name; null when another does. The lock belongs to the
 * connection: one that was killed leaves none behind, and one that was stopped for a while keeps it.
 */
export async function alone<Result>(pool: Pool, name: string, work: () => Promise<Result>): Promise<Result | null> {
  const client = await pool.connect()
  client.on('error', ignore)
  const lock = [`evenhand ${name}`]
  let broken = true
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', lock)
    if (!rows[0]?.taken) {
      broken = false
      return null
    }
    try {
      return await work()
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock).then(() => {
        broken = false
      }, ignore)
    }
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

const ignore = () => {}
