import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const binary = '/usr/bin/vdirsyncer'
const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/** Why there is no calendar program to subscribe with; null when there is one, which is installed where that is possible. */
export function whyNoVdirsyncer(): string | null {
  if (existsSync(binary)) return null
  if (!isDebian || process.getuid?.() !== 0)
    return 'vdirsyncer is not installed, and only root on Debian can install it'
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const options = { stdio: 'ignore', timeout: 300_000, env } as const
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'vdirsyncer'], options)
  } catch {
    return 'vdirsyncer could not be installed'
  }
  return existsSync(binary) ? null : 'vdirsyncer could not be installed'
}

const settings = (folder: string, address: string) => `
[general]
status_path = "${folder}/status/"
[pair mediator]
a = "here"
b = "service"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "${folder}/entries/"
fileext = ".ics"
[storage service]
type = "http"
url = "${address}"
`

/** A calendar of somebody's own that is subscribed to an address. */
export class SubscribedCalendar {
  readonly #folder: string

  constructor(folder: string, address: string) {
    this.#folder = folder
    mkdirSync(join(folder, 'entries'), { recursive: true })
    writeFileSync(join(folder, 'config'), settings(folder, address))
  }

  /** Fetches, as it would every few minutes. Throws when the server does not give it. */
  async fetch(): Promise<void> {
    await this.#run('discover')
    await this.#run('sync', '--force-delete')
  }

  /** What lies in it, a text for each entry. */
  entries(): string[] {
    const folder = join(this.#folder, 'entries')
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  }

  async #run(...args: readonly string[]): Promise<void> {
    await promisify(execFile)(binary, ['-c', join(this.#folder, 'config'), ...args], { timeout: 60_000 })
  }
}
