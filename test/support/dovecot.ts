import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../src/platform/processes/free-port.ts'
import { isRoot, whyNotInstalled } from './debian.ts'

/** A real mail server on loopback, with one mailbox. */
export interface Dovecot {
  readonly port: number
  /** Its own certificate, as PEM. */
  readonly certificate: string
  readonly url: string
  /** Puts a message into the mailbox, as another server would. */
  deliver(raw: Uint8Array): void
  /** How many messages are there, and how many of them are marked as read. */
  count(): { readonly all: number; readonly read: number }
  stop(): Promise<void>
}

const binary = '/usr/sbin/dovecot'
/** Why there is no mail server to test with; null when there is one, which is installed where that is possible. */
export function whyNoDovecot(): string | null {
  const why = whyNotInstalled({ name: 'Dovecot', binary, packages: ['dovecot-imapd', 'openssl'] })
  return why ?? (isRoot ? null : 'a mail server of its own is started by root alone')
}

const settings = (folder: string, port: number) => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${folder}/mail
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
disable_plaintext_auth = yes
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${port}
    ssl = yes
  }
}
`

const idOf = (name: string): [number, number] => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((it) => it.startsWith(`${name}:`))
  const [, , uid, gid] = (line ?? '').split(':')
  return [Number(uid), Number(gid)]
}

/** Starts Dovecot with a configuration, a folder and a certificate of its own. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-dovecot-'))
  const port = await freePort()
  execFileSync('chmod', ['755', folder])
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
    stdio: 'ignore',
  })
  const [uid, gid] = idOf('mail')
  for (const part of ['', 'new', 'cur', 'tmp']) {
    mkdirSync(join(folder, 'mail', part), { recursive: true })
    chownSync(join(folder, 'mail', part), uid, gid)
  }
  writeFileSync(join(folder, 'users'), 'office@service.example:{PLAIN}right password:::::\n')
  writeFileSync(join(folder, 'dovecot.conf'), settings(folder, port))
  const server = spawn(binary, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  await listening(port, server, folder)
  let delivered = 0
  return {
    port,
    certificate: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    url: `imaps://${encodeURIComponent('office@service.example')}:${encodeURIComponent('right password')}@localhost:${port}`,
    deliver: (raw) => {
      const path = join(folder, 'mail', 'new', `${String(++delivered).padStart(6, '0')}.test`)
      writeFileSync(path, raw)
      chownSync(path, uid, gid)
    },
    count: () => {
      const names = [...readdirSync(join(folder, 'mail', 'new')), ...readdirSync(join(folder, 'mail', 'cur'))]
      return { all: names.length, read: names.filter((name) => /:2,.*S/.test(name)).length }
    },
    stop: async () => {
      server.kill('SIGTERM')
      await Promise.race([new Promise((gone) => server.once('exit', gone)), wait(5000)])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listening(port: number, server: ChildProcess, folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) break
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
    if (open) return
    await wait(100)
  }
  const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : ''
  throw new Error(`Dovecot did not start: ${log.slice(-500)}`)
}
