import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../src/platform/processes/free-port.ts'
import { isRoot, whyNotInstalled } from './debian.ts'

const binary = '/usr/sbin/postfix'
/** Why there is no mail server to send by; null when there is one, which is installed where that is possible. */
export function whyNoPostfix(): string | null {
  // Debian has one mail server at a time: it would take the place of the one that is there.
  if (!existsSync(binary) && existsSync('/usr/sbin/sendmail')) return 'this machine has another mail server'
  // Without a configuration of the machine's own it is not started by being installed.
  const answers = 'postfix postfix/main_mailer_type select No configuration\n'
  const why = whyNotInstalled({ name: 'Postfix', binary, packages: ['postfix'], answers })
  return why ?? (isRoot ? null : 'a mail server of its own is started by root alone')
}

const settings = (folder: string) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
myhostname = mx.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
alias_database =
service_throttle_time = 1s
smtpd_relay_restrictions = reject_unauth_destination
virtual_mailbox_domains = mail.example, harbour.example
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = regexp:${folder}/mailboxes
virtual_uid_maps = static:${idOf('mail')}
virtual_gid_maps = static:${idOf('mail')}
virtual_minimum_uid = 1
transport_maps = regexp:${folder}/transports
`

const processes = (port: number) => `
127.0.0.1:${port} inet n - n - 20 smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
gone unix - n n - - pipe
  flags=q user=nobody argv=/bin/false
`

function idOf(name: string): number {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return Number(lines.find((it) => it.startsWith(`${name}:`))?.split(':')[2])
}

/**
 * A Postfix with a configuration, a queue and mailboxes of its own. Everybody at mail.example has a mailbox but `unknown@`; mail to
 * `moved@` is taken and then returned. So is the office at harbour.example, to which it returns.
 */
export class Postfix {
  readonly port: number
  readonly #folder: string

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.port = port
  }

  static async make(): Promise<Postfix> {
    const folder = await mkdtemp(join(tmpdir(), 'evenhand-postfix-'))
    const port = await freePort()
    chmodSync(folder, 0o755)
    for (const part of ['queue', 'data', 'mail']) mkdirSync(join(folder, part))
    chownSync(join(folder, 'data'), idOf('postfix'), 0)
    chownSync(join(folder, 'mail'), idOf('mail'), 0)
    const files = {
      'main.cf': settings(folder),
      'master.cf': processes(port),
      mailboxes: 'if !/^unknown@/\n/@mail\\.example$/ parties/\n/@harbour\\.example$/ office/\nendif\n',
      transports: '/^moved@/ gone:\n',
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o644 })
    return new Postfix(folder, port)
  }

  /** Comes back when it listens. */
  start(): void {
    this.#ask('start')
  }

  stop(): void {
    this.#ask('stop')
  }

  /** Kills it and everything that it had begun, at once. */
  async kill(): Promise<void> {
    process.kill(-this.#master(), 'SIGKILL')
    await wait(200)
  }

  /** Sends a signal to those of its processes that talk to whoever sends. */
  signalTalkers(signal: NodeJS.Signals): void {
    const master = String(this.#master())
    for (const pid of readdirSync('/proc').filter((it) => /^\d+$/.test(it))) {
      const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/.exec(stateOf(pid)) ?? []
      if (name === 'smtpd' && parent === master) process.kill(Number(pid), signal)
    }
  }

  /** What lies in a mailbox, each message as it came. */
  mailIn(mailbox: 'parties' | 'office'): string[] {
    const folder = join(this.#folder, 'mail', mailbox, 'new')
    if (!existsSync(folder)) return []
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  }

  /** Empties both. */
  async forget(): Promise<void> {
    for (const mailbox of ['parties', 'office'])
      await rm(join(this.#folder, 'mail', mailbox), { recursive: true, force: true })
  }

  /** Waits until it has brought or returned whatever it took. */
  async untilIdle(): Promise<void> {
    const holds = ['incoming', 'active', 'maildrop'].map((it) => join(this.#folder, 'queue', it))
    for (let tries = 0; tries < 200; tries++) {
      if (holds.every((it) => readdirSync(it).length === 0)) return
      await wait(50)
    }
    throw new Error(`Postfix still holds mail: ${readFileSync(join(this.#folder, 'log'), 'utf8').slice(-500)}`)
  }

  async end(): Promise<void> {
    if (existsSync(this.#pidFile())) await this.kill().catch(() => undefined)
    await rm(this.#folder, { recursive: true, force: true })
  }

  #ask(what: 'start' | 'stop'): void {
    execFileSync(binary, ['-c', this.#folder, what], { stdio: 'ignore', timeout: 30_000 })
  }

  #pidFile(): string {
    return join(this.#folder, 'queue', 'pid', 'master.pid')
  }

  #master(): number {
    return Number(readFileSync(this.#pidFile(), 'utf8'))
  }
}

/** A process may end while one looks. */
function stateOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
