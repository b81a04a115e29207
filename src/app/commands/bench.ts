import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { CommandOptions } from './options.ts'

/** Measures in a process of its own: what starts and stops two servers must not be this one. */
export const run = ({ json, lifetime }: CommandOptions): Promise<number> =>
  new Promise((resolve) => {
    const file = join(import.meta.dirname, '..', '..', '..', 'test', 'bench', 'bench.ts')
    const call = [...process.execArgv, file, ...(json ? ['--json'] : [])]
    const child = spawn(process.execPath, call, { stdio: 'inherit', signal: lifetime.signal })
    child.on('error', () => {})
    child.on('close', (status) => resolve(status ?? 1))
  })
