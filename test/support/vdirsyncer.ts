import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { whyNotInstalled } from './debian.ts'

const binary = '/usr/bin/vdirsyncer'
/** Why there is no calendar program to subscribe with; null when there is one, which is installed where that is possible. */
export const whyNoVdirsyncer = (): string | null =>
  whyNotInstalled({ name: 'vdirsyncer', binary, packages: ['vdirsyncer'] })

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
