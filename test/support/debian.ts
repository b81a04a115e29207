import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
export const isRoot = process.getuid?.() === 0

export interface Wanted {
  readonly name: string
  /** Where it is once it is there. */
  readonly binary: string
  readonly packages: readonly string[]
  /** Answers to questions that a package asks when it is installed. */
  readonly answers?: string
}

/** Installs a program from Debian where that is possible and it is not there yet. Answers why there is none; null when there is one. */
export function whyNotInstalled({ name, binary, packages, answers = '' }: Wanted): string | null {
  if (existsSync(binary)) return null
  if (!isDebian || !isRoot) return `${name} is not installed, and only root on Debian can install it`
  try {
    const options = { timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    if (answers) execFileSync('debconf-set-selections', [], { ...options, input: answers })
    // Tests that run beside each other install one after the other.
    const apt = (...what: string[]) =>
      execFileSync('flock', [join(tmpdir(), 'evenhand-apt.lock'), 'apt-get', ...what], { ...options, stdio: 'ignore' })
    apt('update', '-q')
    apt('install', '-y', '-q', '--no-install-recommends', ...packages)
  } catch {
    return `${name} could not be installed`
  }
  return existsSync(binary) ? null : `${name} could not be installed`
}
