import { spawnSync } from 'node:child_process'
import { CannotStart } from '../processes/cannot-start.ts'

/** The system user that PostgreSQL runs as when we are root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const name = 'evenhand'
const home = '/var/lib/evenhand'

const number = (flag: '-u' | '-g'): number | undefined => {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined
}

const find = (): Account | undefined => {
  const uid = number('-u')
  const gid = number('-g')
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

// shadow's and busybox's way, in this order.
const ways: readonly (readonly [string, ...string[]])[] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', home, '--shell', '/usr/sbin/nologin', name],
  ['adduser', '-S', '-D', '-H', '-h', home, '-s', '/sbin/nologin', name],
]

/**
 * PostgreSQL refuses to run as root. As root this finds or makes the system user "evenhand"; as anybody else it answers
 * undefined, and the server runs as that person.
 */
export const serverAccount = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const known = find()
  if (known) return known
  for (const [program, ...args] of ways) {
    spawnSync(program, args, { stdio: 'ignore' })
    // Another start may have made it at the same moment, so what counts is that it is there.
    const made = find()
    if (made) return made
  }
  throw new CannotStart(
    `PostgreSQL does not run as root, and the system user "${name}" could not be made (neither useradd nor adduser works here). Make it, run Evenhand as an ordinary user, or set DATABASE_URL.`,
  )
}
